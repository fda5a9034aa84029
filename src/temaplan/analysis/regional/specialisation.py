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
from temaplan.analysis.regional.comparison import compare
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.panel import Columns, column_names, panel_of
from temaplan.analysis.regional.rank_gini import rank_gini


def specialisation(data: Any, *, reference: Any, **columns: Unpack[Columns]) -> Any:
    """Return measures of specialisation for every region and period.

    `reference` as in `location_quotient`. Result columns: region, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, hhi_normalised, effective_industries, entropy (bits),
    hachman, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel, shares = compared.panel, compared.shares
    none = np.isnan(shares).all(axis=2)
    known = np.nan_to_num(shares)
    hhi = (known**2).sum(axis=2)
    number = len(panel.industries)
    measures = {
        "krugman": np.nansum(np.abs(shares - compared.reference_shares), axis=2),
        "krugman_others": np.nansum(np.abs(shares - _others(shares)), axis=2),
        "hoover": np.nansum(np.abs(shares - compared.reference_shares), axis=2) / 2,
        "hhi": hhi,
        "hhi_normalised": (hhi - 1 / number) / (1 - 1 / number) if number > 1 else hhi * np.nan,
        "effective_industries": np.divide(1, hhi, out=np.full_like(hhi, np.nan), where=hhi > 0),
        "entropy": -(known * np.log2(np.where(known > 0, known, 1.0))).sum(axis=2),
        "hachman": _hachman(shares, compared.quotients),
        "gini": rank_gini(compared.quotients),
    }
    notes = marked(NO_TOTAL, none) | marked(INCOMPLETE, unknown(panel.states).any(axis=2))
    periods, regions, _ = panel.shape
    keys: dict[str, FloatArray | Coded] = {
        "region": Coded(np.tile(np.arange(regions), periods), panel.regions),
        "period": Coded(np.repeat(np.arange(periods), regions), panel.periods),
    }
    figures = {name: np.where(none, np.nan, each).reshape(-1) for name, each in measures.items()}
    return build(keys | figures | {"note": Coded(notes.reshape(-1), NOTE_TEXTS)}, panel.backend)


def _others(shares: FloatArray) -> FloatArray:
    """Return the mean of the other regions' shares; NaN where there are no others."""
    known = ~np.isnan(shares)
    total, number = np.nansum(shares, axis=1, keepdims=True), known.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean: FloatArray = (total - np.nan_to_num(shares)) / (number - known)
    return mean


def _hachman(shares: FloatArray, quotients: FloatArray) -> FloatArray:
    weighted = np.nansum(quotients * shares, axis=2)
    return np.divide(1, weighted, out=np.full_like(weighted, np.nan), where=weighted > 0)
