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
STATISTICS = "statistics"  # nobody orders it

# Why a cell of a result has no figure: three things that are not zero, and not each other.
CELL_STATES = (
    Term("suppressed", _("skjermet")),
    Term("missing", _("ikke publisert")),
    Term("not_applicable", _("ikke aktuelt")),
)
CELL_STATE = by_code(CELL_STATES)

# How far a table that was asked for has come on its way in from the statistics office.
FETCH_STATES = (
    Term("waiting", _("venter")),
    Term("running", _("hentes")),
    Term("failed", _("ikke hentet")),
    Term("fetched", _("klar til å ses over")),
    Term("looked_over", _("blir sett over")),
    Term("taken_in", _("tatt inn")),
)
FETCH_STATE = by_code(FETCH_STATES)

# What may be odd about a file of figures, as the reader and `regional.validate` name it.
FILE_FINDINGS = (
    Term("unreadable", _("kan ikke leses")),
    Term("duplicate", _("samme linje to ganger")),
    Term("negative", _("negativt antall")),
    Term("not_a_number", _("ikke et tall")),
    Term("total_row", _("sum blant delene sine")),
    Term("gap", _("mangler tall")),
    Term("mixed_levels", _("blandede nivåer")),
    Term("sum_differs", _("summen stemmer ikke med totalen")),
    Term("break", _("brudd i serien")),
    Term("unknown_code", _("ukjent kode")),
    Term("footnote", _("fotnotetegn i navnet")),
    Term("not_yet_existing", _("null for et område som ikke fantes")),
)
FILE_FINDING = by_code(FILE_FINDINGS)

# What is said about a figure of a result.
RESULT_NOTES = (
    Term("entry", _("ny siden det første året")),
    Term("exit", _("borte siden det første året")),
    Term("no_reference", _("referansen har ingen")),
    Term("no_total", _("området har ingen")),
    Term("incomplete", _("noen tall mangler i summen")),
    Term("estimated", _("anslag")),
)
RESULT_NOTE = by_code(RESULT_NOTES)

# What the columns of a result are called where people read.
COLUMNS = (
    Term("region", _("Område")),
    Term("industry", _("Næring")),
    Term("period", _("År")),
    Term("component", _("Del av endringen")),
    Term("value", _("Verdi")),
    Term("share", _("Andel")),
    Term("reference_share", _("Andel i referansen")),
    Term("lq", _("Lokaliseringskvotient")),
    Term("excess", _("Flere enn om andelen var som i referansen")),
    Term("base_value", _("Første år")),
    Term("end_value", _("Siste år")),
    Term("change", _("Endring")),
    Term("growth", _("Vekst")),
    Term("jobs", _("Arbeidsplasser")),
    Term("employed_residents", _("Sysselsatte som bor der")),
    Term("own", _("Bor og arbeider der")),
    Term("in_commuters", _("Innpendlere")),
    Term("out_commuters", _("Utpendlere")),
    Term("net", _("Nettopendling")),
    Term("supply_containment", _("Andel av de bosatte som arbeider der")),
    Term("demand_containment", _("Andel av arbeidsplassene med bosatte")),
    Term("coverage", _("Egendekning")),
    Term("note", _("Merknad")),
    Term("state", _("Tilstand")),
)
COLUMN = by_code(COLUMNS)

# The parts of a change in shift-share.
COMPONENTS = (
    Term("national", _("veksten i referansen")),
    Term("mix", _("næringssammensetningen")),
    Term("competitive", _("området selv")),
    Term("entry", _("nye næringer")),
    Term("exit", _("næringer som er borte")),
    Term("unallocated", _("ikke fordelt på næring")),
)
COMPONENT = by_code(COMPONENTS)


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
