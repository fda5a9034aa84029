"""Nouns of the mandate house."""

from temaplan.workbench.mandate.models.course import MandateRelation, MandateStep
from temaplan.workbench.mandate.models.mandate import Mandate
from temaplan.workbench.mandate.models.parts import Criterion, Deliverable
from temaplan.workbench.mandate.models.source_document import SourceDocument

__all__ = [
    "Criterion",
    "Deliverable",
    "Mandate",
    "MandateRelation",
    "MandateStep",
    "SourceDocument",
]
