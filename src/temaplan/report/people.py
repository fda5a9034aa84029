"""Population of the municipalities, by age, and of the country as their sum."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from temaplan.report.areas import COUNTRY, ChosenAreas
from temaplan.report.jobs import GROUP
from temaplan.sources.catalogue import POPULATION
from temaplan.sources.reading import read
from temaplan.sources.statistics import Row
from temaplan.sources.table import SourceTable

# The table's own age groups; its working age is 16 to 66.
WORKING = ("16-19", "20-24", "25-39", "40-54", "55-66")
OLD = ("67-74", "75+")

Count = float | None


@dataclass(frozen=True)
class People:
    """Population on 1 January, of the areas, their sum and the country."""

    table: SourceTable
    years: tuple[int, ...]
    ages: tuple[str, ...]
    counts: Mapping[tuple[str, str, int], Count]

    def count(self, region: str, year: int, ages: Sequence[str] = ()) -> Count:
        """Return how many there are of some ages, of all when none is named."""
        parts = [self.counts.get((region, age, year)) for age in ages or self.ages]
        known = [part for part in parts if part is not None]
        return math.fsum(known) if len(known) == len(parts) else None

    def share(self, region: str, year: int, ages: Sequence[str]) -> Count:
        """Return the share that is of some ages."""
        part, everybody = self.count(region, year, ages), self.count(region, year)
        return part / everybody if part is not None and everybody else None


def people_of(chosen: ChosenAreas) -> People | None:
    """Return the population of municipalities; the table has no counties of other years."""
    if chosen.level != "municipality":
        return None
    statistics = read(POPULATION.id)
    codes = [area.code for area in chosen.areas]
    everywhere = len(statistics.region_names)
    counts: dict[tuple[str, str, int], Count] = {}
    country: dict[tuple[str, int], list[float]] = defaultdict(list)
    for row in statistics.rows:
        if row[0] in codes:
            counts[row[:3]] = row[3]
        country[row[1], row[2]].append(row[3])
    for (age, year), parts in country.items():
        # In a year in which a municipality lacks, the sum is not the country.
        counts[COUNTRY, age, year] = math.fsum(parts) if len(parts) == everywhere else None
    _add_group(counts, codes, statistics.rows)
    return People(POPULATION, tuple(statistics.periods), tuple(statistics.industries), counts)


def _add_group(
    counts: dict[tuple[str, str, int], Count], codes: Sequence[str], rows: Sequence[Row]
) -> None:
    for age, year in {(row[1], row[2]) for row in rows}:
        parts = [counts.get((code, age, year)) for code in codes]
        known = [part for part in parts if part is not None]
        counts[GROUP, age, year] = math.fsum(known) if len(known) == len(parts) else None
