"""Reads the file that `tools/geography.py` makes. Loaded when the first map is drawn."""

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BORDERS_OF = 2024
FILE = Path(__file__).parent / f"municipalities_{BORDERS_OF}.json"
PER_DOUBLING = 2  # letters of weight, as the tool writes them

Place = tuple[int, int]


@dataclass(frozen=True)
class Arc:
    """A line of places, with how much each matters (0 is nothing); the ends matter most."""

    places: tuple[Place, ...]
    weights: bytes


@dataclass(frozen=True)
class Topology:
    """All arcs, and the rings of each municipality as numbers of arcs (−1 − n backwards)."""

    arcs: Sequence[Arc]
    areas: Mapping[str, Sequence[Sequence[int]]]


@cache
def topology() -> Topology:
    """Return the borders."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [
        Arc(tuple(_places(steps)), bytes(ord(letter) - ord("a") for letter in letters))
        for steps, letters in zip(told["arcs"], told["weights"], strict=True)
    ]
    return Topology(arcs, told["areas"])


def _places(steps: Sequence[int]) -> list[Place]:
    xs = itertools.accumulate(steps[::2])
    ys = itertools.accumulate(steps[1::2])
    return list(zip(xs, ys, strict=True))


def kept(arc: Arc, least: int) -> list[Place]:
    """Return the places of an arc that matter at least so much; the ends always do."""
    last = len(arc.places) - 1
    return [
        place
        for number, (place, weight) in enumerate(zip(arc.places, arc.weights, strict=True))
        if weight >= least or number in (0, last)
    ]
