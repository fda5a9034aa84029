"""Employed persons by industry: the areas, their sum, the county around them and the country."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from temaplan.report.areas import COUNTRY, Area, ChosenAreas
from temaplan.sources import cells
from temaplan.sources.catalogue import EMPLOYED, REGIONAL_ACCOUNTS
from temaplan.sources.reading import read
from temaplan.sources.statistics import INDUSTRY_COLUMNS, Row, Statistics, as_columns
from temaplan.sources.table import SourceTable

# Codes of what is no area of the table but a sum of its areas.
GROUP, AROUND = "området", "fylket"
WHOLE = Area(GROUP, "Området")  # names that are alike in both written forms
LAND = Area(COUNTRY, "Landet")
UNSPECIFIED = "00"  # «Uoppgitt» is no industry to live off
_A_THOUSAND = 1000.0

Figure = float | None


def in_text(area: Area) -> str:
    """Return an area's name as it stands within a sentence."""
    return area.name.lower() if area in (WHOLE, LAND) else area.name


@dataclass(frozen=True)
class Jobs:
    """A table of employed persons, laid out for a report.

    `areas` are those of the report that the table has, `lacking` those it has not. All
    figures are persons, also where the table counts thousands.
    """

    table: SourceTable
    areas: tuple[Area, ...]
    lacking: tuple[Area, ...]
    industries: tuple[str, ...]
    names: Mapping[str, str]  # of industries
    everywhere: Mapping[str, str]  # names of all regions of the table
    years: tuple[int, ...]
    figures: Mapping[tuple[str, str, int], tuple[Figure, str]]
    published: Mapping[tuple[str, int], Figure]
    around: Area | None  # the county, where the table holds all of it
    members: tuple[str, ...]  # the municipalities of that county

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the areas."""
        return tuple(area.code for area in self.areas)

    @property
    def has_group(self) -> bool:
        """Tell whether the areas are more than one, so that their sum says something."""
        return len(self.areas) > 1

    @property
    def subjects(self) -> tuple[Area, ...]:
        """The areas, and then all of them together where they are several."""
        return (*self.areas, WHOLE) if self.has_group else self.areas

    @cached_property
    def span(self) -> tuple[int, ...]:
        """The years in which all of the areas have figures."""
        return tuple(
            year
            for year in self.years
            if all(self.total(code, year) is not None for code in self.codes)
        )

    @cached_property
    def country_years(self) -> frozenset[int]:
        """The years in which the table has the country."""
        return frozenset(year for year in self.years if self.total(COUNTRY, year) is not None)

    def has_country(self, *wanted: int) -> bool:
        """Tell whether the country has figures in all of these years."""
        return set(wanted) <= self.country_years

    def value(self, region: str, industry: str, year: int) -> Figure:
        """Return one figure, or nothing where none is published."""
        return self.figures.get((region, industry, year), (None, cells.MISSING))[0]

    def total(self, region: str, year: int) -> Figure:
        """Return all employed persons: as published, else the sum of the industries."""
        if (region, year) in self.published:
            return self.published[region, year]
        parts = [self.value(region, industry, year) for industry in self.industries]
        return _sum(parts)

    def rows(self, regions: Iterable[str], years: Iterable[int]) -> list[Row]:
        """Return the cells of some regions and years, as the analyses take them."""
        wanted = tuple(years)
        return [
            (region, industry, year, *self.figures[region, industry, year])
            for region in regions
            for industry in self.industries
            for year in wanted
            if (region, industry, year) in self.figures
        ]

    def long(self, regions: Iterable[str], years: Iterable[int]) -> dict[str, list[Any]]:
        """Return the same as a long table."""
        return as_columns(INDUSTRY_COLUMNS, self.rows(regions, years))

    def totals(self, regions: Sequence[str], wanted: Sequence[int]) -> dict[str, list[Any]] | None:
        """Return published totals as a table; nothing where the table has none of its own."""
        if not self.published:
            return None
        rows = [(region, year, self.total(region, year)) for region in regions for year in wanted]
        return as_columns(("region", "period", "value"), rows)

    def series(self, regions: Iterable[str]) -> dict[str, list[Any]]:
        """Return everybody employed as one industry, year by year."""
        rows = [
            (region, "sysselsatte", year, self.total(region, year), cells.OBSERVED)
            for region in regions
            for year in self.span
        ]
        return as_columns(INDUSTRY_COLUMNS, rows)


def jobs_of(chosen: ChosenAreas) -> Jobs | None:
    """Return the employed persons of the areas, or nothing where no table has any of them."""
    table = EMPLOYED if chosen.level == "municipality" else REGIONAL_ACCOUNTS
    statistics = read(table.id, "employed_persons")
    areas = tuple(area for area in chosen.areas if area.code in statistics.region_names)
    if not areas:
        return None
    is_county = chosen.level == "county"
    factor = _A_THOUSAND if is_county else 1.0
    around, members = (None, ()) if is_county else _county_of(areas, statistics)
    figures = {
        row[:3]: (None if row[3] is None else row[3] * factor, row[4]) for row in statistics.rows
    }
    published = {
        (row[0], row[2]): None if row[3] is None else row[3] * factor for row in statistics.totals
    }
    codes = [area.code for area in areas]
    _add_sums(figures, published, statistics, {GROUP: codes, AROUND: members})
    return Jobs(
        table=table,
        areas=areas,
        lacking=tuple(area for area in chosen.areas if area not in areas),
        industries=tuple(statistics.industries),
        names=dict(statistics.industry_names),
        everywhere=dict(statistics.region_names),
        years=tuple(statistics.periods),
        figures=figures,
        published=published,
        around=around,
        members=members,
    )


def _county_of(
    areas: Sequence[Area], statistics: Statistics
) -> tuple[Area | None, tuple[str, ...]]:
    """Return the county that the areas lie in, when they lie in one that the table has whole."""
    prefixes = {area.code[:2] for area in areas}
    members = tuple(code for code in statistics.regions if code[:2] in prefixes)
    if len(prefixes) > 1 or len(members) <= len(areas):
        return None, ()
    return Area(AROUND, COUNTY_NAMES[prefixes.pop()]), members


# The table has the municipalities of one county, whose number of 2024 is this.
COUNTY_NAMES = {"40": "Telemark"}


def _add_sums(
    figures: dict[tuple[str, str, int], tuple[Figure, str]],
    published: dict[tuple[str, int], Figure],
    statistics: Statistics,
    sums: Mapping[str, Sequence[str]],
) -> None:
    """Add sums of regions; one that lacks a part is not known."""
    for name, codes in sums.items():
        for year in statistics.periods if codes else ():
            for industry in statistics.industries:
                parts = [figures.get((code, industry, year), (None, ""))[0] for code in codes]
                value = _sum(parts)
                state = cells.MISSING if value is None else cells.OBSERVED
                figures[name, industry, year] = (value, state)
            if published:
                published[name, year] = _sum([published.get((code, year)) for code in codes])


def _sum(parts: Sequence[Figure]) -> Figure:
    known = [part for part in parts if part is not None]
    return math.fsum(known) if known and len(known) == len(parts) else None
