"""Commuting of the areas, in the year that has most of them."""

from dataclasses import dataclass

from temaplan.analysis.regional.commuting_totals import commuting_totals
from temaplan.report.areas import BORDERS_OF, Area, ChosenAreas
from temaplan.sources import municipalities
from temaplan.sources.catalogue import COMMUTING
from temaplan.sources.reading import read
from temaplan.sources.statistics import COMMUTING_COLUMNS, Row, as_columns
from temaplan.sources.table import SourceTable


@dataclass(frozen=True)
class Commuters:
    """One area's commuting in one year."""

    area: Area
    jobs: float
    residents: float
    own: float  # those who live and work here
    arriving: float
    leaving: float
    net: float
    coverage: float  # jobs per employed resident


@dataclass(frozen=True)
class Travel:
    """Commuting of all areas that the table has in one year."""

    table: SourceTable
    year: int
    rows: tuple[Commuters, ...]
    lacking: tuple[Area, ...]


def travel_of(chosen: ChosenAreas) -> Travel | None:
    """Return the commuting of municipalities, or nothing where the table has none of them.

    The table has them under the numbers of its own year; only those that are whole
    municipalities of today are used.
    """
    if chosen.level != "municipality":
        return None
    statistics = read(COMMUTING.id)
    by_year = {year: _rows(chosen, statistics.rows, year) for year in statistics.periods}
    year = max(by_year, key=lambda each: (len(by_year[each]), each))
    if not by_year[year]:
        return None
    return Travel(
        COMMUTING,
        year,
        tuple(_computed(by_year[year], year)),
        tuple(area for area in chosen.areas if area not in by_year[year]),
    )


def _rows(chosen: ChosenAreas, rows: tuple[Row, ...], year: int) -> dict[Area, Row]:
    found: dict[Area, Row] = {}
    kept = {row[0]: row for row in rows if row[1] == year}
    for area in chosen.areas:
        was = municipalities.was(area.code, in_year=year, to_year=BORDERS_OF)
        if len(was) == 1 and was[0].code in kept and None not in kept[was[0].code]:
            found[area] = (area.code, *kept[was[0].code][1:])
    return found


def _computed(rows: dict[Area, Row], year: int) -> list[Commuters]:
    answer = commuting_totals(as_columns(COMMUTING_COLUMNS, rows.values()))
    at = {code: place for place, code in enumerate(answer["region"])}
    return [
        Commuters(
            area,
            answer["jobs"][at[area.code]],
            answer["employed_residents"][at[area.code]],
            answer["own"][at[area.code]],
            answer["in_commuters"][at[area.code]],
            answer["out_commuters"][at[area.code]],
            answer["net"][at[area.code]],
            answer["coverage"][at[area.code]],
        )
        for area in rows
    ]
