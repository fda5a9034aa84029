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
over the industries that have a figure (`incomplete` when one has not). n counts industries
that the region lacks: a region is not less specialised for lacking many.

Not for: comparing tables with different numbers of industries.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    NO_TOTAL,
    NOTE_TEXTS,
    FloatArray,
    marked,
    unknown,
)
from temaplan.analysis.regional.comparison import Comparison, above_zero, compare
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.known_sums import (
    known_distance,
    known_squares,
    known_sum,
    mean_of_others,
)
from temaplan.analysis.regional.panel import Columns, column_names, panel_of
from temaplan.analysis.regional.rank_gini import rank_gini


def specialisation(data: Any, *, reference: Any, **columns: Unpack[Columns]) -> Any:
    """Return measures of specialisation for every region and period.

    `reference` as in `location_quotient`. Result columns: region, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, hhi_normalised, effective_industries, entropy (bits),
    hachman, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel = compared.panel
    by_period = [_measures(compared, time) for time in range(len(panel.periods))]
    none = np.isnan(compared.whole[:, :, 0])
    notes = marked(NO_TOTAL, none) | marked(INCOMPLETE, unknown(panel.states).any(axis=2))
    periods, regions, _ = panel.shape
    keys: dict[str, FloatArray | Coded] = {
        "region": Coded(np.tile(np.arange(regions), periods), panel.regions),
        "period": Coded(np.repeat(np.arange(periods), regions), panel.periods),
    }
    figures = {
        name: np.where(none.reshape(-1), np.nan, np.concatenate([each[name] for each in by_period]))
        for name in by_period[0]
    }
    return build(keys | figures | {"note": Coded(notes.reshape(-1), NOTE_TEXTS)}, panel.backend)


def _measures(compared: Comparison, time: int) -> dict[str, FloatArray]:
    """Return the measures of one period: a block that stays in the processor's cache."""
    shares = compared.panel.values[time] / compared.whole[time]
    number = shares.shape[1]
    krugman = known_distance(shares, compared.reference_shares[time])
    hhi = known_squares(shares)
    return {
        "krugman": krugman,
        "krugman_others": known_distance(shares, mean_of_others(shares)),
        "hoover": krugman / 2,
        "hhi": hhi,
        "hhi_normalised": (hhi - 1 / number) / (1 - 1 / number) if number > 1 else hhi * np.nan,
        "effective_industries": 1 / above_zero(hhi),
        "entropy": -_sum_of_logs(shares),
        "hachman": 1 / above_zero(known_sum(compared.quotients[time] * shares)),
        "gini": rank_gini(compared.quotients[time]),
    }


def _sum_of_logs(shares: FloatArray) -> FloatArray:
    """Return Σ s·log₂ s; what is 0 or not known adds nothing."""
    logs = np.where(shares > 0, shares, 1.0)
    np.log2(logs, out=logs)
    logs *= shares
    return known_sum(logs)
