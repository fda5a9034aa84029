"""From borders in hundreds of metres to a map on the sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.geography import Ring
from temaplan.documents.charts.shapes import Point, number

AROUND = 0.05  # of the larger side, seen beyond the areas
FINE = 0.8  # a bend shorter than this on the sheet is not seen


# Left, top, right and bottom, in hundreds of metres.
Extent = tuple[int, int, int, int]


@dataclass(frozen=True)
class View:
    """Which part of the country is shown, where on the sheet, and how large."""

    left: float
    top: float
    width: float
    height: float
    unit: float  # of the sheet, for a hundred metres
    start: Point  # the place in the country at the upper left corner

    @property
    def fine(self) -> float:
        """The shortest bend to draw, in hundreds of metres."""
        return FINE / self.unit

    def shows(self, extent: Extent) -> bool:
        """Tell whether something between these edges can be seen."""
        left, top, right, bottom = extent
        x, y = self.start
        return (
            left < x + self.width / self.unit
            and right > x
            and top < y + self.height / self.unit
            and bottom > y
        )

    def on_sheet(self, ring: Ring) -> list[Point]:
        """Return a ring on the sheet, cut off at the edges of the map."""
        points = [
            (
                self.left + (x - self.start[0]) * self.unit,
                self.top + (y - self.start[1]) * self.unit,
            )
            for x, y in ring
        ]
        return self._cut(points)

    def _cut(self, points: list[Point]) -> list[Point]:
        """Cut a ring at the four edges, one after the other (Sutherland & Hodgman 1974)."""
        edges = (
            (0, self.left, 1),
            (0, self.left + self.width, -1),
            (1, self.top, 1),
            (1, self.top + self.height, -1),
        )
        for axis, limit, side in edges:
            if all((point[axis] - limit) * side >= 0 for point in points):
                continue
            points = list(_within(points, axis, limit, side))
        return points


def _within(points: Sequence[Point], axis: int, limit: float, side: int) -> Iterable[Point]:
    for place, point in enumerate(points):
        before = points[place - 1]
        inside, was = ((each[axis] - limit) * side >= 0 for each in (point, before))
        if inside != was:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            crossing = [before[0] + part * (point[0] - before[0])]
            crossing.append(before[1] + part * (point[1] - before[1]))
            crossing[axis] = limit
            yield crossing[0], crossing[1]
        if inside:
            yield point


def view_of(extents: Sequence[Extent], left: float, top: float, room: tuple[float, float]) -> View:
    """Return the view that shows what lies between these edges as large as the room allows."""
    first = (min(each[0] for each in extents), min(each[1] for each in extents))
    last = (max(each[2] for each in extents), max(each[3] for each in extents))
    pad = AROUND * max(last[0] - first[0], last[1] - first[1])
    across, down = (end - start + 2 * pad for start, end in zip(first, last, strict=True))
    unit = min(room[0] / across, room[1] / down)
    return View(left, top, across * unit, down * unit, unit, (first[0] - pad, first[1] - pad))


def frame_of(view: View) -> str:
    """Return the edge of a map that is cut out of a larger one."""
    left, top = view.left, view.top
    right, bottom = left + view.width, top + view.height
    return path_of([[(left, top), (right, top), (right, bottom), (left, bottom)]])


def path_of(rings: Iterable[Sequence[Point]]) -> str:
    """Write rings as an SVG path, as steps with one decimal: short, and without gaps."""
    return "".join(_closed(ring) for ring in rings)


def _closed(ring: Sequence[Point]) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    told, before = "", tenths[0]
    for place in tenths[1:]:
        if place == before:
            continue
        told += f"{_step(place[0] - before[0])},{_step(place[1] - before[1])} "
        before = place
    start = f"M{number(tenths[0][0] / 10)},{number(tenths[0][1] / 10)}"
    return f"{start}l{told.rstrip()}z" if told else ""


def _step(tenths: int) -> str:
    return f"{tenths / 10:g}"
