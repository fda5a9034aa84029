"""Do the shops of a region sell more or less than its own residents would buy?

Formula: turnover per head = turnover / population; coverage = turnover per head over that of
the reference; leakage = population · reference turnover per head − turnover (below 0: the
region sells to others).

Source: the retail coverage ratio of Norwegian trade analyses («dekningsgrad for handel»), e.g.
Vareide & Nygaard (2014), Telemarksforsking.

Edge rules: no population gives null. A region that lacks turnover or population in a period
has null there. The reference is a region of the table, or "total", the sum of the regions.

Not for: net trade on the internet, cabin owners and tourists: the ratio cannot tell them
from residents.
"""

from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import NO_REFERENCE, NO_TOTAL, NOTE_TEXTS, FloatArray, marked
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.long_table import LongTable

_Grid = tuple[list[Any], list[Any], FloatArray, FloatArray]


def retail_coverage(turnover: Any, population: Any, *, reference: str) -> Any:
    """Return turnover per head, coverage and leakage for every region and period.

    Both tables: region, period, value. Result columns: region, period, turnover_per_head,
    coverage (1 = as the reference), leakage (in the unit of turnover), note. Raises
    `BadTable` and `BadQuestion`.
    """
    sold = LongTable.read(turnover, keys=("region", "period"), figures=("value",))
    people = LongTable.read(population, keys=("region", "period"), figures=("value",))
    regions = sorted({*sold.keys["region"].labels, *people.keys["region"].labels})
    periods = sorted({*sold.keys["period"].labels, *people.keys["period"].labels})
    t, n = (_grid(each, regions, periods) for each in (sold, people))
    with np.errstate(divide="ignore", invalid="ignore"):
        per_head = np.where(n > 0, t / n, np.nan)
        of_reference = _of_reference(t, n, regions, reference)[:, None]
        coverage = per_head / of_reference
        leakage = n * of_reference - t
    notes = marked(NO_TOTAL, np.isnan(per_head)) | marked(
        NO_REFERENCE, np.broadcast_to(np.isnan(of_reference), t.shape)
    )
    return build(
        {
            "region": Coded(np.tile(np.arange(len(regions)), len(periods)), regions),
            "period": Coded(np.repeat(np.arange(len(periods)), len(regions)), periods),
            "turnover_per_head": per_head.reshape(-1),
            "coverage": coverage.reshape(-1),
            "leakage": leakage.reshape(-1),
            "note": Coded(notes.reshape(-1), NOTE_TEXTS),
        },
        sold.backend,
    )


def _grid(table: LongTable, regions: list[Any], periods: list[Any]) -> FloatArray:
    grid = np.full((len(periods), len(regions)), np.nan)
    own_regions = [regions.index(label) for label in table.keys["region"].labels]
    own_periods = [periods.index(label) for label in table.keys["period"].labels]
    at_period = np.array(own_periods)[table.keys["period"].codes]
    at_region = np.array(own_regions)[table.keys["region"].codes]
    grid[at_period, at_region] = table.figures["value"]
    return grid


def _of_reference(t: FloatArray, n: FloatArray, regions: list[Any], reference: str) -> FloatArray:
    if reference == "total":
        both = ~np.isnan(t) & ~np.isnan(n)
        summed: FloatArray = np.where(both, t, 0).sum(axis=1) / np.where(both, n, 0).sum(axis=1)
        return summed
    if reference not in regions:
        raise BadQuestion(
            f"Referansen «{reference}» er ikke en region i tabellene. De har {listed(regions)}. "
            "Bruk en av dem, eller total.",
            code="unknown_reference",
        )
    at = regions.index(reference)
    own: FloatArray = t[:, at] / n[:, at]
    return own
