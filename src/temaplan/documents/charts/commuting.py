"""Draws who goes out of a place, stays in it, comes into it: one row a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.bar_rows import End, Scale, fitted_scale
from temaplan.documents.charts.legend import Key, write_legend
from temaplan.documents.charts.notes import left_to_table, without_figures, write_notes
from temaplan.documents.charts.places import (
    Place,
    label_column,
    middle_line,
    placed,
    write_label,
)
from temaplan.documents.charts.shapes import box
from temaplan.documents.charts.sheet import GAP, LABEL, Layout, Sheet
from temaplan.documents.charts.specs import Commuters, Commuting
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

OUT, STAY, IN = "hatch", "subject", "dots"


@dataclass(frozen=True)
class Row:
    """A place with its three figures as written; those that stay begin at the line."""

    told: Commuters
    place: Place
    out: str
    own: str
    into: str

    @property
    def jobs(self) -> float:
        """How far the bar goes to the right."""
        return (self.told.own or 0.0) + (self.told.arriving or 0.0)


def draw_commuting(spec: Commuting, layout: Layout) -> str:
    """Draw commuting as one SVG."""
    sheet, words = Sheet(layout, spec.colour), words_in(spec.language)
    known = [row for row in spec.rows if _is_known(row)]
    drawn = _largest(known, spec.most)
    top = write_legend(
        sheet,
        0.0,
        [Key(OUT, words["leaving"]), Key(STAY, words["own"]), Key(IN, words["arriving"])],
    )
    rows = list(_rows(spec, drawn, layout, top))
    left = label_column([row.place for row in rows], bold=True)
    scale = fitted_scale(_out(rows), _in(rows), left, layout.width)
    bottom = middle_line(sheet, scale.zero, [row.place for row in rows], top)
    for row in rows:
        _draw_row(sheet, row, scale, left)
    unknown = [(row.label, row.missing) for row in spec.rows if not _is_known(row)]
    notes = [left_to_table(len(known) - len(drawn), words), without_figures(unknown, words)]
    return sheet.svg(write_notes(sheet, bottom, notes), spec.marking)


def _largest(rows: Sequence[Commuters], most: int) -> list[Commuters]:
    """Return the rows to draw, in their order."""
    if len(rows) <= most:
        return list(rows)

    def weight(place: int) -> tuple[bool, float]:
        row = rows[place]
        return not row.highlight, -((row.own or 0.0) + (row.arriving or 0.0))

    return [rows[place] for place in sorted(sorted(range(len(rows)), key=weight)[:most])]


def _is_known(row: Commuters) -> bool:
    return any(value is not None for value in (row.own, row.arriving, row.leaving))


def _rows(spec: Commuting, known: Sequence[Commuters], layout: Layout, top: float) -> Iterator[Row]:
    words = words_in(spec.language)
    places = placed((row.label for row in known), layout, top)
    for row, place in zip(known, places, strict=True):
        told = [
            (row.missing or words["unknown"]) if value is None else written(value, **spec.number)
            for value in (row.leaving, row.own, row.arriving)
        ]
        yield Row(row, place, *told)


def _out(rows: Sequence[Row]) -> list[End]:
    return [(row.told.leaving or 0.0, text_width(row.out, LABEL) + GAP) for row in rows]


def _in(rows: Sequence[Row]) -> list[End]:
    return [(row.jobs, text_width(row.into, LABEL) + GAP) for row in rows]


def _draw_row(sheet: Sheet, row: Row, scale: Scale, left: float) -> None:
    place, told = row.place, row.told
    ends = (-(told.leaving or 0.0), 0.0, told.own or 0.0, row.jobs)
    for start, end, fill in zip(ends, ends[1:], (OUT, STAY, IN), strict=False):
        if end > start:
            width = (end - start) * scale.unit
            sheet.fill(box(scale.at(start), place.bar_top, width, place.thickness), fill)
    write_label(sheet, place, left, bold=told.highlight)
    sheet.words(scale.at(ends[0]) - GAP, place.middle, row.out, anchor="end")
    sheet.words(scale.at(row.jobs) + GAP, place.middle, row.into)
    if text_width(row.own, LABEL) + GAP < (told.own or 0.0) * scale.unit:
        sheet.words_on_subject(scale.at((told.own or 0.0) / 2), place.middle, row.own)
