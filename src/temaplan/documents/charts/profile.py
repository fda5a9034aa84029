"""Draws location quotients around 1: bars on an axis where twice and half are as far away."""

from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.documents.charts.bar_rows import Scale, fitted_scale
from temaplan.documents.charts.captions import TOP, write_captions
from temaplan.documents.charts.doublings import round_reach, write_doublings
from temaplan.documents.charts.notes import left_to_table, without_figures, write_notes
from temaplan.documents.charts.places import (
    Place,
    label_column,
    middle_line,
    placed,
    write_label,
)
from temaplan.documents.charts.profile_rows import chosen, distance, doublings, edge_of, is_beyond
from temaplan.documents.charts.shapes import box, number
from temaplan.documents.charts.sheet import (
    GAP,
    LABEL,
    SMALL,
    Layout,
    Sheet,
    within,
)
from temaplan.documents.charts.specs import Profile, Quotient
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width, wrapped
from temaplan.documents.numbers import written

SHARE_ROOM = 84.0
BREAK_AT = 14.0
CAP = 4.0  # half of a whisker's end


@dataclass(frozen=True)
class Row:
    """An industry, where it stands, and how it is written."""

    told: Quotient
    place: Place
    figure: str
    share: str
    away: float  # how far from 1, in doublings


def draw_profile(spec: Profile, layout: Layout) -> str:
    """Draw a profile as one SVG."""
    sheet = Sheet(layout, spec.colour)
    words = words_in(spec.language)
    drawn, folded = chosen(spec)
    room = SHARE_ROOM + GAP if spec.share and layout.beside else 0.0
    end = layout.width - room
    unplaced = _rows(spec, drawn, layout, 0.0)
    left = label_column([row.place for row in unplaced])
    scale = fitted_scale(_ends(unplaced, -1), _ends(unplaced, 1), left, end)
    head = _head_shares(sheet, spec, layout)
    above = 0.0 if layout.beside else head
    top = write_captions(sheet, scale.zero, *_sides(spec, unplaced), end, top=above)
    top = max(top, head)
    rows = _rows(spec, drawn, layout, top)
    bottom = middle_line(sheet, scale.zero, [row.place for row in rows], top - TOP)
    for row in rows:
        _draw_row(sheet, row, scale, left, highlighted=_stands_out(row, rows))
    bottom = _draw_axis(sheet, spec, scale, bottom, rows=rows, start=left)
    unknown = [(row.label, row.missing) for row in spec.rows if row.value is None]
    notes = [left_to_table(folded, words), without_figures(unknown, words)]
    return sheet.svg(write_notes(sheet, bottom, notes), spec.marking)


def _rows(spec: Profile, drawn: Sequence[Quotient], layout: Layout, top: float) -> list[Row]:
    shares = [_share(row) if spec.share else "" for row in drawn]
    beside = max((text_width(share, LABEL) for share in shares), default=0.0)
    room = layout.width - (beside + GAP if spec.share else 0.0)
    places = placed((row.label for row in drawn), layout, top, room)
    edge = edge_of(drawn)
    return [
        Row(row, place, written(row.value or 0.0, **spec.number), share, distance(row, edge))
        for row, place, share in zip(drawn, places, shares, strict=True)
    ]


def _share(row: Quotient) -> str:
    return "" if row.share is None else written(row.share, decimals=1, percent=True)


def _sides(spec: Profile, rows: Sequence[Row]) -> tuple[str, str]:
    less = any(row.away < 0 for row in rows)
    more = any(row.away > 0 for row in rows)
    return spec.left if less else "", spec.right if more else ""


def _ends(rows: Sequence[Row], side: int) -> list[tuple[float, float]]:
    """Return how far each row reaches on one side of 1, and the room for its figure there."""
    ends = [
        (_reach(row, side), text_width(row.figure, LABEL) + GAP)
        for row in rows
        if _side(row) == side
    ]
    others = [(_reach(row, side), 0.0) for row in rows if _side(row) != side]
    return [*ends, *others, (1.0 if ends else 0.0, 0.0)]


def _side(row: Row) -> int:
    return -1 if row.away < 0 else 1


def _reach(row: Row, side: int) -> float:
    ends = [row.away, *(doublings(end) for end in (row.told.low, row.told.high) if end)]
    return max(0.0, *(end * side for end in ends))


def _head_shares(sheet: Sheet, spec: Profile, layout: Layout) -> float:
    if not spec.share:
        return 0.0
    room = SHARE_ROOM if layout.beside else layout.width
    lines = wrapped(spec.share, room, SMALL)
    return sheet.lines_of_words(layout.width, 0, lines, "end") + GAP / 2


def _stands_out(row: Row, rows: Sequence[Row]) -> bool:
    chosen_ones = any(other.told.highlight for other in rows)
    return row.told.highlight if chosen_ones else row.away > 0


def _draw_row(sheet: Sheet, row: Row, scale: Scale, left: float, *, highlighted: bool) -> None:
    place, side = row.place, _side(row)
    start, end = sorted((scale.zero, scale.at(row.away)))
    if end > start:
        fill = "open" if row.told.value == 0 else "subject" if highlighted else "rest"
        sheet.fill(box(start, place.bar_top, end - start, place.thickness), fill)
    if is_beyond(row.told):
        _break(sheet, scale.at(row.away) - side * BREAK_AT, place)
    _draw_whisker(sheet, row, scale)
    write_label(sheet, place, left)
    x = scale.zero + side * (_reach(row, side) * scale.unit + GAP)
    sheet.words(x, place.middle, row.figure, anchor="end" if side < 0 else "start")
    if row.share:
        height = place.middle if place.beside else place.first_line
        sheet.words(sheet.width, height, row.share, anchor="end", quiet=True)


def _break(sheet: Sheet, x: float, place: Place) -> None:
    """Show that a bar is longer than there is room for."""
    top, bottom = number(place.bar_top), number(place.bar_top + place.thickness)
    drawn = "".join(f"M{number(at - 3)} {bottom}L{number(at + 3)} {top}" for at in (x, x + 5))
    sheet.outline(drawn, "on-bar", 2)


def _draw_whisker(sheet: Sheet, row: Row, scale: Scale) -> None:
    """Draw the bounds of a quotient, seen on a bar and beside it."""
    if not row.told.low or not row.told.high:
        return
    low, high = (scale.at(doublings(end)) for end in (row.told.low, row.told.high))
    y = row.place.middle
    ends = "".join(f"M{number(x)} {number(y - CAP)}V{number(y + CAP)}" for x in (low, high))
    line = f"M{number(low)} {number(y)}H{number(high)}{ends}"
    sheet.outline(line, "on-bar", 4)
    sheet.outline(line, "reference", 1.5)


def _draw_axis(
    sheet: Sheet, spec: Profile, scale: Scale, top: float, *, rows: Sequence[Row], start: float
) -> float:
    """Draw what is half, the same, twice; and under it what 1 is."""
    if not rows:
        return top
    least, most = (round_reach(max(_reach(row, side) for row in rows)) for side in (-1, 1))
    bottom = write_doublings(sheet, scale, range(-least, most + 1), top, start)
    for line in wrapped(spec.reference, sheet.width, SMALL):
        x = within(scale.zero, line, sheet.width)
        bottom = sheet.lines_of_words(x, bottom, [line], "start")
    return bottom
