"""Draws one change as steps: each part from where the one before it ended, the sum last."""

from collections.abc import Iterator
from dataclasses import dataclass

from temaplan.documents.charts.bar_rows import End, Scale, fitted_scale
from temaplan.documents.charts.captions import TOP, write_captions
from temaplan.documents.charts.parts_rows import FILLS
from temaplan.documents.charts.places import (
    Place,
    label_column,
    middle_line,
    placed,
    write_label,
)
from temaplan.documents.charts.shapes import box
from temaplan.documents.charts.sheet import GAP, LABEL, Layout, Sheet
from temaplan.documents.charts.specs import Parts, PartsRow
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written


@dataclass(frozen=True)
class Step:
    """One part, from `start` on; a part that is not known has a word instead of a bar."""

    label: str
    start: float
    value: float | None
    figure: str
    fill: str

    @property
    def end(self) -> float:
        """Where the next one begins."""
        return self.start + (self.value or 0.0)

    @property
    def side(self) -> int:
        """To which side it goes."""
        return -1 if (self.value or 0.0) < 0 else 1


def draw_steps(spec: Parts, row: PartsRow, layout: Layout) -> str:
    """Draw the parts of one row and their sum as one SVG."""
    sheet = Sheet(layout, spec.colour)
    steps = list(_steps(spec, row))
    labels = [step.label for step in steps]
    left = label_column(list(placed(labels, layout, 0.0)), bold=True)
    scale = fitted_scale(_ends(steps, -1), _ends(steps, 1), left, layout.width)
    sides = (
        spec.left if any(step.side < 0 for step in steps) else "",
        spec.right if any(step.side > 0 for step in steps) else "",
    )
    top = write_captions(sheet, scale.zero, *sides, layout.width)
    places = list(placed(labels, layout, top))
    bottom = middle_line(sheet, scale.zero, places, top - TOP)
    for number, (step, place) in enumerate(zip(steps, places, strict=True)):
        _draw_step(sheet, step, place, scale, left=left)
        if number < len(steps) - 1 and place.beside:
            x = scale.at(step.end)
            sheet.rule(x, place.bar_top + place.thickness, x, places[number + 1].bar_top)
    return sheet.svg(bottom, spec.marking)


def _steps(spec: Parts, row: PartsRow) -> Iterator[Step]:
    words, start = words_in(spec.language), 0.0
    for name, value, fill in zip(spec.components, row.values, FILLS, strict=False):
        figure = row.missing or words["unknown"]
        step = Step(
            name, start, value, figure if value is None else written(value, **spec.number), fill
        )
        yield step
        start = step.end
    total = row.sum or 0.0
    yield Step(spec.sum or words["sum"], 0.0, total, written(total, **spec.number), "ink")


def _ends(steps: list[Step], side: int) -> list[End]:
    ends: list[End] = []
    for step in steps:
        room = text_width(step.figure, LABEL, bold=True) + GAP
        far = max(step.start * side, step.end * side, 0.0)
        ends.append((far, room if step.side == side else 0.0))
        # A figure may stand beyond zero, of a bar that is wholly on the other side.
        if step.side == side and step.end * side < 0:
            ends.append((0.0, max(room, 0.0)))
    return ends


def _draw_step(sheet: Sheet, step: Step, place: Place, scale: Scale, *, left: float) -> None:
    start, end = sorted((scale.at(step.start), scale.at(step.end)))
    if end > start:
        sheet.fill(box(start, place.bar_top, end - start, place.thickness), step.fill)
    last = step.fill == "ink"
    write_label(sheet, place, left, bold=last)
    sheet.words(
        scale.at(step.end) + step.side * GAP,
        place.middle,
        step.figure,
        anchor="end" if step.side < 0 else "start",
        bold=last,
        quiet=step.value is None,
    )
