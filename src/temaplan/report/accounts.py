"""Gross product and employed persons of counties: those of the report, or those around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from temaplan.report.areas import BORDERS_OF, COUNTRY, Area, ChosenAreas
from temaplan.sources import municipalities
from temaplan.sources.catalogue import REGIONAL_ACCOUNTS
from temaplan.sources.reading import read
from temaplan.sources.statistics import INDUSTRY_COLUMNS, Statistics, as_columns
from temaplan.sources.table import SourceTable

LAST_OLD_BORDERS = 2019


@dataclass(frozen=True)
class Accounts:
    """What the regional accounts have. `own` tells that the counties are the report's areas."""

    table: SourceTable
    counties: tuple[Area, ...]
    own: bool
    years: tuple[int, ...]
    product: Statistics  # million kroner
    employed: Statistics  # thousand persons
    per_person: Mapping[tuple[str, int], float]  # thousand kroner: millions over thousands

    def country_without(self, industry: str, year: int) -> float | None:
        """Return the country's product per person without one industry."""
        product, employed = (
            _whole_less(measure, industry, year) for measure in (self.product, self.employed)
        )
        return product / employed if product and employed else None

    def long(self, measure: Statistics, years: tuple[int, int]) -> dict[str, list[Any]]:
        """Return the lines of the counties as the analyses take them."""
        codes = [county.code for county in self.counties]
        return as_columns(INDUSTRY_COLUMNS, measure.selected(regions=codes, periods=years).rows)


def _whole_less(measure: Statistics, industry: str, year: int) -> float | None:
    whole = next((row[3] for row in measure.totals if row[::2][:2] == (COUNTRY, year)), None)
    part = next((row[3] for row in measure.rows if row[:3] == (COUNTRY, industry, year)), None)
    return whole - part if whole is not None and part is not None else None


def accounts_of(chosen: ChosenAreas) -> Accounts:
    """Return the accounts of the counties, or of those that the municipalities lay in."""
    product = read(REGIONAL_ACCOUNTS.id, "gross_product")
    employed = read(REGIONAL_ACCOUNTS.id, "employed_persons")
    own = chosen.level == "county"
    counties = chosen.areas if own else _around(chosen, product)
    wanted = {COUNTRY, *(county.code for county in counties)}
    persons = {(row[0], row[2]): row[3] for row in employed.totals if row[3]}
    per_person = {
        (row[0], row[2]): row[3] / persons[row[0], row[2]]
        for row in product.totals
        if row[0] in wanted and row[3] is not None and (row[0], row[2]) in persons
    }
    return Accounts(
        REGIONAL_ACCOUNTS, counties, own, tuple(product.periods), product, employed, per_person
    )


def _around(chosen: ChosenAreas, statistics: Statistics) -> tuple[Area, ...]:
    """Return the counties of 2019 that today's municipalities lay in, in order."""
    codes: dict[str, None] = {}
    for area in chosen.areas:
        for part in municipalities.was(area.code, in_year=LAST_OLD_BORDERS, to_year=BORDERS_OF):
            codes[part.code[:2]] = None
    return tuple(
        Area(code, statistics.region_names[code])
        for code in sorted(codes)
        if code in statistics.region_names
    )
