"""Where would jobs be if the coming years were like the ones we have seen?

Method: whole years of the past are drawn again in blocks of two, the same years for every
region and industry, so that industries keep moving together. Each drawn year brings the
growth of the industry in all regions and the region's own deviation from it. The 10th, 50th
and 90th percentile of the drawn paths are reported.

Source: moving blocks: Künsch (1989), Annals of Statistics 17(3), 1217-1241, in the circular
form of Politis & Romano (1992); growth as national part and own part: Dunn (1960), Papers and
Proceedings of the Regional Science Association 6, 97-112.

Edge rules: a cell with a 0 or a gap in its history grows as the industry does in all regions
together (`incomplete`). A cell that is 0 at the end stays 0, one without a figure has null. An
industry that is 0 in all regions in some year has null (`no_reference`). Years must follow each
other. The same seed gives the same figures on every machine.

Not for: saying what will happen. It knows nothing of decisions, land or prices; show
`backtest` beside it, and name what-ifs for what is known to come.
"""

from dataclasses import dataclass, replace
from typing import Any, Final, Unpack

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    NO_REFERENCE,
    ByteArray,
    FloatArray,
    marked,
)
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.panel import Columns, Panel, panel_of
from temaplan.analysis.regional.resampling import drawn_years, paths
from temaplan.analysis.regional.results import Lazy, cell_table, notes
from temaplan.analysis.regional.wholes import INDUSTRY, REGION, refuse_wholes

QUANTILES: Final = np.array([0.1, 0.5, 0.9])
BANDS: Final = ("p10", "p50", "p90")
FEWEST_YEARS: Final = 4
FEWEST_DRAWS: Final = 100


@dataclass(frozen=True, eq=False)
class Growth:
    """Log growth by year and cell, where it is defined, and what must be said of each cell."""

    log: FloatArray  # (years, regions, industries)
    notes: ByteArray  # (regions, industries)


def projection(
    data: Any,
    *,
    horizon: int,
    draws: int = 10_000,
    seed: int,
    what_if: Any = None,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Project every region and industry `horizon` years on.

    what_if: region, industry, period, value: jobs that come (or go, below 0) in a year and
    stay; the direct effect only. Result columns: region, industry, period, p10, p50, p90 (in
    the unit of value), note. Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    years = years_of(panel)
    _check(horizon, draws, seed)
    for axis in (REGION, INDUSTRY):
        refuse_wholes(panel, axis)
    growth = growth_of(panel)
    bands = projected(panel, growth, horizon=horizon, draws=draws, seed=seed)
    ahead = [years[-1] + step for step in range(1, horizon + 1)]
    if what_if is not None:
        bands = np.maximum(bands + _shifts(what_if, panel, ahead)[:, None], 0.0)
    periods = [str(year) if isinstance(panel.periods[0], str) else year for year in ahead]
    middle = bands[:, 1].copy()
    coming = replace(
        panel,
        periods=tuple(periods),
        values=middle,
        states=np.zeros(middle.shape, dtype=np.uint8),
    )
    found: dict[str, Lazy] = {name: bands[:, place] for place, name in enumerate(BANDS)}
    return cell_table(coming, found | {"note": notes(growth.notes)}, as_panel=as_panel)


def projected(panel: Panel, growth: Growth, *, horizon: int, draws: int, seed: int) -> FloatArray:
    """Return the bands, shape (horizon, quantiles, regions, industries)."""
    history = len(growth.log)
    cells = growth.log.reshape(history, -1)
    known = ~np.isnan(cells).any(axis=0)
    years = drawn_years(history, horizon, draws, seed)
    grown = np.full((horizon, len(QUANTILES), cells.shape[1]), np.nan)
    grown[:, :, known] = paths(cells[:, known], years, QUANTILES)
    last = panel.values[-1].reshape(-1)
    bands: FloatArray = grown * last
    bands[:, :, last == 0] = 0.0
    return bands.reshape(horizon, len(QUANTILES), *panel.shape[1:])


def growth_of(panel: Panel) -> Growth:
    """Return each cell's growth by year; the industry's own where the cell has none."""
    whole = np.nansum(panel.values, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.log(panel.values[1:] / panel.values[:-1])
        common = np.log(whole[1:] / whole[:-1])
    lacking = ~np.isfinite(own).all(axis=0)
    no_reference = ~np.isfinite(common).all(axis=0)
    common[:, no_reference] = np.nan
    log = np.where(lacking, common[:, None, :], own)
    ends = np.isnan(panel.values[-1])
    notes = marked(INCOMPLETE, lacking | ends) | marked(NO_REFERENCE, lacking & no_reference)
    return Growth(log, notes)


def years_of(panel: Panel) -> list[int]:
    """Return the periods as years that follow each other; refuse others."""
    try:
        years = [int(period) for period in panel.periods]
    except ValueError as error:
        raise BadQuestion(
            f"Framskriving trenger årstall. Tabellen har {listed(panel.periods)}.", code="not_years"
        ) from error
    if years != list(range(years[0], years[0] + len(years))):
        raise BadQuestion(
            f"Årene må følge etter hverandre. Tabellen har {listed(panel.periods)}.", code="gap"
        )
    if len(years) < FEWEST_YEARS:
        raise BadQuestion(
            f"Framskriving trenger minst {FEWEST_YEARS} år. Tabellen har {len(years)}.",
            code="too_short",
        )
    return years


def _check(horizon: int, draws: int, seed: int) -> None:
    if horizon < 1:
        raise BadQuestion(
            f"horizon={horizon} kan ikke brukes. Det er antall år framover og må være minst 1.",
            code="bad_horizon",
        )
    if draws < FEWEST_DRAWS:
        raise BadQuestion(
            f"draws={draws} er for få. Det må være minst {FEWEST_DRAWS}, ellers er båndene "
            "tilfeldige.",
            code="too_few_draws",
        )
    if seed < 0:
        raise BadQuestion(f"seed={seed} kan ikke brukes. Velg 0 eller høyere.", code="bad_seed")


def _shifts(what_if: Any, panel: Panel, ahead: list[int]) -> FloatArray:
    """Return the jobs that have come or gone by each year ahead."""
    shifts = np.zeros((len(ahead), *panel.shape[1:]))
    table = LongTable.read(
        what_if, keys=("region", "industry", "period"), figures=(), signed=("value",)
    )
    rows = zip(*(table.keys[key].codes for key in ("region", "industry", "period")), strict=True)
    for row, (region, industry, period) in enumerate(rows):
        at_region = panel.region_index(table.keys["region"].labels[region], "what_if")
        at_industry = _industry(panel, table.keys["industry"].labels[industry])
        label = str(table.keys["period"].labels[period])
        if label not in [str(each) for each in ahead]:
            raise BadQuestion(
                f"what_if gjelder {label}, men framskrivingen går fra {ahead[0]} til {ahead[-1]}. "
                "Velg et av de årene, eller lengre horizon.",
                code="not_ahead",
            )
        year = int(label)
        shifts[ahead.index(year) :, at_region, at_industry] += table.figures["value"][row]
    return shifts


def _industry(panel: Panel, label: str) -> int:
    if label not in panel.industries:
        raise BadQuestion(
            f"Tabellen har ikke næringen «{label}» (what_if). Den har {listed(panel.industries)}.",
            code="not_in_table",
        )
    return panel.industries.index(label)
