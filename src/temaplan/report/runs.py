"""The figures of a report that one method of the library answers, as questions to keep.

A plan stores each as a calculation of its own, with findings that quote its figures. The
findings say no direction in words («endret seg med»), so they stay true when the
figures are made again of a newer edition.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from temaplan.report.areas import BORDERS_OF, COUNTRY, Area
from temaplan.report.chapters import change, employment, population, structure
from temaplan.report.contents import CHAPTERS
from temaplan.report.jobs import UNSPECIFIED, Jobs
from temaplan.report.page import Page
from temaplan.report.people import People
from temaplan.report.question import Ground
from temaplan.report.quotients import quotients
from temaplan.report.travel import Travel
from temaplan.sources import municipalities

WRITTEN_BY = (population.write, employment.write, structure.write, change.write)
BACK = population.BACK
ALL_AGES, ALL = "alle aldre", "i alt"  # what the library's results call the wholes


@dataclass(frozen=True)
class QuotingFinding:
    """A finding in bokmål; `{1}` is the figure in a row and a column of the result."""

    text: str
    row: Mapping[str, str]
    column: str
    form: str  # how the figure is written


@dataclass(frozen=True)
class Run:
    """One figure as a question: method, table, selection and parameters, with its title."""

    anchor: str
    title: str
    method: str
    table: str
    selection: Mapping[str, Any]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    chart: Mapping[str, Any] | None = None  # None: as the method is usually drawn
    findings: tuple[QuotingFinding, ...] = ()


def runs_of(ground: Ground) -> Iterator[Run]:
    """Yield the figures that the tables have for the areas, in the order of the report."""
    titles = _titles(ground)
    if ground.people is not None:
        yield _population(ground, ground.people, titles)
    if ground.jobs is not None:
        yield _employed(ground.jobs, titles)
    if ground.travel is not None:
        yield _coverage(ground.travel, titles)
    if ground.jobs is not None and ground.jobs.has_country(ground.base, ground.end):
        for area in ground.jobs.areas:
            yield _quotients(ground, ground.jobs, area, titles)
        for area in ground.jobs.areas:
            yield _parts(ground, ground.jobs, area, titles)


def _titles(ground: Ground) -> Mapping[str, str]:
    """Return what the report's own figures say, by anchor."""
    page = Page("nb", ground.question.translate)
    for chapter in CHAPTERS:
        if chapter.write in WRITTEN_BY:
            chapter.write(page, ground)
    return {found.anchor: found.title for found in page.findings}


def _population(ground: Ground, people: People, titles: Mapping[str, str]) -> Run:
    last = people.years[-1]
    first = last - BACK
    return Run(
        "folketall",
        titles["folketall"],
        "growth",
        people.table.id,
        {"regions": [area.code for area in ground.chosen.areas]},
        {"base": first, "end": last},
        findings=tuple(
            _changed(area.code, ALL_AGES, f"Folketallet i {area.name}", first, last)
            for area in ground.chosen.areas
        ),
    )


def _employed(jobs: Jobs, titles: Mapping[str, str]) -> Run:
    first, last = jobs.span[0], jobs.span[-1]
    return Run(
        "sysselsatte",
        titles["sysselsatte"],
        "growth",
        jobs.table.id,
        {"regions": list(jobs.codes)},
        {"base": first, "end": last},
        findings=tuple(
            _changed(area.code, ALL, f"Tallet på sysselsatte i {area.name}", first, last)
            for area in jobs.areas
        ),
    )


def _changed(code: str, whole: str, what: str, first: int, last: int) -> QuotingFinding:
    return QuotingFinding(
        f"{what} endret seg med {{1}} fra {first} til {last}.",
        {"region": code, "industry": whole},
        "growth",
        "percent",
    )


def _coverage(travel: Travel, titles: Mapping[str, str]) -> Run:
    codes = {row.area: _code_in(row.area, travel.year) for row in travel.rows}
    return Run(
        "egendekning",
        titles["egendekning-figur"],
        "commuting_totals",
        travel.table.id,
        {"regions": list(codes.values()), "periods": [travel.year]},
        chart={
            "kind": "bars",
            "column": "coverage",
            "label": "region_name",
            "where": {},
            "format": "two_decimals",
            "highlight": [row.area.name for row in travel.rows if row.coverage > 1],
            "reference": {"value": 1, "label": "1 = like mange"},
        },
        findings=tuple(
            QuotingFinding(
                f"{area.name} hadde arbeidsplasser til {{1}} av innbyggerne i arbeid i "
                f"{travel.year}.",
                {"region": code, "period": str(travel.year)},
                "coverage",
                "percent",
            )
            for area, code in codes.items()
        ),
    )


def _code_in(area: Area, year: int) -> str:
    return municipalities.was(area.code, in_year=year, to_year=BORDERS_OF)[0].code


def _quotients(ground: Ground, jobs: Jobs, area: Area, titles: Mapping[str, str]) -> Run:
    found = quotients(jobs, (area.code,), ground.end, COUNTRY)
    named = [each for each in jobs.industries if each != UNSPECIFIED]
    top = max(named, key=lambda each: found[area.code, each].excess or 0.0)
    return Run(
        f"lq-{area.code}",
        titles[f"lq-{area.code}"],
        "location_quotient",
        jobs.table.id,
        {"regions": [area.code], "periods": [ground.end]},
        {"reference": COUNTRY},
        findings=(
            QuotingFinding(
                f"«{jobs.names[top]}» hadde en lokaliseringskvotient på {{1}} i {area.name} i "
                f"{ground.end}, målt mot landet.",
                {"region": area.code, "industry": top, "period": str(ground.end)},
                "lq",
                "two_decimals",
            ),
        ),
    )


def _parts(ground: Ground, jobs: Jobs, area: Area, titles: Mapping[str, str]) -> Run:
    base, end = ground.base, ground.end
    row = {"region": area.code, "industry": ALL, "component": "competitive"}
    return Run(
        f"deler-{area.code}",
        titles[f"deler-{area.code}"],
        "shift_share",
        jobs.table.id,
        {"regions": [area.code]},
        {"base": base, "end": end, "reference": COUNTRY},
        findings=(
            QuotingFinding(
                f"Egen vekst i {area.name} fra {base} til {end}, ut over landet og næringene, var "
                "{1} sysselsatte.",
                row,
                "value",
                "whole",
            ),
        ),
    )
