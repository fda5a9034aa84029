"""Shapes as SVG elements without their end, so that a fill can be added."""

from collections.abc import Iterable

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def box(left: float, top: float, width: float, height: float) -> str:
    """Return an upright rectangle."""
    return (
        f'rect x="{number(left)}" y="{number(top)}" '
        f'width="{number(width)}" height="{number(height)}"'
    )


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle."""
    return f'circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'


def diamond(x: float, y: float, reach: float) -> str:
    """Return the mark of a sum: a square on its corner."""
    points = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return f'polygon points="{told(points)}"'


def polygon(points: Iterable[Point]) -> str:
    """Return a closed shape."""
    return f'polygon points="{told(points)}"'


def path(drawn: str) -> str:
    """Return a shape of several rings, told as SVG does."""
    return f'path d="{drawn}" fill-rule="evenodd"'


def told(points: Iterable[Point]) -> str:
    """Write points as SVG does."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)
