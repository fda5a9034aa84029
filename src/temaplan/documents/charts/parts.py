"""Draws a change as the parts that it is made of: stacked to both sides, or as steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.bar_rows import End, Scale, fitted_scale
from temaplan.documents.charts.captions import TOP, write_captions
from temaplan.documents.charts.legend import SUM, Key, write_legend
from temaplan.documents.charts.notes import without_figures, write_notes
from temaplan.documents.charts.parts_rows import FILLS, folded
from temaplan.documents.charts.places import (
    Place,
    label_column,
    middle_line,
    placed,
    write_label,
)
from temaplan.documents.charts.shapes import box, diamond
from temaplan.documents.charts.sheet import LABEL, Layout, Sheet
from temaplan.documents.charts.specs import Parts, PartsRow
from temaplan.documents.charts.steps import draw_steps
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

REACH = 7.0  # of the mark of a sum
CLEAR = REACH + 4.0


@dataclass(frozen=True)
class Row:
    """A row with where it stands."""

    told: PartsRow
    place: Place
    figure: str

    @property
    def total(self) -> float:
        """The sum, which every drawn row has."""
        return self.told.sum or 0.0

    @property
    def side(self) -> int:
        """On which side of zero the sum stands."""
        return -1 if self.total < 0 else 1

    def reach(self, side: int) -> float:
        """Return how far parts and sum go to one side."""
        parts = sum(value for value in self.told.values if value and value * side > 0)
        return max(abs(parts), self.total * side, 0.0)


def draw_parts(spec: Parts, layout: Layout) -> str:
    """Draw parts as one SVG: steps for one row, stacks for several."""
    known = [row for row in spec.rows if row.sum is not None]
    if len(spec.rows) == 1 and known:
        return draw_steps(spec, known[0], layout)
    sheet, words = Sheet(layout, spec.colour), words_in(spec.language)
    drawn = folded(known, spec.most, words["rest_sum"])
    bottom = write_legend(sheet, 0.0, _keys(spec, words["sum"]))
    rows = list(_rows(spec, drawn, layout, 0.0))
    left = label_column([row.place for row in rows], bold=True)
    scale = fitted_scale(_ends(rows, -1), _ends(rows, 1), left, layout.width)
    top = write_captions(sheet, scale.zero, *_sides(spec, rows), layout.width, top=bottom)
    rows = list(_rows(spec, drawn, layout, top))
    bottom = middle_line(sheet, scale.zero, [row.place for row in rows], top - TOP)
    for row in rows:
        _draw_row(sheet, row, scale, left)
    unknown = [(row.label, row.missing) for row in spec.rows if row.sum is None]
    return sheet.svg(write_notes(sheet, bottom, [without_figures(unknown, words)]), spec.marking)


def _keys(spec: Parts, sum_words: str) -> list[Key]:
    parts = [Key(FILLS[place], name) for place, name in enumerate(spec.components)]
    return [*parts, Key(SUM, spec.sum or sum_words)]


def _rows(spec: Parts, drawn: Sequence[PartsRow], layout: Layout, top: float) -> Iterator[Row]:
    places = placed((row.label for row in drawn), layout, top)
    for row, place in zip(drawn, places, strict=True):
        yield Row(row, place, written(row.sum or 0.0, **spec.number))


def _sides(spec: Parts, rows: Sequence[Row]) -> tuple[str, str]:
    less = any(row.reach(-1) for row in rows)
    return spec.left if less else "", spec.right if any(row.reach(1) for row in rows) else ""


def _ends(rows: Sequence[Row], side: int) -> list[End]:
    return [
        (row.reach(side), CLEAR + text_width(row.figure, LABEL, bold=True) * (row.side == side))
        for row in rows
    ]


def _draw_row(sheet: Sheet, row: Row, scale: Scale, left: float) -> None:
    place, ends = row.place, {-1: 0.0, 1: 0.0}
    for number, value in enumerate(row.told.values):
        if not value:
            continue
        side = -1 if value < 0 else 1
        start, end = sorted((scale.at(ends[side]), scale.at(ends[side] + value)))
        ends[side] += value
        sheet.fill(box(start, place.bar_top, end - start, place.thickness), FILLS[number])
    sheet.fill(diamond(scale.at(row.total), place.middle, REACH), "sum")
    write_label(sheet, place, left, bold=row.told.highlight)
    x = scale.at(row.reach(row.side) * row.side) + row.side * CLEAR
    sheet.words(x, place.middle, row.figure, anchor="end" if row.side < 0 else "start", bold=True)
