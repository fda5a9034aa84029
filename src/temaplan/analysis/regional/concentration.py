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
from temaplan.analysis.regional.wholes import refuse_wholes


def concentration(data: Any, *, reference: Any, **columns: Unpack[Columns]) -> Any:
    """Return measures of concentration for every industry and period.

    `reference` as in `location_quotient`. Result columns: industry, period, krugman (0-2),
    krugman_others, hoover (0-1), hhi, gini, note. Raises `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel = compared.panel
    refuse_wholes(panel, "region")
    by_period = [_measures(compared, time) for time in range(len(panel.periods))]
    none = np.concatenate([each.pop("jobs") == 0 for each in by_period])
    notes = marked(NO_TOTAL, none) | marked(
        INCOMPLETE, unknown(panel.states).any(axis=1).reshape(-1)
    )
    periods, _, industries = panel.shape
    keys: dict[str, FloatArray | Coded] = {
        "industry": Coded(np.tile(np.arange(industries), periods), panel.industries),
        "period": Coded(np.repeat(np.arange(periods), industries), panel.periods),
    }
    figures = {
        name: np.where(none, np.nan, np.concatenate([each[name] for each in by_period]))
        for name in by_period[0]
    }
    return build(keys | figures | {"note": Coded(notes, NOTE_TEXTS)}, panel.backend)


def _measures(compared: Comparison, time: int) -> dict[str, FloatArray]:
    """Return the measures of one period, an industry a row."""
    figures = np.ascontiguousarray(compared.panel.values[time].T)
    jobs = known_sum(figures)
    of_region = known_sum(compared.panel.values[time])
    shares = figures / above_zero(jobs)[:, None]
    apart = known_distance(shares, of_region / above_zero(np.array(of_region.sum())))
    return {
        "jobs": jobs,
        "krugman": apart,
        "krugman_others": known_distance(shares, mean_of_others(shares)),
        "hoover": apart / 2,
        "hhi": known_squares(shares),
        "gini": rank_gini(compared.quotients[time].T),
    }
