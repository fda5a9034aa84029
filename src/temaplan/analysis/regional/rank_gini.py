"""The Gini coefficient in its rank form, over location quotients."""

import numpy as np

from temaplan.analysis.regional.cells import FloatArray


def rank_gini(quotients: FloatArray) -> FloatArray:
    """Return 2/(n²·mean)·Σ λ·(v − mean) along the last axis, λ the rank from below.

    Quotients without a value are left out; fewer than two, or a mean of 0, give NaN.
    Source: Farhauer & Kröll (2013), Standorttheorien, Springer, p. 412.
    """
    ordered = np.sort(quotients, axis=-1)  # NaN last
    known = ~np.isnan(ordered)
    number = known.sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.nansum(ordered, axis=-1) / number
        ranks = np.arange(1, ordered.shape[-1] + 1)
        apart = np.where(known, ordered - mean[..., None], 0.0)
        gini = 2 * (apart * ranks).sum(axis=-1) / (number**2 * mean)
    result: FloatArray = np.where((number > 1) & (mean > 0), gini, np.nan)
    return result
