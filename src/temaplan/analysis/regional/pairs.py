"""Two periods beside each other: only cells with a figure in both can be compared."""

from dataclasses import dataclass
from itertools import pairwise

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


def pair_of(panel: Panel, base: object, end: object) -> Pair:
    """Return the pair of two periods that the panel has, the earlier first."""
    first, last = panel.period_index(base, "base"), panel.period_index(end, "end")
    if first >= last:
        raise BadQuestion(
            f"base={base} må være før end={end}. Bytt dem om, eller velg to ulike perioder.",
            code="periods_turned",
        )
    return _pair(panel, first, last)


def yearly_pairs(panel: Panel, base: object, end: object) -> list[Pair]:
    """Return the pairs of following periods from base to end. A year that lacks is refused."""
    pair_of(panel, base, end)
    first, last = panel.period_index(base, "base"), panel.period_index(end, "end")
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
    return Pair(Panel(periods, panel.regions, panel.industries, values, states, panel.backend))
