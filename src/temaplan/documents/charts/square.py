"""Draws flows as a square: home down, work across, the area of a mark is the flow."""

import math
from collections.abc import Sequence

from temaplan.documents.charts.shapes import box
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Sheet
from temaplan.documents.charts.specs import Flows
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width, wrapped
from temaplan.documents.numbers import written

STEP = SMALL * LINE_HEIGHT
HEIGHT = 44.0  # of a cell: a mark and the figure under it
MOST_WIDE = 92.0
SIDE = 24.0  # of the largest mark
NAMES = 0.38  # at most so much of the sheet


def draw_square(sheet: Sheet, spec: Flows, top: float) -> float:
    """Draw the square from `top` on; returns where it ends."""
    words, places = words_in(spec.language), spec.places
    names = _names(sheet, places)
    left = max(text_width(line, SMALL) for lines in names for line in lines) + GAP
    wide = min((sheet.width - left) / len(places), MOST_WIDE)
    head = f"{spec.home or words['from']} ↓ · {spec.work or words['to']} →"
    bottom = sheet.lines_of_words(0, top, wrapped(head, sheet.width, SMALL), "start")
    for column in range(len(places)):
        text = str(column + 1)
        x = left + wide * (column + 0.5) - text_width(text, SMALL, bold=True) / 2
        sheet.words(x, bottom + STEP / 2, text, size=SMALL, bold=True)
    bottom += STEP
    flows = {(flow.origin, flow.destination): flow.value for flow in spec.flows}
    largest = max((value or 0.0 for value in flows.values()), default=0.0)
    for row, (place, lines) in enumerate(zip(places, names, strict=True)):
        y = bottom + row * HEIGHT
        sheet.rule(0, y, left + wide * len(places), y)
        _write_name(sheet, lines, y)
        for column, other in enumerate(places):
            value = flows.get((place, other))
            _draw_cell(
                sheet,
                (left + wide * (column + 0.5), y),
                _Cell(value, largest, stays=place == other, text=_text(value, spec)),
            )
    return bottom + HEIGHT * len(places)


class _Cell:
    """A flow in the square."""

    def __init__(self, value: float | None, largest: float, *, stays: bool, text: str) -> None:
        self.side = SIDE * math.sqrt((value or 0.0) / largest) if largest else 0.0
        self.fill = "hatch" if stays else "subject"
        self.text = text


def _names(sheet: Sheet, places: Sequence[str]) -> list[list[str]]:
    return [
        wrapped(f"{number} {place}", sheet.width * NAMES, SMALL)[:2]
        for number, place in enumerate(places, 1)
    ]


def _write_name(sheet: Sheet, lines: Sequence[str], top: float) -> None:
    first = top + HEIGHT / 2 - (len(lines) - 1) * STEP / 2
    for place, line in enumerate(lines):
        sheet.words(0, first + place * STEP, line, size=SMALL)


def _text(value: float | None, spec: Flows) -> str:
    return "–" if value is None else written(value, **spec.number)


def _draw_cell(sheet: Sheet, at: tuple[float, float], cell: _Cell) -> None:
    x, top = at
    if cell.side:
        half = cell.side / 2
        sheet.fill(box(x - half, top + 3 + SIDE / 2 - half, cell.side, cell.side), cell.fill)
    start = x - text_width(cell.text, SMALL) / 2
    sheet.words(start, top + HEIGHT - STEP / 2, cell.text, size=SMALL)
