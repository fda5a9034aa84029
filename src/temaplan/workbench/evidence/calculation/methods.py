"""The methods of the library that a plan can use, with what a run must ask for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _

from temaplan.analysis.catalogue import ANALYSIS

INDUSTRY, POPULATION, COMMUTING = "industry", "population", "commuting"


@dataclass(frozen=True)
class Method:
    """A method: `code` is its name in the library, which knows its words and version.

    `asks` names the parameters: `reference` (a region code), `base` and `end` (years).
    With `whole` all industries together are a line of their own, «i alt». A method that is
    `cell_by_cell` can show a whole beside its parts when nothing is added up.
    """

    code: str
    formula: str = ""
    shapes: frozenset[str] = frozenset({INDUSTRY})
    asks: tuple[str, ...] = ()
    takes_totals: bool = False
    whole: bool = False
    cell_by_cell: bool = False

    @property
    def label(self) -> str:
        """What people call the method."""
        return _(ANALYSIS[self.code].name)

    @property
    def question(self) -> str:
        """The question that it answers."""
        return _(ANALYSIS[self.code].question)

    @property
    def version(self) -> str:
        """Changes when the method gives another answer to the same question."""
        return ANALYSIS[self.code].version

    @property
    def compute(self) -> Callable[..., Mapping[str, list[Any]]]:
        """The function itself."""
        return ANALYSIS[self.code].function


METHODS = (
    Method("series", shapes=frozenset({INDUSTRY, POPULATION})),
    Method(
        "location_quotient",
        formula="LQ = (e_ir / e_r) / (N_i / N)",
        asks=("reference",),
        takes_totals=True,
    ),
    Method(
        "growth",
        formula="e_1 / e_0 − 1",
        shapes=frozenset({INDUSTRY, POPULATION}),
        asks=("base", "end"),
        takes_totals=True,
        whole=True,
        cell_by_cell=True,
    ),
    Method(
        "shift_share",
        formula="e_0 (G − 1) + e_0 (g_i − G) + (e_1 − e_0 g_i)",
        asks=("base", "end", "reference"),
        takes_totals=True,
        whole=True,
    ),
    Method("commuting_totals", formula="A / B", shapes=frozenset({COMMUTING})),
)
METHOD: Mapping[str, Method] = MappingProxyType({method.code: method for method in METHODS})


def methods_for(shape: str) -> list[Method]:
    """Return the methods that can use a table of this shape."""
    return [method for method in METHODS if shape in method.shapes]
