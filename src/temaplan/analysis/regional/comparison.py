"""Regions beside their reference: wholes, shares and quotients, and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    NO_REFERENCE,
    NO_TOTAL,
    BoolArray,
    ByteArray,
    FloatArray,
    marked,
    unknown,
)
from temaplan.analysis.regional.panel import Panel, blocks_of
from temaplan.analysis.regional.reference import ReferenceArea, reference_area
from temaplan.analysis.regional.sums import sums_of
from temaplan.analysis.regional.totals import Totals
from temaplan.analysis.regional.wholes import INDUSTRY, OR_GIVE_TOTALS, TAKE_OUT, refuse_wholes


@dataclass(frozen=True, eq=False)
class Comparison:
    """A panel beside its reference.

    `whole` (period, region, 1) is the sum or published total of each region, NaN where
    it has no jobs; `incomplete` tells where that sum lacks a cell. `totals` (period,
    region) are the published ones, if any.
    """

    panel: Panel
    whole: FloatArray
    incomplete: BoolArray
    area: ReferenceArea
    totals: FloatArray | None = None

    def shares_of(self, period: int, rows: slice) -> FloatArray:
        """Return each cell's share of its region, of some regions in a period."""
        shares: FloatArray = self.panel.values[period, rows] / self.whole[period, rows]
        return shares

    def quotients_of(self, period: int, rows: slice) -> FloatArray:
        """Return location quotients of some regions in a period."""
        quotients = self.shares_of(period, rows)
        quotients /= self.divisors_of(period, rows)
        return quotients

    def excess_of(self, period: int, rows: slice) -> FloatArray:
        """Return how much each figure is above what the reference's share would give."""
        expected: FloatArray = self.whole[period, rows] * self.reference_of(period, rows)
        return np.subtract(self.panel.values[period, rows], expected, out=expected)

    @property
    def shares(self) -> FloatArray:
        """Each cell's share of its region."""
        shares: FloatArray = self.panel.values / self.whole
        return shares

    @cached_property
    def reference_shares(self) -> FloatArray:
        """Each industry's share of the reference."""
        shares: FloatArray = self.area.industry / above_zero(self.area.whole)
        return shares

    @cached_property
    def divisors(self) -> FloatArray:
        """Each industry's share of the reference, NaN where nothing can be divided by it."""
        return above_zero(self.reference_shares)

    @cached_property
    def quotients(self) -> FloatArray:
        """Location quotients; NaN where the region or the reference has nothing to divide by."""
        quotients = np.empty(self.panel.shape)
        # In blocks that stay in the processor's cache between the two divisions.
        for block in blocks_of(self.panel.shape):
            np.divide(self.panel.values[block], self.whole[block], out=quotients[block])
            quotients[block] /= self.divisors_of(*block)
        return quotients

    def reference_of(self, period: int, rows: slice) -> FloatArray:
        """Return the shares of the reference beside some regions of a period."""
        return np.broadcast_to(self.reference_shares, self.panel.shape)[period, rows]

    def divisors_of(self, period: int, rows: slice) -> FloatArray:
        """Return the same with NaN where nothing can be divided by it."""
        return np.broadcast_to(self.divisors, self.panel.shape)[period, rows]

    @property
    def region_notes(self) -> ByteArray:
        """What must be said of what sums over a region's industries, shape (period, region).

        Lacking are the region's own cells, those of the reference, or an industry that the
        region has and the reference does not.
        """
        bits = marked(INCOMPLETE, unknown(self.panel.states).any(axis=2))
        bits |= marked(INCOMPLETE, self.area.incomplete.any(axis=2))
        lacking = np.isnan(self.divisors)
        if lacking.any():
            bits |= marked(NO_REFERENCE, (lacking & (self.panel.values > 0)).any(axis=2))
        return bits

    @property
    def says_nothing(self) -> bool:
        """Tell whether no cell has a note."""
        lacking = self.incomplete.any() or self.area.incomplete.any()
        return not (lacking or np.isnan(self.whole).any() or np.isnan(self.divisors).any())

    def notes_of(self, period: int, rows: slice) -> ByteArray:
        """Return what must be said of each quotient of some regions in a period."""
        bits = np.zeros(self.panel.values[period, rows].shape, dtype=np.uint8)
        bits |= marked(NO_TOTAL, np.isnan(self.whole[period, rows]))
        bits |= marked(NO_REFERENCE, np.isnan(self.divisors_of(period, rows)))
        bits |= marked(INCOMPLETE, self.incomplete[period, rows])
        lacking = np.broadcast_to(self.area.incomplete, self.panel.shape)[period, rows]
        bits |= marked(INCOMPLETE, lacking)
        return bits


def compare(
    panel: Panel,
    reference: Any,
    totals: Any,
    names: Mapping[str, str],
    *,
    takes_totals: bool = False,
) -> Comparison:
    """Set a panel beside a reference, over published totals where they are given."""
    published = None if totals is None else Totals.read(totals, names)
    if published is None:
        refuse_wholes(panel, INDUSTRY, OR_GIVE_TOTALS if takes_totals else TAKE_OUT)
    sums = sums_of(panel)
    area = reference_area(panel, sums, reference, published, names)
    if published is None:
        return Comparison(
            panel,
            above_zero(sums.region)[:, :, None],
            sums.region_incomplete[:, :, None],
            area,
        )
    wholes = published.by_region(panel)
    no_gaps = np.zeros((*wholes.shape, 1), dtype=np.bool_)
    return Comparison(panel, above_zero(wholes)[:, :, None], no_gaps, area, wholes)


def above_zero(figures: FloatArray) -> FloatArray:
    """Return figures with NaN for 0, so that nothing is divided by it."""
    return np.where(figures > 0, figures, np.nan)
