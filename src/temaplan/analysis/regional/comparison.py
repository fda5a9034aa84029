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
)
from temaplan.analysis.regional.panel import Panel, blocks_of
from temaplan.analysis.regional.reference import ReferenceArea, reference_area
from temaplan.analysis.regional.sums import sums_of
from temaplan.analysis.regional.totals import Totals
from temaplan.analysis.regional.wholes import refuse_wholes


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
    def quotients(self) -> FloatArray:
        """Location quotients; NaN where the region or the reference has nothing to divide by."""
        quotients = np.empty(self.panel.shape)
        reference = np.broadcast_to(above_zero(self.reference_shares), self.panel.shape)
        # In blocks that stay in the processor's cache between the two divisions.
        for block in blocks_of(self.panel.shape):
            np.divide(self.panel.values[block], self.whole[block], out=quotients[block])
            quotients[block] /= reference[block]
        return quotients

    @property
    def excess(self) -> FloatArray:
        """How much each figure is above what the reference's share would give."""
        expected: FloatArray = self.whole * self.reference_shares
        return np.subtract(self.panel.values, expected, out=expected)

    @property
    def notes(self) -> ByteArray:
        """What must be said of each cell's quotient."""
        bits = np.zeros(self.panel.shape, dtype=np.uint8)
        bits |= marked(NO_TOTAL, np.isnan(self.whole))
        bits |= marked(NO_REFERENCE, np.isnan(above_zero(self.reference_shares)))
        bits |= marked(INCOMPLETE, self.incomplete)
        bits |= marked(INCOMPLETE, self.area.incomplete)
        return bits


def compare(panel: Panel, reference: Any, totals: Any, names: Mapping[str, str]) -> Comparison:
    """Set a panel beside a reference, over published totals where they are given."""
    published = None if totals is None else Totals.read(totals, names)
    if published is None:
        refuse_wholes(panel, "industry")
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
