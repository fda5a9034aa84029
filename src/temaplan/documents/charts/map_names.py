"""Names and figures on the areas of a map, where they have room."""

from collections.abc import Iterator, Sequence

from temaplan.documents.charts.free_room import Box, Room
from temaplan.documents.charts.geography import Ring
from temaplan.documents.charts.map_view import View
from temaplan.documents.charts.shapes import Point
from temaplan.documents.charts.sheet import LINE_HEIGHT, SMALL, Sheet
from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs import Area
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

STEP = SMALL * LINE_HEIGHT
OVER = 1.15  # a name may be so much wider than its area
ROWS = 9  # heights at which a name is tried


def write_area_names(
    sheet: Sheet, areas: Sequence[tuple[Area, Sequence[Ring]]], view: View, number: NumberFormat
) -> None:
    """Write names and figures, those of highlighted and then of large areas first."""
    room = Room(Box(view.left, view.top, view.width, view.height), [])
    shown = [(area, view.on_sheet(rings[0])) for area, rings in areas if rings]
    shown.sort(key=lambda each: (not each[0].highlight, -_extent(each[1])))
    for area, ring in shown:
        lines = [area.label]
        if area.value is not None:
            lines.append(written(area.value, **number))
        place = _place_for(lines, ring, room)
        if place is None:
            continue
        for n, line in enumerate(lines):
            x = place.left + (place.width - text_width(line, SMALL)) / 2
            sheet.words(x, place.top + (n + 0.5) * STEP, line, size=SMALL, halo=True)
        room.take(place)


def _extent(ring: Sequence[Point]) -> float:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) if ring else 0.0


def _place_for(lines: Sequence[str], ring: Sequence[Point], room: Room) -> Box | None:
    """Return where words stand in an area: in its widest stretch, if they fit there."""
    width = max(text_width(line, SMALL) for line in lines)
    height = len(lines) * STEP
    for across, start, y in sorted(_stretches(ring), reverse=True):
        box = Box(start + across / 2 - width / 2, y - height / 2, width, height)
        if width <= across * OVER and room.is_free(box):
            return box
    return None


def _stretches(ring: Sequence[Point]) -> Iterator[tuple[float, float, float]]:
    """Return the widest stretch within a ring at some heights: width, start, height."""
    ys = [y for _x, y in ring]
    for row in range(1, ROWS):
        y = min(ys, default=0.0) + (max(ys, default=0.0) - min(ys, default=0.0)) * row / ROWS
        crossings = sorted(_crossings(ring, y))
        pairs = zip(crossings[::2], crossings[1::2], strict=False)
        widest = max(((end - start, start) for start, end in pairs), default=None)
        if widest is not None:
            yield widest[0], widest[1], y


def _crossings(ring: Sequence[Point], y: float) -> Iterator[float]:
    for place, (x2, y2) in enumerate(ring):
        x1, y1 = ring[place - 1]
        if (y1 <= y) != (y2 <= y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
