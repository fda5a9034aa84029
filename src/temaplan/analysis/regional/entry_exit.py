"""Which industries has a region won or lost?

Formula: present when the location quotient, against the sum of the regions given, is at
least `threshold`. entry = 1 when absent in the base period and present in the end, 0 when
absent in both; exit = 1 when present and then absent, 0 when present in both.

Source: Neffke, Henning & Boschma (2011), Economic Geography 87(3), 237-265, section 4.

Edge rules: null means not at risk. An industry that was there cannot enter, and one that
was not cannot leave. A cell without a figure in one of the periods is null in both.

Not for: judging a change of one or two jobs near the threshold. Look at the quotients.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.panel import Columns, panel_of
from temaplan.analysis.regional.presence import presences, quotients


def entry_exit(
    data: Any, *, base: object, end: object, threshold: float = 1.0, **columns: Unpack[Columns]
) -> Any:
    """Return presence in two periods with entry and exit, one row for each region and industry.

    Result columns: region, industry, present_base, present_end (1, 0 or null), entry, exit
    (1, 0, or null where it could not happen). Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    periods = [panel.period_index(base, "base"), panel.period_index(end, "end")]
    before, after = (presences(panel.values[period], threshold) for period in periods)
    known = ~np.isnan([quotients(panel.values[period]) for period in periods]).any(axis=0)
    _, regions, industries = panel.shape
    return build(
        {
            "region": Coded(np.repeat(np.arange(regions), industries), panel.regions),
            "industry": Coded(np.tile(np.arange(industries), regions), panel.industries),
            "present_base": _told(before, known),
            "present_end": _told(after, known),
            "entry": _told(after, known & ~before),
            "exit": _told(~after, known & before),
        },
        panel.backend,
    )


def _told(answer: BoolArray, asked: BoolArray) -> FloatArray:
    return np.where(asked, answer.astype(np.float64), np.nan).reshape(-1)
