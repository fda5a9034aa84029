"""The outline of one area, or of several as one, as simple as the map is small."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from temaplan.documents.charts.geography.topology import PER_DOUBLING, Place, kept, topology

Ring = tuple[Place, ...]
COUNTY_DIGITS = 2
LEAST_CORNERS = 3
# Maps are drawn in two sizes of the country and some of its parts.
KEPT_SIZES = 64


def county_of(code: str) -> str:
    """Return the county of a municipality: its first two digits."""
    return code[:COUNTY_DIGITS]


def is_area(code: str) -> Literal["municipality", "county"] | None:
    """Return the level of a code that the map has, or None for any other."""
    areas = topology().areas
    if code in areas:
        return "municipality"
    return "county" if code in {county_of(each) for each in areas} else None


def outlines_of(codes: Iterable[str], fine: float) -> list[Ring]:
    """Return the rings around municipalities, without the borders between them.

    `fine` is the length on the map, in hundreds of metres, below which a bend is left out, and
    below whose square an island is, unless it is the largest part.
    """
    rings = [_ring(arcs, _level(fine)) for arcs in _around(tuple(codes))]
    rings.sort(key=_size, reverse=True)
    whole = [ring for ring in rings if len(ring) >= LEAST_CORNERS]
    return [ring for place, ring in enumerate(whole) if place == 0 or _size(ring) >= fine**2]


@lru_cache(maxsize=1024)
def extent_of(code: str) -> tuple[int, int, int, int]:
    """Return the edges of a municipality: left, top, right, bottom."""
    arcs = [arc for ring in topology().areas[code] for arc in ring]
    places = [place for arc in arcs for place in topology().arcs[max(arc, -1 - arc)].places]
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def _level(fine: float) -> int:
    return math.ceil(math.log2(fine) * PER_DOUBLING) if fine > 1 else 0


@lru_cache(maxsize=1024)
def _around(codes: tuple[str, ...]) -> list[list[int]]:
    """Return the rings of several areas as one: arcs that are walked both ways fall out."""
    areas = topology().areas
    rings = [list(ring) for code in codes for ring in areas[code]]
    if len(codes) == 1:
        return rings
    times = Counter(max(arc, -1 - arc) for ring in rings for arc in ring)
    left = [arc for ring in rings for arc in ring if times[max(arc, -1 - arc)] == 1]
    return _joined(left)


def _joined(arcs: Sequence[int]) -> list[list[int]]:
    """Put arcs together to rings, end to start."""
    starting: dict[Place, list[int]] = {}
    for arc in arcs:
        starting.setdefault(_end(arc, first=True), []).append(arc)
    rings: list[list[int]] = []
    for arc in arcs:
        if arc not in starting.get(_end(arc, first=True), ()):
            continue
        ring, begun = [], _end(arc, first=True)
        walking: int | None = arc
        while walking is not None:
            starting[_end(walking, first=True)].remove(walking)
            ring.append(walking)
            there = _end(walking, first=False)
            onward = starting.get(there, [])
            walking = onward[0] if onward and there != begun else None
        rings.append(ring)
    return rings


def _end(arc: int, *, first: bool) -> Place:
    """Return where an arc begins or ends, as it is walked."""
    places = topology().arcs[max(arc, -1 - arc)].places
    return places[0] if first == (arc >= 0) else places[-1]


def _ring(arcs: Sequence[int], level: int) -> Ring:
    places: list[Place] = []
    for arc in arcs:
        line = _line(arc, level)
        places += line[:-1]
    return tuple(places)


@lru_cache(maxsize=KEPT_SIZES * 256)
def _line(arc: int, level: int) -> tuple[Place, ...]:
    places = kept(topology().arcs[max(arc, -1 - arc)], level)
    return tuple(places if arc >= 0 else reversed(places))


def _size(ring: Ring) -> float:
    """Return the area of a ring."""
    turned = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2
