"""The two axes of a bubble chart, and where each circle stands between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.documents.charts.bar_rows import Scale
from temaplan.documents.charts.doublings import write_doublings
from temaplan.documents.charts.plot import ticks_as_written
from temaplan.documents.charts.profile_rows import FARTHEST, doublings
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Layout, Sheet
from temaplan.documents.charts.specs import Bubble, Bubbles
from temaplan.documents.charts.ticks import round_ticks
from temaplan.documents.lettering import text_width, wrapped

STEP = SMALL * LINE_HEIGHT
LARGEST = {"wide": 27.0, "narrow": 19.0}
SMALLEST = 4.0
EDGE = 1.5  # of paper around a circle, so that those that overlap are told apart
TALLER = 1.35  # than a time series
TICK = 5.0


@dataclass(frozen=True)
class Disc:
    """A circle on the sheet, with what it stands for."""

    told: Bubble
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Field:
    """The room between the axes. `across` and `up` turn figures into places."""

    left: float
    right: float
    top: float
    bottom: float
    across: Scale
    up: Scale
    x_ticks: Sequence[float]
    y_ticks: Sequence[float]
    spec: Bubbles

    def disc(self, point: Bubble, radius: float) -> Disc:
        """Return where a known point stands."""
        return Disc(point, self.x(point.x or 0.0), self.up.at(point.y or 0.0), radius)

    def x(self, value: float) -> float:
        """Return where a figure of the axis across stands; a quotient of 0 at its left end."""
        if not self.spec.ratio:
            return self.across.at(value)
        return self.across.at(doublings(value) if value > 0 else self.x_ticks[0])


def field_for(sheet: Sheet, spec: Bubbles, layout: Layout) -> Field:
    """Return the field, with the height of its axes' names left over it."""
    known = [point for point in spec.points if point.is_known]
    y_ticks = round_ticks([spec.y_middle, *(point.y or 0.0 for point in known)])
    x_ticks = _x_ticks(spec, known)
    pad = LARGEST[layout.name] + EDGE
    room = max(text_width(text, SMALL) for text in ticks_as_written(y_ticks, spec.y_number))
    left, right = room + GAP, layout.width
    head = wrapped(f"↑ {spec.y_label}", layout.width, SMALL)
    top = len(head) * STEP + GAP
    bottom = top + layout.plot_height * TALLER
    return Field(
        left,
        right,
        top,
        bottom,
        _between(x_ticks, left + pad, right - pad),
        _between(y_ticks, bottom - pad, top + pad),
        x_ticks,
        y_ticks,
        spec,
    )


def _x_ticks(spec: Bubbles, known: Sequence[Bubble]) -> list[float]:
    values = [point.x or 0.0 for point in known]
    if not spec.ratio:
        return round_ticks([spec.x_middle, *values])
    away = [doublings(value) if value > 0 else -1.0 for value in (spec.x_middle, *values) if value]
    least = max(min(math.floor(min(away, default=0.0)), -1), -FARTHEST)
    most = min(max(math.ceil(max(away, default=0.0)), 1), FARTHEST)
    return [float(place) for place in range(int(least), int(most) + 1)]


def _between(ticks: Sequence[float], start: float, end: float) -> Scale:
    unit = (end - start) / (ticks[-1] - ticks[0])
    return Scale(start - ticks[0] * unit, unit)


def draw_axes(sheet: Sheet, field: Field) -> float:
    """Draw ticks, middle lines and the names of the axes; returns where they end."""
    spec = field.spec
    head = wrapped(f"↑ {spec.y_label}", sheet.width, SMALL)
    sheet.lines_of_words(0, 0, head, "start")
    told = ticks_as_written(field.y_ticks, spec.y_number)
    for tick, text in zip(field.y_ticks, told, strict=True):
        y = field.up.at(tick)
        sheet.rule(field.left, y, field.right, y)
        sheet.words(field.left - GAP, y, text, anchor="end", size=SMALL, quiet=True)
    middle_x, middle_y = field.x(spec.x_middle), field.up.at(spec.y_middle)
    sheet.rule(middle_x, field.top, middle_x, field.bottom, "reference")
    sheet.rule(field.left, middle_y, field.right, middle_y, "reference")
    bottom = _write_across(sheet, field)
    tail = wrapped(f"{spec.x_label} →", sheet.width, SMALL)
    return sheet.lines_of_words(sheet.width, bottom, tail, "end")


def _write_across(sheet: Sheet, field: Field) -> float:
    if field.spec.ratio:
        places = [int(tick) for tick in field.x_ticks]
        return write_doublings(sheet, field.across, places, field.bottom, field.left)
    free = field.left
    told = ticks_as_written(field.x_ticks, field.spec.x_number)
    for tick, text in zip(field.x_ticks, told, strict=True):
        x, half = field.across.at(tick), text_width(text, SMALL) / 2
        if x - half >= free and x + half <= sheet.width:
            sheet.rule(x, field.bottom, x, field.bottom + TICK)
            sheet.words(x - half, field.bottom + TICK + STEP / 2, text, size=SMALL, quiet=True)
            free = x + half + GAP
    return field.bottom + TICK + STEP
