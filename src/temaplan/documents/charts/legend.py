"""What fills and lines mean, as words beside a sample of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.documents.charts.shapes import box, diamond
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Sheet
from temaplan.documents.lettering import text_width, wrapped

SAMPLE, SAMPLE_HEIGHT = 22.0, 12.0
BETWEEN = 18.0
STEP = SMALL * LINE_HEIGHT
# The mark of a sum, and the kinds of line; everything else is a fill.
SUM, SOLID, DASHED, POINTS = "sum", "solid", "dashed", "points"
STROKES = {SOLID: "", DASHED: "6 4"}


@dataclass(frozen=True)
class Key:
    """One sample and what it means."""

    sample: str
    text: str


def write_legend(sheet: Sheet, top: float, keys: Sequence[Key], start: float = 0.0) -> float:
    """Write samples with their words, as many in a line as fit; returns where they end."""
    x, height = start, STEP
    for key in keys:
        lines = wrapped(key.text, sheet.width - start - SAMPLE - GAP, SMALL)
        width = SAMPLE + GAP + max(text_width(line, SMALL) for line in lines)
        if x > start and x + width > sheet.width:
            x, top, height = start, top + height + GAP / 2, STEP
        draw_sample(sheet, x, top + STEP / 2, key.sample)
        for place, line in enumerate(lines):
            sheet.words(x + SAMPLE + GAP, top + (place + 0.5) * STEP, line, size=SMALL)
        x, height = x + width + BETWEEN, max(height, len(lines) * STEP)
    return top + height + GAP if keys else top


def draw_sample(sheet: Sheet, x: float, middle: float, sample: str) -> None:
    """Draw a sample from `x` on."""
    if sample == SUM:
        sheet.fill(diamond(x + SAMPLE / 2, middle, 6.5), "sum")
    elif sample == POINTS:
        for place in (4, SAMPLE - 4):
            sheet.ring(x + place, middle, 3.5)
    elif sample in STROKES:
        sheet.curve([(x, middle), (x + SAMPLE, middle)], subject=True, dash=STROKES[sample])
    else:
        sheet.fill(box(x, middle - SAMPLE_HEIGHT / 2, SAMPLE, SAMPLE_HEIGHT), sample)
