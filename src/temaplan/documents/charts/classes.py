"""Puts areas in classes with round limits, and gives each class its fill."""

import math
from bisect import bisect_right
from collections.abc import Sequence

from temaplan.documents.charts.fills import TONES
from temaplan.documents.charts.specs import Choropleth

# Limits are rounded to so many digits, or one more where they would fall together.
DIGITS = 2
MOST_DIGITS = 4
MOST_LOW = 3


def limits_of(spec: Choropleth) -> tuple[float, ...]:
    """Return the limits between classes, rising."""
    if spec.limits:
        return spec.limits
    values = sorted(area.value for area in spec.areas if area.value is not None)
    if spec.middle is None:
        return tuple(_round_limits(values, spec.classes - 1))
    low = [value for value in values if value < spec.middle]
    high = [value for value in values if value >= spec.middle]
    below = min(spec.classes // 2, MOST_LOW) if low else 0
    above = spec.classes - below if high else 0
    return (
        *_round_limits(low, below - 1),
        *([spec.middle] if low and high else []),
        *_round_limits(high, above - 1),
    )


def _round_limits(values: Sequence[float], number: int) -> list[float]:
    """Return round figures that part the values in about equally many."""
    if number < 1 or len(set(values)) <= 1:
        return []
    wished = [values[len(values) * place // (number + 1)] for place in range(1, number + 1)]
    for digits in range(DIGITS, MOST_DIGITS):
        limits = sorted({_rounded(value, digits, values) for value in wished})
        if len(limits) == len(set(wished)):
            break
    return [limit for limit in limits if values[0] < limit <= values[-1]]


def _rounded(value: float, digits: int, values: Sequence[float]) -> float:
    span = max(abs(values[0]), abs(values[-1]), values[-1] - values[0])
    if not span:
        return value
    step = 10.0 ** (math.floor(math.log10(span)) + 1 - digits)
    return round(round(value / step) * step, 12)


def class_of(value: float, limits: Sequence[float]) -> int:
    """Return which class a figure is in: its limit below belongs to it."""
    return bisect_right(limits, value)


def fills_of(spec: Choropleth, limits: Sequence[float]) -> list[str]:
    """Return the fill of each class, lowest first."""
    number = len(limits) + 1
    low = sum(1 for limit in limits if spec.middle is not None and limit <= spec.middle)
    if spec.middle is not None and not low and _all_below(spec):
        low = number
    dots = [f"low-{min(place, MOST_LOW)}" for place in range(low, 0, -1)]
    return [*dots, *_tones(number - low)]


def _all_below(spec: Choropleth) -> bool:
    return all(area.value is None or area.value < (spec.middle or 0.0) for area in spec.areas)


def _tones(number: int) -> list[str]:
    if number == 1:
        return [f"tone-{TONES // 2 + 1}"]
    steps = (1 + (TONES - 1) * place / (number - 1) for place in range(number))
    return [
        f"tone-{round(step)}{'-lines' if place % 2 else ''}" for place, step in enumerate(steps)
    ]
