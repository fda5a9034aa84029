"""The classes of a map in words, beside a sample of each."""

import itertools
from collections.abc import Iterator, Sequence

from temaplan.documents.charts.legend import SAMPLE, draw_sample
from temaplan.documents.charts.plot import ticks_as_written
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Sheet
from temaplan.documents.charts.specs import Choropleth
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import SEMIBOLD, wrapped
from temaplan.documents.numbers import written

STEP = SMALL * LINE_HEIGHT
APART = 5.0


def draw_legend(
    sheet: Sheet,
    spec: Choropleth,
    limits: Sequence[float],
    fills: Sequence[str],
    *,
    start: float,
    top: float,
    others: bool,
) -> float:
    """Write what is shown and its classes, highest first; returns where that ends."""
    room = sheet.width - start
    for line in wrapped(spec.unit, room / SEMIBOLD, SMALL):
        sheet.words(start, top + STEP / 2, line, size=SMALL, bold=True)
        top += STEP
    top += APART
    for sample, text in _entries(spec, limits, fills, others=others):
        lines = wrapped(text, room - SAMPLE - GAP, SMALL)
        draw_sample(sheet, start, top + STEP / 2, sample)
        for place, line in enumerate(lines):
            sheet.words(start + SAMPLE + GAP, top + (place + 0.5) * STEP, line, size=SMALL)
        top += len(lines) * STEP + APART
    return top


def _entries(
    spec: Choropleth, limits: Sequence[float], fills: Sequence[str], *, others: bool
) -> Iterator[tuple[str, str]]:
    words = words_in(spec.language)
    if any(area.value is not None for area in spec.areas):
        yield from reversed(list(zip(fills, _class_words(spec, limits), strict=True)))
    if any(area.value is None for area in spec.areas):
        yield "missing", words["no_figure"]
    if others:
        yield "outside", words["outside"]


def _class_words(spec: Choropleth, limits: Sequence[float]) -> list[str]:
    words = words_in(spec.language)
    told = ticks_as_written(limits, spec.number)
    if not told:
        known = [area.value for area in spec.areas if area.value is not None]
        ends = [written(value, **spec.number) for value in (min(known), max(known))]
        return [
            ends[0] if ends[0] == ends[1] else words["between"].format(low=ends[0], high=ends[1])
        ]
    return [
        words["below"].format(high=told[0]),
        *(words["between"].format(low=low, high=high) for low, high in itertools.pairwise(told)),
        words["from_limit"].format(low=told[-1]),
    ]
