"""How much of an industry is gathered in few regions?

Formula, with c_r = e_ir / Σ_r e_ir an industry's shares over the regions given and x_r the
same of all industries: krugman = Σ|c − x|, krugman_others against the mean of the other
industries' shares, hoover = krugman / 2, hhi = Σ c², gini the rank form over the location
quotients against `reference`.

Source: Krugman (1991), Geography and Trade, MIT Press; Farhauer & Kröll (2013),
Standorttheorien, Springer, p. 405-412.

Edge rules: an industry with no jobs in any region has null (`no_total`). Shares are over
the regions that have a figure (`incomplete` when one has not). Only gini depends on the
reference; the others compare regions with each other.

Not for: telling clusters from one large firm. Look at the number of firms.
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
from temaplan.analysis.regional.wholes import refuse_wholes


def concentration(data: Any, *, reference: Any, **columns: Unpack[Columns]) -> Any:
    """Return measures of concentration for every industry and period.

    `reference` as in `location_quotient`. Result columns: industry, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel = compared.panel
    refuse_wholes(panel, "region")
    known = np.nan_to_num(panel.values)
    shares = _shares(panel.values, known.sum(axis=1, keepdims=True))
    of_all = _shares(known.sum(axis=2, keepdims=True), known.sum(axis=(1, 2), keepdims=True))
    none = np.isnan(shares).all(axis=1)
    apart = np.nansum(np.abs(shares - of_all), axis=1)
    measures = {
        "krugman": apart,
        "krugman_others": np.nansum(np.abs(shares - _others(shares)), axis=1),
        "hoover": apart / 2,
        "hhi": np.nansum(shares**2, axis=1),
        "gini": rank_gini(np.swapaxes(compared.quotients, 1, 2)),
    }
    notes = marked(NO_TOTAL, none) | marked(INCOMPLETE, unknown(panel.states).any(axis=1))
    periods, _, industries = panel.shape
    keys: dict[str, FloatArray | Coded] = {
        "industry": Coded(np.tile(np.arange(industries), periods), panel.industries),
        "period": Coded(np.repeat(np.arange(periods), industries), panel.periods),
    }
    figures = {name: np.where(none, np.nan, each).reshape(-1) for name, each in measures.items()}
    return build(keys | figures | {"note": Coded(notes.reshape(-1), NOTE_TEXTS)}, panel.backend)


def _shares(values: FloatArray, whole: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: FloatArray = values / np.where(whole > 0, whole, np.nan)
    return shares


def _others(shares: FloatArray) -> FloatArray:
    """Return the mean of the other industries' shares; NaN where there are no others."""
    known = ~np.isnan(shares)
    total, number = np.nansum(shares, axis=2, keepdims=True), known.sum(axis=2, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean: FloatArray = (total - np.nan_to_num(shares)) / (number - known)
    return mean
