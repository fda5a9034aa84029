"""How much does a region live off few industries, and how unlike others is it?

Formula, with s the shares of a region's industries and ŝ those of the reference:
krugman = Σ|s − ŝ|, krugman_others the same against the mean of the other regions' shares,
hoover = krugman / 2, hhi = Σ s², hhi_normalised = (hhi − 1/n) / (1 − 1/n) with n all industries
of the table, effective_industries = 1 / hhi, entropy = −Σ s·log₂ s (bits), hachman =
1 / Σ lq·s, gini the rank form over the quotients.

Source: Krugman (1991), Geography and Trade, MIT Press, p. 75-76; Hoover & Giarratani (1985), An
Introduction to Regional Economics, section 9.5; Hachman: Moore (2001), Regional Diversification;
gini: Farhauer & Kröll (2013), Standorttheorien, p. 412.

Edge rules: 0·log 0 is 0. A region with no jobs has null everywhere (`no_total`). Shares are
over the industries that have a figure (`incomplete` when one has not, there or in the
reference). An industry that the reference lacks has no quotient and counts in none of what
rests on them (`no_reference`). n counts industries that the region lacks: a region is not
less specialised for lacking many. A whole that is the reference is not one of the others.

Not for: comparing tables with different numbers of industries.
"""

from typing import Any, Final, Unpack

import numpy as np

from temaplan.analysis.regional.cells import NO_TOTAL, BoolArray, FloatArray, marked
from temaplan.analysis.regional.comparison import Comparison, above_zero, compare
from temaplan.analysis.regional.known_sums import Others, known_distance, known_squares, known_sum
from temaplan.analysis.regional.panel import Columns, blocks_of, column_names, panel_of
from temaplan.analysis.regional.rank_gini import rank_gini
from temaplan.analysis.regional.results import notes, region_table
from temaplan.analysis.regional.wholes import REGION, wholes_among

MEASURES: Final = (
    "krugman",
    "krugman_others",
    "hoover",
    "hhi",
    "hhi_normalised",
    "effective_industries",
    "entropy",
    "hachman",
    "gini",
)
_TINY: Final = 1e-300  # its logarithm is finite, and 0 times it is 0


def specialisation(
    data: Any, *, reference: Any, as_panel: bool = False, **columns: Unpack[Columns]
) -> Any:
    """Return measures of specialisation for every region and period.

    `reference` as in `location_quotient`. Result columns: region, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, hhi_normalised, effective_industries, entropy (bits),
    hachman, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel = compared.panel
    among = _among_others(panel.regions)
    others = [_others(compared, time, among) for time in range(len(panel.periods))]
    found = {name: np.empty(panel.shape[:2]) for name in MEASURES}
    for period, rows in blocks_of(panel.shape):
        for name, measure in _measures(compared, period, rows, others[period], among).items():
            found[name][period, rows] = measure
    none = np.isnan(compared.whole[:, :, 0])
    for figures in found.values():
        figures[none] = np.nan
    bits = compared.region_notes | marked(NO_TOTAL, none)
    return region_table(panel, {**found, "note": notes(bits)}, as_panel=as_panel)


def _among_others(regions: tuple[str, ...]) -> BoolArray:
    """Leave out a whole that is the reference: it is not one of the others."""
    wholes = set(wholes_among(regions, REGION))
    return np.array([region not in wholes for region in regions])


def _others(compared: Comparison, time: int, among: BoolArray) -> Others:
    """Add up the shares of one period, block by block."""
    _, regions, industries = compared.panel.shape
    summed = Others(np.zeros(industries), np.zeros(industries), 0)
    for _, rows in blocks_of((1, regions, industries)):
        shares = compared.panel.values[time, rows] / compared.whole[time, rows]
        summed = summed.plus(Others.of(shares, among[rows]))
    return summed


def _measures(
    compared: Comparison, time: int, rows: slice, others: Others, among: BoolArray
) -> dict[str, FloatArray]:
    shares = compared.panel.values[time, rows] / compared.whole[time, rows]
    quotients = shares / compared.divisors_of(time, rows)
    number = shares.shape[1]
    krugman = known_distance(shares, compared.reference_of(time, rows))
    hhi = known_squares(shares)
    return {
        "krugman": krugman,
        "krugman_others": known_distance(shares, others.mean(shares, among[rows])),
        "hoover": krugman / 2,
        "hhi": hhi,
        "hhi_normalised": (hhi - 1 / number) / (1 - 1 / number) if number > 1 else hhi * np.nan,
        "effective_industries": 1 / above_zero(hhi),
        "entropy": -_sum_of_logs(shares),
        "hachman": 1 / above_zero(known_sum(quotients * shares)),
        "gini": rank_gini(quotients),
    }


def _sum_of_logs(shares: FloatArray) -> FloatArray:
    """Return Σ s·log₂ s; what is 0 or not known adds nothing."""
    logs: FloatArray = np.log2(np.maximum(shares, _TINY))
    logs *= shares
    return known_sum(logs)
