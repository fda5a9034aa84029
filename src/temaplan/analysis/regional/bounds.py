"""What a published figure may stand for, and the smallest and largest share that follow."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from temaplan.analysis.regional.cells import NOT_APPLICABLE, BoolArray, FloatArray, unknown
from temaplan.analysis.regional.errors import BadQuestion, BadTable
from temaplan.analysis.regional.panel import Block, Panel

ROUNDED_0_3: Final = "rounded-0-3"
Rule = str | float


@dataclass(frozen=True, eq=False)
class Range:
    """Lowest and highest value that a figure may stand for."""

    low: FloatArray
    high: FloatArray


def check_rule(rule: object) -> Rule:
    """Return the rule, or refuse what is none."""
    if rule == ROUNDED_0_3:
        return ROUNDED_0_3
    number = isinstance(rule, int | float) and not isinstance(rule, bool)
    if number and 0 < float(rule) < float("inf"):  # type: ignore[arg-type] # mypy loses isinstance
        return float(rule)  # type: ignore[arg-type]
    raise BadQuestion(
        f"bounds=«{rule}» finnes ikke. Velg «{ROUNDED_0_3}» eller et tall over 0: halve "
        "avrundingsenheten, som 0.05 for tall med én desimal."
    )


def range_of(figures: FloatArray, rule: Rule) -> Range:
    """Return what figures may stand for; NaN stays NaN."""
    if rule == ROUNDED_0_3:
        low = np.where(figures == 3, 1.0, figures)  # noqa: PLR2004 - the table's own rule
        return Range(low, np.where(figures == 0, 2.0, figures))
    unit = float(rule)
    return Range(np.maximum(figures - unit, 0.0), figures + unit)


def refuse_unrounded(panel: Panel) -> None:
    """Refuse a table with a 1, a 2 or a fraction: its small figures are not rounded to 0 or 3."""
    values = panel.values
    wrong = (values == 1) | (values == 2) | (values != np.floor(values)) & ~np.isnan(values)  # noqa: PLR2004
    if wrong.any():
        period, region, industry = (int(axis[0]) for axis in np.nonzero(wrong))
        raise BadTable(
            f"Region «{panel.regions[region]}», næring «{panel.industries[industry]}», "
            f"{panel.periods[period]}: {values[period, region, industry]:g} finnes ikke i en "
            "tabell der 1 og 2 er gjort om til 0 eller 3. Velg bounds som passer tabellen.",
            code="not_rounded",
            column="value",
        )


def share_range(panel: Panel, rule: Rule, totals: FloatArray | None, block: Block) -> Range:
    """Return the lowest and highest share of its region that each cell of a block may have.

    A suppressed or missing figure may be anything from 0: up to the rest of a
    published total (period, region), without limit where there is none.
    """
    open_cells = unknown(panel.states[block])
    cells = range_of(panel.values[block], rule)
    low = np.where(np.isnan(cells.low), 0.0, cells.low)
    high = np.where(np.isnan(cells.high), 0.0, cells.high)
    if totals is None:
        shares = _of_sum(low, high, open_cells)
    else:
        shares = _of_total(low, high, open_cells, range_of(totals[block][:, None], rule))
    outside = panel.states[block] == NOT_APPLICABLE
    shares.low[outside] = shares.high[outside] = np.nan
    return shares


def _of_sum(low: FloatArray, high: FloatArray, open_cells: BoolArray) -> Range:
    """Set each cell at its least with all others at their greatest, and the reverse."""
    others_low = np.maximum(low.sum(axis=1, keepdims=True) - low, 0.0)
    others_high = np.maximum(high.sum(axis=1, keepdims=True) - high, 0.0)
    others_open = open_cells.sum(axis=1, keepdims=True) - open_cells > 0
    least = _share(low, low + others_high)
    greatest = _share(high, high + others_low)
    least[others_open] = 0.0
    greatest[open_cells] = 1.0
    return Range(least, greatest)


def _of_total(low: FloatArray, high: FloatArray, open_cells: BoolArray, total: Range) -> Range:
    rest = total.high - low.sum(axis=1, keepdims=True)
    # Published lines may exceed their total; then the total says nothing about the cell.
    rest = np.where(rest < 0, total.high, rest)
    least = _share(low, total.high)
    greatest = np.where(
        open_cells, _share(rest, total.high), np.minimum(_share(high, total.low), 1.0)
    )
    return Range(least, greatest)


def _share(part: FloatArray, whole: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        share: FloatArray = np.where(part == 0, 0.0, part / whole)
    return share
