"""The axis of quotients: 0,5 is as far from 1 as 2 is."""

import math
from collections.abc import Iterable

from temaplan.documents.charts.bar_rows import Scale
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Sheet
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

TICK = 5.0
STEP = SMALL * LINE_HEIGHT


def round_reach(reach: float) -> int:
    """Return how many doublings an axis names that reaches so far."""
    return math.floor(reach + 1e-9)


def tick_words(place: int) -> str:
    """Write what stands so many doublings from 1: «0,25», «4»."""
    return written(2.0**place, decimals=max(-place, 0))


def write_doublings(
    sheet: Sheet, scale: Scale, places: Iterable[int], top: float, start: float = 0.0
) -> float:
    """Draw ticks with their figures where there is room from `start` on; returns the end."""
    free = start
    for place in places:
        x, text = scale.at(place), tick_words(place)
        half = text_width(text, SMALL) / 2
        if x - half < free or x + half > sheet.width:
            continue
        sheet.rule(x, top, x, top + TICK)
        sheet.words(x - half, top + TICK + STEP / 2, text, size=SMALL, quiet=True)
        free = x + half + GAP
    return top + TICK + STEP
