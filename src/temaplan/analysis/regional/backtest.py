"""What would the same projection have said some years ago, and how wrong was it?

Method: the last `years` years are hidden, `projection` is made from the rest, and what it
says is laid beside what happened.

Source: out-of-sample evaluation as in Smith, Tayman & Swanson (2013), A Practitioner's Guide to
State and Local Population Projections, Springer, chapter 13.

Edge rules: as in `projection`. A cell whose outcome is not known has no error. `inside` is 1
when the outcome lies between p10 and p90; over many cells about 0.8 of them should.

Not for: choosing the method that did best in the past. One test is one draw.
"""

from dataclasses import replace
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.panel import Columns, Panel, panel_of
from temaplan.analysis.regional.projection import FEWEST_YEARS, growth_of, projected, years_of
from temaplan.analysis.regional.results import Lazy, cell_table, notes
from temaplan.analysis.regional.wholes import INDUSTRY, REGION, refuse_wholes


def backtest(
    data: Any,
    *,
    years: int,
    draws: int = 2_000,
    seed: int = 1,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Project the last `years` years from those before, and compare.

    Result columns: region, industry, period, observed, p10, p50, p90, error (p50 − observed, in
    the unit of value), inside (1, 0 or null), note. Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    known = years_of(panel)
    if not 1 <= years <= len(known) - FEWEST_YEARS:
        raise BadQuestion(
            f"years må være mellom 1 og {max(len(known) - FEWEST_YEARS, 1)}: minst {FEWEST_YEARS} "
            f"år må være igjen å bygge på. Tabellen har {len(known)} år.",
            code="too_short",
        )
    for axis in (REGION, INDUSTRY):
        refuse_wholes(panel, axis)
    seen, hidden = _part(panel, slice(None, -years)), _part(panel, slice(-years, None))
    growth = growth_of(seen)
    bands = projected(seen, growth, horizon=years, draws=draws, seed=seed)
    outcome = hidden.values
    with np.errstate(invalid="ignore"):
        inside = ((outcome >= bands[:, 0]) & (outcome <= bands[:, 2])).astype(np.float64)
    inside[np.isnan(outcome) | np.isnan(bands[:, 1])] = np.nan
    figures: dict[str, Lazy] = {
        "observed": outcome,
        "p10": bands[:, 0],
        "p50": bands[:, 1],
        "p90": bands[:, 2],
        "error": bands[:, 1] - outcome,
        "inside": inside,
    }
    return cell_table(hidden, figures | {"note": notes(growth.notes)}, as_panel=as_panel)


def _part(panel: Panel, which: slice) -> Panel:
    return replace(
        panel,
        periods=panel.periods[which],
        values=panel.values[which],
        states=panel.states[which],
    )
