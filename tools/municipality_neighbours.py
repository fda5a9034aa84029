"""Write which municipalities share a border, from a GeoJSON file of their borders.

Run it with `uv run python tools/municipality_neighbours.py borders.geojson > neighbours.csv`.
Two municipalities are neighbours when their outlines share a point; islands have none.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DECIMALS = 5  # of a degree: about a metre

Point = tuple[float, float]


def neighbours(features: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Return each pair once, the lower number first."""
    meeting: dict[Point, set[str]] = defaultdict(set)
    for feature in features:
        code = str(feature["properties"]["kommunenummer"])
        for x, y in _points(feature["geometry"]["coordinates"]):
            meeting[round(x, DECIMALS), round(y, DECIMALS)].add(code)
    return {(a, b) for codes in meeting.values() for a in codes for b in codes if a < b}


def _points(coordinates: Any) -> Iterator[Point]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from _points(part)


if __name__ == "__main__":
    borders = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write("code,neighbour\n")
    for pair in sorted(neighbours(borders["features"])):
        sys.stdout.write(",".join(pair) + "\n")
