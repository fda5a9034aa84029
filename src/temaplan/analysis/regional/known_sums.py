"""Sums along the last axis over what is known: a cell without a figure adds nothing."""

import numpy as np

from temaplan.analysis.regional.cells import FloatArray


def known_sum(figures: FloatArray) -> FloatArray:
    """Return sums that leave NaN out. Rows without NaN, nearly all, are added up as they are."""
    sums: FloatArray = figures.sum(axis=-1)
    broken = np.isnan(sums)
    if broken.any():
        sums[broken] = np.nansum(figures[broken], axis=-1)
    return sums


def known_squares(figures: FloatArray) -> FloatArray:
    """Return sums of squares that leave NaN out."""
    squares: FloatArray = np.einsum("...i,...i->...", figures, figures)
    broken = np.isnan(squares)
    if broken.any():
        squares[broken] = np.nansum(figures[broken] ** 2, axis=-1)
    return squares


def known_distance(figures: FloatArray, others: FloatArray) -> FloatArray:
    """Return sums of |figures − others| that leave NaN out."""
    apart: FloatArray = figures - others
    return known_sum(np.abs(apart, out=apart))


def mean_of_others(shares: FloatArray) -> FloatArray:
    """Return for each row the mean of the other rows, column by column; NaN without others."""
    total = shares.sum(axis=0)
    if len(shares) > 1 and not np.isnan(total).any():
        whole: FloatArray = total - shares
        whole /= len(shares) - 1
        return whole
    known = ~np.isnan(shares)
    filled = np.where(known, shares, 0.0)
    others = known.sum(axis=0) - known.astype(np.float64)
    mean: FloatArray = (filled.sum(axis=0) - filled) / np.where(others > 0, others, np.nan)
    return mean
