"""Which industries a profile draws, and how far from 1 each stands."""

import math
from collections.abc import Sequence

from temaplan.documents.charts.specs import Profile, Quotient

# Eight times as much, or an eighth: what is farther away is drawn at the edge, with a break.
FARTHEST = 3.0
BEYOND = 0.35


def chosen(spec: Profile) -> tuple[list[Quotient], int]:
    """Return the industries that are drawn, highest first, and how many are left to the table."""
    known = [row for row in spec.rows if row.value is not None]
    weighed = any(row.share is not None for row in known)
    ranked = sorted(known, key=lambda row: (not row.highlight, -_weight(row, weighed)))
    drawn = sorted(ranked[: spec.most], key=lambda row: -(row.value or 0.0))
    return drawn, len(known) - len(drawn)


def _weight(row: Quotient, weighed: bool) -> float:
    """Return how much a row says: jobs more or fewer than the reference, or distance from 1."""
    if row.weight is not None:
        return abs(row.weight)
    if not row.value:
        return 0.0 if weighed else FARTHEST
    if weighed:
        return abs((row.share or 0.0) * (1 - 1 / row.value))
    return abs(math.log2(row.value))


def edge_of(rows: Sequence[Quotient]) -> float:
    """Return how far out a quotient of 0 is drawn: a little beyond all others."""
    return max((abs(doublings(row.value)) for row in rows if row.value), default=1.0) + BEYOND


def distance(row: Quotient, edge: float) -> float:
    """Return how far from 1 a row is drawn, in doublings."""
    return doublings(row.value) if row.value else -max(edge, 1.0 + BEYOND)


def is_beyond(row: Quotient) -> bool:
    """Tell whether the bar of a row is longer than the axis."""
    return bool(row.value) and abs(math.log2(row.value or 1.0)) > FARTHEST


def doublings(quotient: float) -> float:
    """Return how many times a quotient is 1 doubled, or halved where it is less."""
    return max(min(math.log2(quotient), FARTHEST), -FARTHEST)
