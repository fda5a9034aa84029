"""Sums over regions and over industries, and which of them lack a cell."""

from dataclasses import dataclass

import numpy as np

from temaplan.analysis.regional.cells import SUPPRESSED, BoolArray, FloatArray, unknown
from temaplan.analysis.regional.panel import Panel, blocks_of


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
    """Add up a panel, a block at a time so that memory stays low."""
    periods, regions, industries = panel.shape
    sums = Sums(
        np.empty((periods, regions)),
        np.zeros((periods, industries)),
        np.zeros((periods, regions), dtype=np.bool_),
        np.zeros((periods, industries), dtype=np.bool_),
    )
    for block in blocks_of(panel.shape):
        _add(panel, block, sums)
    return sums


def _add(panel: Panel, block: tuple[int, slice], sums: Sums) -> None:
    period, values, states = block[0], panel.values[block], panel.states[block]
    if (states >= SUPPRESSED).any():
        values = np.where(states >= SUPPRESSED, 0.0, values)
        gaps = unknown(states)
        gaps.any(axis=1, out=sums.region_incomplete[block])
        sums.industry_incomplete[period] |= gaps.any(axis=0)
    values.sum(axis=1, out=sums.region[block])
    sums.industry[period] += values.sum(axis=0)
