"""Round figures along an axis."""

import math
from collections.abc import Sequence

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
# A series that stays above this share of its highest figure need not begin at zero.
NEAR_ZERO = 0.5
MOST_DECIMALS = 6


def round_ticks(values: Sequence[float], *, wanted: int = 4) -> list[float]:
    """Return round figures that enclose all values, about `wanted` steps apart."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0 <= low < high * NEAR_ZERO or low == high:
        low = min(low, 0.0)
    if low == high:
        high = low + 1.0
    step = _round_step((high - low) / wanted)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(first, last + 1)]


def decimals_needed(ticks: Sequence[float], *, percent: bool) -> int:
    """Return how many decimals tell the ticks apart exactly."""
    scaled = [tick * 100 if percent else tick for tick in ticks]
    for decimals in range(MOST_DECIMALS):
        if all(math.isclose(round(tick, decimals), tick, abs_tol=1e-9) for tick in scaled):
            return decimals
    return MOST_DECIMALS


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))
