"""Which industries a region has: a location quotient at or above a mark.

The reference is the sum of the regions given.

Used by the methods that read a network out of presences. A cell without a figure is
no presence, and shares are over the cells that have one.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.panel import Columns, Panel, blocks_of, panel_of
from temaplan.analysis.regional.wholes import INDUSTRY, REGION, refuse_wholes


def network_of(data: Any, **columns: Unpack[Columns]) -> Panel:
    """Return the panel of a network; refuse wholes, which would be neighbours of their own."""
    panel = panel_of(data, **columns)
    refuse_wholes(panel, REGION)
    refuse_wholes(panel, INDUSTRY)
    return panel


def check_mark(mark: Any, named: str) -> float:
    """Return the mark of a presence, or refuse what is none."""
    is_number = isinstance(mark, int | float) and not isinstance(mark, bool)
    if not is_number or not 0 < mark < float("inf"):
        raise BadQuestion(
            f"{named}={mark} kan ikke brukes. Grensen for å ha en næring er en kvotient, altså et "
            "tall over 0. 1 er vanlig.",
            code="bad_threshold",
        )
    return float(mark)


def quotients(values: FloatArray) -> FloatArray:
    """Return location quotients of one period, shape (regions, industries); NaN where unknown."""
    whole, reference = _beside(values)
    found = np.empty(values.shape)
    for _, rows in blocks_of((1, *values.shape)):
        np.divide(values[rows], whole[rows], out=found[rows])
        found[rows] /= reference
    return found


def presences(values: FloatArray, mark: float) -> BoolArray:
    """Return which industries each region has in one period, shape (regions, industries)."""
    whole, reference = _beside(values)
    present = np.empty(values.shape, dtype=np.bool_)
    for _, rows in blocks_of((1, *values.shape)):
        found = values[rows] / whole[rows]
        found /= reference
        np.greater_equal(found, mark, out=present[rows])
    return present


def _beside(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the whole of each region and each industry's share of all, NaN for nothing."""
    of_region, of_industry = values.sum(axis=1), values.sum(axis=0)
    if np.isnan(of_region).any():
        of_region, of_industry = np.nansum(values, axis=1), np.nansum(values, axis=0)
    shares: FloatArray = above_zero(of_industry) / above_zero(np.array(of_industry.sum()))
    return above_zero(of_region)[:, None], shares
