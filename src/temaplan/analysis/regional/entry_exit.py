"""Which industries has a region won or lost?

Formula: present when the location quotient, against the sum of the regions given, is at
least `threshold`. entry = 1 when absent in the base period and present in the end, 0 when
absent in both; exit = 1 when present and then absent, 0 when present in both.

Source: Neffke, Henning & Boschma (2011), Economic Geography 87(3), 237-265, section 4.

Edge rules: null means not at risk. An industry that was there cannot enter, and one that
was not cannot leave. A cell without a figure in one of the periods is null in both, and so
is a region without jobs or an industry that no region has. Wholes among the regions or the
industries are refused.

Not for: judging a change of one or two jobs near the threshold. Look at the quotients.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.pairs import refuse_turned
from temaplan.analysis.regional.panel import Columns
from temaplan.analysis.regional.presence import check_mark, network_of, quotients
from temaplan.analysis.regional.results import change_table


def entry_exit(
    data: Any,
    *,
    base: str | int,
    end: str | int,
    threshold: float = 1.0,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Return presence in two periods with entry and exit, one row for each region and industry.

    Result columns: region, industry, present_base, present_end (1, 0 or null), entry, exit
    (1, 0, or null where it could not happen). Raises `BadTable` and `BadQuestion`.
    """
    mark = check_mark(threshold, "threshold")
    panel = network_of(data, **columns)
    before, after = (quotients(panel.values[place]) for place in refuse_turned(panel, base, end))
    known = ~(np.isnan(before) | np.isnan(after))
    was, is_ = before >= mark, after >= mark
    found = {
        "present_base": _told(was, known),
        "present_end": _told(is_, known),
        "entry": _told(is_, known & ~was),
        "exit": _told(~is_, known & was),
    }
    return change_table(panel, found, as_panel=as_panel)


def _told(answer: BoolArray, asked: BoolArray) -> FloatArray:
    return np.where(asked, answer.astype(np.float64), np.nan)
