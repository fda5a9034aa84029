"""Finds room for words among circles and other words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

CLEAR = 2.0
NOTHING = 1e-9
# How far from a circle words may stand: right beside it, then farther, with a line to it.
NEAR, FAR = (3.0,), (12.0, 24.0, 38.0)
# The sides of a circle in the order in which words are read easiest.
SIDES = (0, 180, 270, 90, 315, 45, 225, 135)


@dataclass(frozen=True)
class Box:
    """An upright rectangle that words take."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Tell whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def meets_circle(self, x: float, y: float, radius: float) -> bool:
        """Tell whether a circle reaches into it."""
        across = x - min(max(x, self.left), self.right)
        up = y - min(max(y, self.top), self.bottom)
        return math.hypot(across, up) < radius


Circle = tuple[float, float, float]


@dataclass
class Room:
    """The room that is left on a field."""

    edges: Box
    circles: Sequence[Circle]
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Keep a place for words."""
        self.taken.append(box)

    def find(
        self, circle: Circle, size: tuple[float, float], distances: Sequence[float]
    ) -> tuple[Box, float] | None:
        """Return the first free place beside a circle, with its distance, or None."""
        for distance in distances:
            for box in _around(circle, size, distance):
                if self.is_free(box):
                    return box, distance
        return None

    def is_free(self, box: Box) -> bool:
        """Tell whether words can stand in a place."""
        inside = (
            self.edges.left <= box.left
            and box.right <= self.edges.right
            and self.edges.top <= box.top
            and box.bottom <= self.edges.bottom
        )
        if not inside or any(box.meets(other) for other in self.taken):
            return False
        return not any(box.meets_circle(x, y, radius + CLEAR) for x, y, radius in self.circles)


def _around(circle: Circle, size: tuple[float, float], distance: float) -> Iterator[Box]:
    x, y, radius = circle
    width, height = size
    for degrees in SIDES:
        turn = math.radians(degrees)
        across, up = math.cos(turn), math.sin(turn)
        reach = radius + CLEAR + distance
        middle_x = x + across * reach + _sign(across) * width / 2
        middle_y = y + up * reach + _sign(up) * height / 2
        yield Box(middle_x - width / 2, middle_y - height / 2, width, height)


def _sign(value: float) -> int:
    return round(value / abs(value)) if abs(value) > NOTHING else 0
