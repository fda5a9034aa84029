"""Sums over regions and over industries, and which of them lack a cell."""

from dataclasses import dataclass

import numpy as np

from temaplan.analysis.regional.cells import SUPPRESSED, BoolArray, FloatArray, unknown
from temaplan.analysis.regional.panel import Panel


@dataclass(frozen=True, eq=False)
class Sums:
    """Sums over the cells that have a figure; `incomplete` where a figure is not known to us.

    `region` has the shape (period, region), `industry` (period, industry). A sum of
    nothing is 0. A cell that is not applicable is no gap.
    """

    region: FloatArray
    industry: FloatArray
    region_incomplete: BoolArray
    industry_incomplete: BoolArray


def sums_of(panel: Panel) -> Sums:
    """Add up a panel, one period at a time so that memory stays low."""
    periods, regions, industries = panel.shape
    sums = Sums(
        np.empty((periods, regions)),
        np.empty((periods, industries)),
        np.zeros((periods, regions), dtype=np.bool_),
        np.zeros((periods, industries), dtype=np.bool_),
    )
    for period in range(periods):
        _add_period(panel, period, sums)
    return sums


def _add_period(panel: Panel, period: int, sums: Sums) -> None:
    values, states = panel.values[period], panel.states[period]
    if (states >= SUPPRESSED).any():
        values = np.where(states >= SUPPRESSED, 0.0, values)
        gaps = unknown(states)
        gaps.any(axis=1, out=sums.region_incomplete[period])
        gaps.any(axis=0, out=sums.industry_incomplete[period])
    values.sum(axis=1, out=sums.region[period])
    values.sum(axis=0, out=sums.industry[period])
