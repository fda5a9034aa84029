"""How often are new firms born here, and is that more than the mix of industries would give?

Formula: birth rate = births / stock; births per 1,000 = 1,000 · births / population aged
15-64; adjusted rate = births / Σ_i stock_ir·b_i, with b_i the birth rate of industry i in all
the regions together. An adjusted rate of 1 is what the region's industries would give.
low and high hold the birth rate if births were chance (95 %, Byar's limits).

Source: Audretsch & Fritsch (1994), Small Business Economics 6(1), 41-46; limits: Breslow & Day
(1987), Statistical Methods in Cancer Research II, p. 69.

Edge rules: no stock gives null rates. An industry whose births or stock is not known in a
region is left out there, with note `incomplete`. 0 births have 0 as their lower limit.

Not for: years in which the register changed what it counts as a firm.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import INCOMPLETE, NO_TOTAL, NOTE_TEXTS, FloatArray, marked
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.panel import Columns, Panel, panel_of

_Z = 1.959963984540054  # 97.5 % of the normal distribution


def firm_births(births: Any, stock: Any, population: Any, **columns: Unpack[Columns]) -> Any:
    """Return birth rates of firms for every region and period.

    births and stock: region, industry, period, value; population: region, period, value
    (aged 15-64). Result columns: region, period, births, birth_rate, births_per_1000,
    adjusted_rate, low, high, note. Raises `BadTable` and `BadQuestion`.
    """
    born, there = panel_of(births, **columns), panel_of(stock, **columns)
    _refuse_different(born, there)
    people = _population(population, born)
    known = ~np.isnan(born.values) & ~np.isnan(there.values)
    b, s = np.where(known, born.values, 0.0), np.where(known, there.values, 0.0)
    counted, firms = b.sum(axis=2), s.sum(axis=2)
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = b.sum(axis=1) / s.sum(axis=1)
        expected = (s * np.nan_to_num(rates)[:, None, :]).sum(axis=2)
        none = firms == 0
        low, high = _limits(counted)
        results = {
            "births": np.where(known.any(axis=2), counted, np.nan),
            "birth_rate": np.where(none, np.nan, counted / firms),
            "births_per_1000": 1000 * counted / people,
            "adjusted_rate": np.where(none, np.nan, counted / expected),
            "low": np.where(none, np.nan, low / firms),
            "high": np.where(none, np.nan, high / firms),
        }
    notes = marked(INCOMPLETE, ~known.all(axis=2)) | marked(NO_TOTAL, none)
    periods, regions, _ = born.shape
    keys: dict[str, FloatArray | Coded] = {
        "region": Coded(np.tile(np.arange(regions), periods), born.regions),
        "period": Coded(np.repeat(np.arange(periods), regions), born.periods),
    }
    figures = {name: values.reshape(-1) for name, values in results.items()}
    return build(keys | figures | {"note": Coded(notes.reshape(-1), NOTE_TEXTS)}, born.backend)


def _limits(counted: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return Byar's limits for a Poisson count; exact to two figures from one event on."""
    with np.errstate(divide="ignore", invalid="ignore"):
        low = counted * (1 - 1 / (9 * counted) - _Z / (3 * np.sqrt(counted))) ** 3
    more = counted + 1
    high: FloatArray = more * (1 - 1 / (9 * more) + _Z / (3 * np.sqrt(more))) ** 3
    return np.where(counted == 0, 0.0, np.maximum(low, 0.0)), high


def _population(population: Any, born: Panel) -> FloatArray:
    table = LongTable.read(population, keys=("region", "period"), figures=("value",))
    people = np.full((len(born.periods), len(born.regions)), np.nan)
    regions = {label: at for at, label in enumerate(born.regions)}
    periods = {str(label): at for at, label in enumerate(born.periods)}
    rows = zip(*(table.keys[key].codes for key in ("region", "period")), strict=True)
    for row, (region, period) in enumerate(rows):
        at_region = regions.get(table.keys["region"].labels[region])
        at_period = periods.get(str(table.keys["period"].labels[period]))
        if at_region is not None and at_period is not None:
            people[at_period, at_region] = table.figures["value"][row]
    return people


def _refuse_different(born: Panel, there: Panel) -> None:
    for name, word in (
        ("regions", "regioner"),
        ("industries", "næringer"),
        ("periods", "perioder"),
    ):
        ours, theirs = set(getattr(born, name)), set(getattr(there, name))
        if ours != theirs:
            raise BadQuestion(
                f"Tabellene for nye og alle foretak har ulike {word}: "
                f"{listed(sorted(ours ^ theirs, key=str))} står bare i den ene.",
                code="different_tables",
            )
