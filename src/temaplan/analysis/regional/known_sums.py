"""Sums along the last axis over what is known: a cell without a figure adds nothing."""

from dataclasses import dataclass

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray


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


@dataclass(frozen=True, eq=False)
class Others:
    """What rows may be set beside the others of: sums over the rows that count, by column."""

    total: FloatArray
    count: FloatArray
    rows: int

    @classmethod
    def of(cls, shares: FloatArray, counted: BoolArray) -> "Others":
        """Add up the rows that count; a cell without a figure does not."""
        kept = shares if counted.all() else shares[counted]
        total: FloatArray = kept.sum(axis=0)
        if not np.isnan(total).any():
            return cls(total, np.full(total.shape, float(len(kept))), len(kept))
        known = (~np.isnan(kept)).sum(axis=0).astype(np.float64)
        return cls(np.nansum(kept, axis=0), known, len(kept))

    def plus(self, more: "Others") -> "Others":
        """Add the sums of other rows."""
        return Others(self.total + more.total, self.count + more.count, self.rows + more.rows)

    def mean(self, shares: FloatArray, counted: BoolArray) -> FloatArray:
        """Return for each row the mean of the others, column by column; NaN without others."""
        if self.rows > 1 and counted.all() and (self.count == self.rows).all():
            whole: FloatArray = self.total - shares
            whole /= self.rows - 1
            return whole
        own = ~np.isnan(shares) & counted[:, None]
        others = self.count - own
        mean: FloatArray = self.total - np.where(own, shares, 0.0)
        mean /= np.where(others > 0, others, np.nan)
        return mean
