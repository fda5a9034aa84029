"""How much of an industry is gathered in few regions?

Formula, with c_r = e_ir / Σ_r e_ir an industry's shares over the regions given and x_r the
same of all industries: krugman = Σ|c − x|, krugman_others against the mean of the other
industries' shares, hoover = krugman / 2, hhi = Σ c², gini the rank form over the location
quotients against `reference`.

Source: Krugman (1991), Geography and Trade, MIT Press; Farhauer & Kröll (2013),
Standorttheorien, Springer, p. 405-412.

Edge rules: an industry with no jobs in any region has null (`no_total`). Shares are over
the regions that have a figure (`incomplete` when one has not). Only gini depends on the
reference; it is null for an industry that the reference lacks (`no_reference`). A whole that
is the reference («Hele landet») is not one of the regions compared.

Not for: telling clusters from one large firm. Look at the number of firms.
"""

from dataclasses import dataclass, replace
from typing import Any, Final, Unpack

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    NO_REFERENCE,
    NO_TOTAL,
    BoolArray,
    FloatArray,
    marked,
    unknown,
)
from temaplan.analysis.regional.comparison import Comparison, above_zero, compare
from temaplan.analysis.regional.known_sums import Others, known_distance, known_squares, known_sum
from temaplan.analysis.regional.panel import Columns, Panel, blocks_of, column_names, panel_of
from temaplan.analysis.regional.rank_gini import rank_gini
from temaplan.analysis.regional.results import industry_table, notes
from temaplan.analysis.regional.wholes import REGION, refuse_wholes, wholes_among

MEASURES: Final = ("krugman", "krugman_others", "hoover", "hhi", "gini")


def concentration(
    data: Any, *, reference: Any, as_panel: bool = False, **columns: Unpack[Columns]
) -> Any:
    """Return measures of concentration for every industry and period.

    `reference` as in `location_quotient`. Result columns: industry, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = _without_whole(
        compare(panel_of(data, **columns), reference, None, column_names(columns))
    )
    panel = compared.panel
    refuse_wholes(panel, REGION)
    found = {name: np.empty((len(panel.periods), len(panel.industries))) for name in MEASURES}
    for time in range(len(panel.periods)):
        _fill(found, compared, time)
    none = np.isnan(found["hhi"])
    bits = marked(NO_TOTAL, none) | marked(INCOMPLETE, unknown(panel.states).any(axis=1))
    bits |= marked(NO_REFERENCE, _without_reference(compared) & ~none)
    return industry_table(panel, {**found, "note": notes(bits)}, as_panel=as_panel)


def _without_whole(compared: Comparison) -> Comparison:
    """Leave out the region that is the reference when it holds the others."""
    panel, place = compared.panel, compared.area.region
    if place is None or panel.regions[place] not in wholes_among(panel.regions, REGION):
        return compared
    parts = np.arange(len(panel.regions)) != place
    return replace(
        compared,
        panel=_only(panel, parts),
        whole=compared.whole[:, parts],
        incomplete=compared.incomplete[:, parts],
        area=replace(compared.area, region=None),
    )


def _only(panel: Panel, parts: BoolArray) -> Panel:
    regions = tuple(np.array(panel.regions, dtype=object)[parts].tolist())
    return replace(
        panel, regions=regions, values=panel.values[:, parts], states=panel.states[:, parts]
    )


def _without_reference(compared: Comparison) -> BoolArray:
    lacking = np.isnan(compared.divisors)
    without: BoolArray = lacking.any(axis=1)
    return without


@dataclass(frozen=True, eq=False)
class _Year:
    """One period, to be read a block of industries at a time; they stand in the rows then."""

    values: FloatArray  # (region, industry)
    whole: FloatArray  # (region)
    divisors: FloatArray  # (region, industry)
    jobs: FloatArray  # (industry), NaN for one that no region has

    def shares(self, rows: slice) -> FloatArray:
        """Return each region's share of the industry."""
        shares: FloatArray = self.values[:, rows].T / self.jobs[rows, None]
        return shares

    def quotients(self, rows: slice) -> FloatArray:
        """Return the location quotients."""
        quotients: FloatArray = self.values[:, rows].T / self.whole
        quotients /= self.divisors[:, rows].T
        return quotients


def _fill(found: dict[str, FloatArray], compared: Comparison, time: int) -> None:
    """Write the measures of one period."""
    values = compared.panel.values[time]
    year = _Year(
        values,
        compared.whole[time, :, 0],
        compared.divisors_of(time, slice(None)),
        above_zero(np.nansum(values, axis=0)),
    )
    every = np.ones(values.shape[1], dtype=np.bool_)
    blocks = [rows for _, rows in blocks_of((1, *values.shape[::-1]))]
    others = Others(np.zeros(len(values)), np.zeros(len(values)), 0)
    for rows in blocks:
        others = others.plus(Others.of(year.shares(rows), every[rows]))
    of_region = known_sum(values)
    common = of_region / above_zero(np.array(of_region.sum()))
    for rows in blocks:
        shares = year.shares(rows)
        krugman = known_distance(shares, common)
        measures = (
            krugman,
            known_distance(shares, others.mean(shares, every[rows])),
            krugman / 2,
            known_squares(shares),
            rank_gini(year.quotients(rows)),
        )
        gone = np.isnan(year.jobs[rows])
        for name, measure in zip(MEASURES, measures, strict=True):
            found[name][time, rows] = np.where(gone, np.nan, measure)
