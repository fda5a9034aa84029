"""How much did each industry grow?

    change = e1 - e0          growth = e1 / e0 - 1   (0.05 is 5 per cent)

Source: elementary; the two periods are compared cell by cell.

Edge rules: an industry that was not there (0, then something) is an `entry`: its change is
counted, but a growth rate would divide by 0 and is null. One that vanished is an `exit`
with growth -1. 0 and 0 has no growth rate. A cell without a figure in one of the periods
has no change (`incomplete`), and neither of its figures is told, so that the sums of both
columns are over the same cells. A whole among the industries is refused, for its change
holds that of the others; a whole among the regions is a row of its own. With `totals` the
rest up to the published total is an industry of its own, «ikke fordelt»: total minus the
industries that have figures in both.

Not for: periods on either side of a break in the series or a changed border (use
`validate` and `harmonise`), nor for saying what the region itself achieved (`shift_share`).
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import ENTRY, EXIT, BoolArray, ByteArray, FloatArray, marked
from temaplan.analysis.regional.pairs import Pair, pair_of
from temaplan.analysis.regional.panel import Columns, column_names, panel_of
from temaplan.analysis.regional.results import Lazy, change_table, notes
from temaplan.analysis.regional.unallocated import UNALLOCATED, unallocated_of
from temaplan.analysis.regional.wholes import INDUSTRY, OR_GIVE_TOTALS, refuse_wholes


def growth(
    data: Any,
    *,
    base: str | int,
    end: str | int,
    totals: Any = None,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Compare two periods industry by industry.

    `data` is a long table or a `Panel`, `base` and `end` are periods that it has, `totals`
    a table `region, period, value` of published totals. Returns region, industry,
    base_value, end_value and change (in the unit of value), growth (0.05 = 5 %), note.
    Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    refuse_wholes(panel, INDUSTRY, OR_GIVE_TOTALS)
    pair = pair_of(panel, base, end)
    if totals is not None:
        pair = unallocated_of(pair, totals, column_names(columns))
    found: dict[str, Lazy] = {
        "base_value": pair.base,
        "end_value": pair.end,
        "change": pair.end - pair.base,
        "growth": _rate(pair),
        "note": notes(_notes(pair)),
    }
    return change_table(pair.panel, found, as_panel=as_panel)


def _is_rest(pair: Pair) -> BoolArray:
    return np.array([industry == UNALLOCATED for industry in pair.panel.industries])


def _rate(pair: Pair) -> FloatArray:
    """Divide by the base; a rest has no growth of its own."""
    divisible = (pair.base > 0) & ~_is_rest(pair)
    rate: FloatArray = pair.end / np.where(divisible, pair.base, np.nan) - 1
    return rate


def _notes(pair: Pair) -> ByteArray:
    entries = (pair.base == 0) & (pair.end > 0) & ~_is_rest(pair)
    exits = (pair.base > 0) & (pair.end == 0) & ~_is_rest(pair)
    return pair.notes | marked(ENTRY, entries) | marked(EXIT, exits)
