"""Closed lists of the evidence house."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code
from temaplan.workbench.plan.vocabulary import Capability

EVIDENCE_KINDS = (
    Term("industrial_structure", _("analyse av næringsstruktur")),
    Term("swot", _("SWOT-analyse")),
    Term("interviews", _("intervjuer")),
    Term("meeting", _("møte")),
    Term("related_project", _("samarbeidsprosjekt")),
    Term("statistics", _("åpen statistikk")),
    Term("report", _("rapport")),
    Term("survey", _("undersøkelse")),
    Term("other", _("annet")),
)
EVIDENCE_KIND = by_code(EVIDENCE_KINDS)


@dataclass(frozen=True)
class Layer(Term):
    """Who may read: everybody, those who work with the plan, or a few."""

    needs: Capability | None = None


LAYERS = (
    Layer("public", _("åpen"), None),
    Layer("internal", _("intern"), Capability.SEE_INTERNAL),
    Layer("closed", _("lukket"), Capability.SEE_CLOSED),
)
LAYER = by_code(LAYERS)


@dataclass(frozen=True)
class FigureFormat(Term):
    """How a quoted number is written: factor, decimals and what follows it."""

    factor: float = 1.0
    decimals: int = 0
    suffix: str = ""


FIGURE_FORMATS = (
    FigureFormat("whole", _("helt tall")),
    FigureFormat("one_decimal", _("én desimal"), decimals=1),
    FigureFormat("two_decimals", _("to desimaler"), decimals=2),
    FigureFormat("percent", _("prosent"), factor=100.0, decimals=1, suffix="\u00a0prosent"),
    FigureFormat("whole_percent", _("hele prosent"), factor=100.0, suffix="\u00a0prosent"),
)
FIGURE_FORMAT = by_code(FIGURE_FORMATS)
