"""Two periods beside each other: only cells with a figure in both can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    MISSING,
    NOT_APPLICABLE,
    SUPPRESSED,
    ByteArray,
    FloatArray,
    marked,
    unknown,
)
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.panel import Panel

_WORDS: Final = {"regions": "regioner", "industries": "næringer", "periods": "perioder"}


@dataclass(frozen=True, eq=False)
class Pair:
    """A base and an end, with the shape (region, industry). NaN where either has no figure.

    `panel` holds the same two periods, so that sums and references count the same cells
    in both.
    """

    panel: Panel

    @property
    def base(self) -> FloatArray:
        """Figures of the first period."""
        base: FloatArray = self.panel.values[0]
        return base

    @property
    def end(self) -> FloatArray:
        """Figures of the second period."""
        end: FloatArray = self.panel.values[1]
        return end

    @property
    def notes(self) -> ByteArray:
        """Tell which cells lack a figure in one of the periods or both."""
        return marked(INCOMPLETE, unknown(self.panel.states[0]))


def refuse_turned(panel: Panel, base: object, end: object) -> tuple[int, int]:
    """Return the positions of two periods; refuse those that come in the wrong order."""
    first, last = panel.period_index(base, "base"), panel.period_index(end, "end")
    if first >= last:
        raise BadQuestion(
            f"base={base} må være før end={end}. Bytt dem om, eller velg to ulike perioder.",
            code="periods_turned",
        )
    return first, last


def refuse_different(
    one: Panel,
    other: Panel,
    what: str,
    axes: Sequence[str] = ("regions", "industries", "periods"),
) -> None:
    """Refuse two tables that do not have the same labels; 2011 and "2011" are the same period."""
    for axis in axes:
        ours, theirs = ([str(label) for label in getattr(each, axis)] for each in (one, other))
        if ours != theirs:
            alone = sorted({*ours} ^ {*theirs}) or ours  # or the order differs, as 9 and 10 in text
            raise BadQuestion(
                f"Tabellene for {what} har ulike {_WORDS[axis]}: {listed(alone)} "
                "står bare i den ene. Bruk de samme i begge.",
                code="different_tables",
            )


def pair_of(panel: Panel, base: object, end: object) -> Pair:
    """Return the pair of two periods that the panel has, the earlier first."""
    return _pair(panel, *refuse_turned(panel, base, end))


def yearly_pairs(panel: Panel, base: object, end: object) -> list[Pair]:
    """Return the pairs of following periods from base to end. A year that lacks is refused."""
    first, last = refuse_turned(panel, base, end)
    years = [str(period) for period in panel.periods[first : last + 1]]
    if all(year.isdigit() for year in years):
        there = {int(year) for year in years}
        lacking = sorted(set(range(min(there), max(there))) - there)
        if lacking:
            raise BadQuestion(
                f"Tabellen mangler {listed(lacking)} mellom {base} og {end}. År for år må alle "
                "årene være med.",
                code="gap",
            )
    return [_pair(panel, *places) for places in pairwise(range(first, last + 1))]


def _pair(panel: Panel, first: int, last: int) -> Pair:
    values = panel.values[[first, last]]
    states = panel.states[[first, last]]
    lacking = (states >= SUPPRESSED).any(axis=0)
    outside = (states == NOT_APPLICABLE).any(axis=0)
    values[:, lacking] = np.nan
    states[:, lacking] = MISSING
    states[:, outside] = NOT_APPLICABLE
    periods = panel.periods[first], panel.periods[last]
    return Pair(replace(panel, periods=periods, values=values, states=states))
