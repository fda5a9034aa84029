"""The Gini coefficient in its rank form, over location quotients."""

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.comparison import above_zero


def rank_gini(quotients: FloatArray) -> FloatArray:
    """Return 2/(n²·mean)·Σ λ·(v − mean) along the last axis, λ the rank from below.

    Quotients without a value are left out; fewer than two, or a mean of 0, give NaN.
    Source: Farhauer & Kröll (2013), Standorttheorien, Springer, p. 412.
    """
    ordered = np.sort(quotients, axis=-1)  # NaN last
    number = np.full(ordered.shape[:-1], float(ordered.shape[-1]))
    if np.isnan(ordered[..., -1]).any():
        gaps = np.isnan(ordered)
        number = above_zero(number - gaps.sum(axis=-1))
        ordered[gaps] = 0.0
    mean = ordered.sum(axis=-1) / number
    # Σ λ·(v − mean) with the ranks 1 to n summed at once.
    apart = ordered @ np.arange(1.0, ordered.shape[-1] + 1) - mean * number * (number + 1) / 2
    gini: FloatArray = 2 * apart / (number**2 * above_zero(mean))
    return np.where(number > 1, gini, np.nan)
