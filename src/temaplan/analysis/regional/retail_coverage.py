"""Do the shops of a region sell more or less than its own residents would buy?

Formula: turnover per head = turnover / population; coverage = turnover per head over that of
the reference; leakage = population · reference turnover per head − turnover (below 0: the
region sells to others).

Source: the retail coverage ratio of Norwegian trade analyses («dekningsgrad for handel»), e.g.
Vareide & Nygaard (2014), Telemarksforsking.

Edge rules: no population gives null. A region that lacks turnover or population in a period
has null there. The reference is a region of the table, "total", the sum of the regions that
have both figures, or "rest", the others of them; neither with a whole among the regions.

Not for: net trade on the internet, cabin owners and tourists: the ratio cannot tell them
from residents.
"""

from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import MISSING, NO_REFERENCE, NO_TOTAL, FloatArray, marked
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.reference import REST, TOTAL
from temaplan.analysis.regional.results import Lazy, notes, region_table
from temaplan.analysis.regional.wholes import OR_MEASURE_AGAINST, REGION, refuse_wholes


def retail_coverage(
    turnover: Any,
    population: Any,
    *,
    reference: str,
    region: str = "region",
    period: str = "period",
    value: str = "value",
    as_panel: bool = False,
) -> Any:
    """Return turnover per head, coverage and leakage for every region and period.

    Both tables: region, period, value (the keywords name them). Result columns: region,
    period, turnover_per_head, coverage (1 = as the reference), leakage (in the unit of
    turnover), note. Raises `BadTable` and `BadQuestion`.
    """
    names = {"region": region, "period": period, "value": value}
    sold, people = (
        LongTable.read(each, keys=("region", "period"), figures=("value",), names=names)
        for each in (turnover, population)
    )
    frame = _frame(sold, people)
    t, n = (_grid(each, frame) for each in (sold, people))
    per_head = t / above_zero(n)
    of_reference = _of_reference(t, n, frame, reference)
    found: dict[str, Lazy] = {
        "turnover_per_head": per_head,
        "coverage": per_head / above_zero(of_reference),
        "leakage": n * of_reference - t,
        "note": notes(
            marked(NO_TOTAL, np.isnan(per_head)) | marked(NO_REFERENCE, np.isnan(of_reference))
        ),
    }
    return region_table(frame, found, as_panel=as_panel)


def _frame(sold: LongTable, people: LongTable) -> Panel:
    """Return an empty panel with the regions and periods of both; 2011 and "2011" are the same."""
    tables = sold, people
    regions = sorted({label for each in tables for label in each.keys["region"].labels})
    periods = {str(label): label for each in tables for label in each.keys["period"].labels}
    shape = len(periods), len(regions), 1
    return Panel(
        tuple(periods[text] for text in sorted(periods)),
        tuple(regions),
        ("",),
        np.full(shape, np.nan),
        np.full(shape, MISSING, dtype=np.uint8),
        sold.backend,
    )


def _grid(table: LongTable, frame: Panel) -> FloatArray:
    """Lay figures out by period and region."""
    grid = np.full(frame.shape[:2], np.nan)
    regions, periods = table.keys["region"], table.keys["period"]
    at_region = np.array([frame.region_index(label, "region") for label in regions.labels])
    at_period = np.array([frame.period_index(label, "period") for label in periods.labels])
    grid[at_period[periods.codes], at_region[regions.codes]] = table.figures["value"]
    return grid


def _of_reference(t: FloatArray, n: FloatArray, frame: Panel, reference: str) -> FloatArray:
    """Return the reference's turnover per head, shape (period, region)."""
    if reference not in (TOTAL, REST):
        at = frame.region_index(reference, "reference")
        own: FloatArray = t[:, at : at + 1] / above_zero(n[:, at : at + 1])
        return np.broadcast_to(own, t.shape)
    refuse_wholes(frame, REGION, OR_MEASURE_AGAINST)
    both = ~np.isnan(t) & ~np.isnan(n)
    sold, people = np.where(both, t, 0.0), np.where(both, n, 0.0)
    all_sold, all_people = (each.sum(axis=1, keepdims=True) for each in (sold, people))
    if reference == REST:
        all_sold, all_people = all_sold - sold, all_people - people
    summed: FloatArray = np.broadcast_to(all_sold / above_zero(all_people), t.shape)
    return summed
