"""Make the borders that maps are drawn with from the open data of Kartverket.

    .venv/bin/python tools/geography.py municipalities_2024.geojson

Longitude and latitude become places in hundreds of metres (transverse Mercator around 15°
east, so that north is up as on Norwegian maps). A border between two municipalities is kept once
(an arc), so that it stays one line when it is made simpler. Each point has a letter for how much
it matters: the side, in hundreds of metres, of a square as large as what is lost without it
(Visvalingam & Whyatt 1993). A drawing keeps the points that it has room for.
"""

import heapq
import itertools
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TO = ROOT / "src/temaplan/documents/charts/geography/municipalities_2024.json"
RADIUS = 63_710.0  # of the earth, in hundreds of metres
MIDDLE = 15.0  # degrees east
FALSE_EAST = 5_000.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PER_DOUBLING = 2  # letters

Point = tuple[float, float]
Place = tuple[int, int]
Ring = list[Point]


def main() -> None:
    """Read the file that the command names and write the product's own."""
    features = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["features"]
    rings = {feature["properties"]["id"]: list(_rings(feature)) for feature in features}
    junctions = _junctions(rings)
    arcs: dict[tuple[Point, ...], int] = {}
    areas = {
        code: [_as_arcs(ring, junctions, arcs) for ring in rings[code]] for code in sorted(rings)
    }
    written = [_written(arc) for arc in arcs]
    content = {
        "source": "© Kartverket, kommunegrenser 2024",
        "licence": "CC-BY-4.0",
        "arcs": [line for line, _letters in written],
        "weights": [letters for _line, letters in written],
        "areas": areas,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    TO.write_text(text + "\n", encoding="utf-8")
    print(f"{len(areas)} municipalities, {len(arcs)} arcs, {len(text) // 1000} kB", file=sys.stderr)


def _rings(feature: dict[str, Any]) -> Iterator[Ring]:
    """Return the rings of a municipality, each without its repeated last point."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        for ring in polygon:
            yield [tuple(point) for point in ring[:-1]]


def _junctions(rings: dict[str, list[Ring]]) -> set[Point]:
    """Return the points where borders meet or part: neighbours differ from ring to ring."""
    beside: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for several in rings.values():
        for ring in several:
            for place, point in enumerate(ring):
                around = frozenset((ring[place - 1], ring[(place + 1) % len(ring)]))
                beside[point].add(around)
    return {point for point, around in beside.items() if len(around) > 1}


def _as_arcs(ring: Ring, junctions: set[Point], arcs: dict[tuple[Point, ...], int]) -> list[int]:
    """Return a ring as numbers of arcs; one that is walked backwards is −1 − number."""
    cuts = [place for place, point in enumerate(ring) if point in junctions]
    start = cuts[0] if cuts else ring.index(min(ring))
    turned = [*ring[start:], *ring[:start], ring[start]]
    ends = [place - start for place in cuts] or [0]
    pairs = zip(ends, [*ends[1:], len(ring)], strict=True)
    return [_number(tuple(turned[begin : end + 1]), arcs) for begin, end in pairs]


def _number(arc: tuple[Point, ...], arcs: dict[tuple[Point, ...], int]) -> int:
    backwards = arc[::-1]
    if backwards in arcs and backwards != arc:
        return -1 - arcs[backwards]
    return arcs.setdefault(arc, len(arcs))


def _written(arc: tuple[Point, ...]) -> tuple[list[int], str]:
    """Return places as steps from one to the next, and how much each point matters."""
    places = [_projected(point) for point in arc]
    letters = [_letter(weight) for weight in _weights(places)]
    kept = [0, *(n for n in range(1, len(places) - 1) if places[n] != places[n - 1])]
    kept.append(len(places) - 1)
    steps = list(places[0])
    for before, after in itertools.pairwise(kept):
        steps += [places[after][0] - places[before][0], places[after][1] - places[before][1]]
    return steps, "".join(letters[n] for n in kept)


def _projected(point: Point) -> Place:
    east, north = math.radians(point[0] - MIDDLE), math.radians(point[1])
    x = RADIUS * math.atanh(math.cos(north) * math.sin(east))
    y = RADIUS * math.atan2(math.tan(north), math.cos(east))
    return round(x + FALSE_EAST), round(-y)


def _letter(weight: float) -> str:
    most = len(LETTERS) - 1
    doublings = math.log2(min(max(weight, 1.0), 2.0**most))
    return LETTERS[min(int(doublings * PER_DOUBLING), most)]


def _weights(places: list[Place]) -> list[float]:
    """Return for each point how much is lost without it; the ends are never lost."""
    last = len(places) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    weights = [math.inf] * len(places)
    areas = {n: _area(places, n - 1, n, n + 1) for n in range(1, last)}
    queue = [(area, n) for n, area in areas.items()]
    heapq.heapify(queue)
    highest = 0.0
    while queue:
        area, n = heapq.heappop(queue)
        if areas.get(n) != area:
            continue
        del areas[n]
        highest = max(highest, area)
        weights[n] = math.sqrt(highest)
        before[after[n]], after[before[n]] = before[n], after[n]
        for beside in (before[n], after[n]):
            if beside in areas:
                areas[beside] = _area(places, before[beside], beside, after[beside])
                heapq.heappush(queue, (areas[beside], beside))
    return weights


def _area(places: list[Place], first: int, second: int, third: int) -> float:
    (x1, y1), (x2, y2), (x3, y3) = places[first], places[second], places[third]
    return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2


if __name__ == "__main__":
    main()
