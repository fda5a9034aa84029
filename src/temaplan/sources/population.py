"""SSB 07459: population of each municipality by age, all years in the borders of 2024."""

import csv
import io
from collections import defaultdict
from sys import intern

from temaplan.sources import files, municipalities
from temaplan.sources.catalogue import POPULATION
from temaplan.sources.cells import OBSERVED
from temaplan.sources.statistics import EVERYTHING, INDUSTRY_COLUMNS, Row, Statistics

_PREFIX = "municip_nor"


def read(measure: str) -> Statistics:
    """Return population by age group, with the sum of all ages as totals.

    The ages fill a municipality without gap or overlap, so their sum is its population.
    """
    rows: list[Row] = []
    sums: dict[tuple[str, int], float] = defaultdict(float)
    years = {str(year): year for year in POPULATION.years}
    for line in csv.DictReader(io.StringIO(files.text(POPULATION.files[0]))):
        # intern: the table is long, and its few codes and ages need not be stored 70 000 times
        region, year = intern(line["municip"].removeprefix(_PREFIX)), years[line["year"]]
        people = float(line["pop"])
        rows.append((region, intern(line["age"]), year, people, OBSERVED))
        sums[region, year] += people
    totals = tuple(
        (region, EVERYTHING, year, people, OBSERVED) for (region, year), people in sums.items()
    )
    ages = {row[1]: f"{row[1]} år" for row in rows}
    names = {region: municipalities.name_of(region) for region, _year in sums}
    return Statistics(INDUSTRY_COLUMNS, tuple(rows), totals, (), names, ages)
