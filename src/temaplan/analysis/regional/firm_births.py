"""How often are new firms born here, and is that more than the mix of industries would give?

Formula: birth rate = births / stock; births per 1,000 = 1,000 · births / population aged
15-64; adjusted rate = births / Σ_i stock_ir·b_i, with b_i the birth rate of industry i in all
the regions together. An adjusted rate of 1 is what the region's industries would give.
low and high hold the birth rate if births were chance (95 %, Byar's limits).

Source: Audretsch & Fritsch (1994), Small Business Economics 6(1), 41-46; limits: Breslow & Day
(1987), Statistical Methods in Cancer Research II, p. 69.

Edge rules: no stock gives null rates. An industry whose births or stock is not known in a
region is left out there, with note `incomplete`. 0 births have 0 as their lower limit. A
region without population has null births per 1,000. Wholes among the parts are refused.

Not for: years in which the register changed what it counts as a firm.
"""

from collections.abc import Mapping
from typing import Any, Final, Unpack

import numpy as np

from temaplan.analysis.regional.cells import INCOMPLETE, NO_TOTAL, FloatArray, marked
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.pairs import refuse_different
from temaplan.analysis.regional.panel import Columns, Panel, column_names, panel_of
from temaplan.analysis.regional.results import Lazy, notes, region_table
from temaplan.analysis.regional.totals import Totals
from temaplan.analysis.regional.wholes import INDUSTRY, REGION, refuse_wholes

_Z: Final = 1.959963984540054  # 97.5 % of the normal distribution


def firm_births(
    births: Any, stock: Any, population: Any, *, as_panel: bool = False, **columns: Unpack[Columns]
) -> Any:
    """Return birth rates of firms for every region and period.

    births and stock: region, industry, period, value; population: region, period, value
    (aged 15-64). Result columns: region, period, births, birth_rate, births_per_1000,
    adjusted_rate, low, high, note. Raises `BadTable` and `BadQuestion`.
    """
    born, there = panel_of(births, **columns), panel_of(stock, **columns)
    refuse_different(born, there, "nye og alle foretak")
    for axis in (REGION, INDUSTRY):
        refuse_wholes(born, axis)
    people = _population(population, born, column_names(columns))
    known = ~np.isnan(born.values) & ~np.isnan(there.values)
    b, s = np.where(known, born.values, 0.0), np.where(known, there.values, 0.0)
    counted, firms = b.sum(axis=2), s.sum(axis=2)
    per_firm = 1 / above_zero(firms)
    rates = b.sum(axis=1) / above_zero(s.sum(axis=1))
    expected = (s * np.nan_to_num(rates)[:, None, :]).sum(axis=2)
    low, high = _limits(counted)
    found: dict[str, Lazy] = {
        "births": np.where(known.any(axis=2), counted, np.nan),
        "birth_rate": counted * per_firm,
        "births_per_1000": 1000 * counted / above_zero(people),
        "adjusted_rate": counted / above_zero(np.where(firms > 0, expected, np.nan)),
        "low": low * per_firm,
        "high": high * per_firm,
        "note": notes(marked(INCOMPLETE, ~known.all(axis=2)) | marked(NO_TOTAL, firms == 0)),
    }
    return region_table(born, found, as_panel=as_panel)


def _limits(counted: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return Byar's limits for a Poisson count; exact to two figures from one event on."""
    with np.errstate(divide="ignore", invalid="ignore"):
        low = counted * (1 - 1 / (9 * counted) - _Z / (3 * np.sqrt(counted))) ** 3
    more = counted + 1
    high: FloatArray = more * (1 - 1 / (9 * more) + _Z / (3 * np.sqrt(more))) ** 3
    return np.where(counted == 0, 0.0, np.maximum(low, 0.0)), high


def _population(population: Any, born: Panel, names: Mapping[str, str]) -> FloatArray:
    """Lay the population out by period and region; a region that has none is null."""
    return Totals.read(population, names).by_region(born)
