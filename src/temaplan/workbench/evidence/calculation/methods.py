"""The methods that a plan can use, each with what it asks and how its result is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from temaplan.analysis.regional.commuting_totals import commuting_totals
from temaplan.analysis.regional.growth import growth
from temaplan.analysis.regional.location_quotient import location_quotient
from temaplan.analysis.regional.series import series
from temaplan.analysis.regional.shift_share import shift_share
from temaplan.workbench.plan.terms import Term, by_code

INDUSTRY, POPULATION, COMMUTING = "industry", "population", "commuting"


@dataclass(frozen=True)
class Method(Term):
    """A method of the library: `code` is its name there.

    `asks` names the parameters: `reference` (a region code), `base` and `end` (years).
    With `whole` the industries are summed as a line of their own, «i alt».
    """

    version: str = "1"
    question: Any = ""
    formula: str = ""
    shapes: frozenset[str] = frozenset({INDUSTRY})
    asks: tuple[str, ...] = ()
    takes_totals: bool = False
    whole: bool = False
    compute: Callable[..., Mapping[str, list[Any]]] = series


METHODS = (
    Method(
        "series",
        _("tallene selv"),
        question=_("Hvordan går tallene fra år til år?"),
        shapes=frozenset({INDUSTRY, POPULATION}),
        compute=series,
    ),
    Method(
        "location_quotient",
        _("lokaliseringskvotient"),
        question=_("Er en næring større her enn i referansen?"),
        formula="LQ = (e_ir / e_r) / (N_i / N)",
        asks=("reference",),
        takes_totals=True,
        compute=location_quotient,
    ),
    Method(
        "growth",
        _("vekst"),
        question=_("Hvor mye har hver næring vokst?"),
        formula="e_1 / e_0 − 1",
        shapes=frozenset({INDUSTRY, POPULATION}),
        asks=("base", "end"),
        takes_totals=True,
        whole=True,
        compute=growth,
    ),
    Method(
        "shift_share",
        _("skift-andel"),
        question=_("Skyldes endringen landet, næringene eller området selv?"),
        formula="e_0 (G − 1) + e_0 (g_i − G) + (e_1 − e_0 g_i)",
        asks=("base", "end", "reference"),
        takes_totals=True,
        whole=True,
        compute=shift_share,
    ),
    Method(
        "commuting_totals",
        _("pendling og egendekning"),
        question=_("Hvor mange av dem som bor her, har arbeid her?"),
        formula="A / B",
        shapes=frozenset({COMMUTING}),
        compute=commuting_totals,
    ),
)
METHOD = by_code(METHODS)


def methods_for(shape: str) -> list[Method]:
    """Return the methods that can use a table of this shape."""
    return [method for method in METHODS if shape in method.shapes]
