"""Nouns of the evidence house, one subject a file."""

from temaplan.workbench.evidence.models.fetches import TableFetch
from temaplan.workbench.evidence.models.findings import Finding, QuotedFigure
from temaplan.workbench.evidence.models.register import Evidence
from temaplan.workbench.evidence.models.runs import AnalysisRun, RunRefresh
from temaplan.workbench.evidence.models.tables import DataTable, TableDraft

__all__ = [
    "AnalysisRun",
    "DataTable",
    "Evidence",
    "Finding",
    "QuotedFigure",
    "RunRefresh",
    "TableDraft",
    "TableFetch",
]
