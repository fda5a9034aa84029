"""What is asked for: areas, period, written form, and the tables that the user brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from temaplan.errors import BadInput
from temaplan.report.accounts import Accounts, accounts_of
from temaplan.report.areas import ChosenAreas, chosen_areas
from temaplan.report.jobs import Jobs, jobs_of
from temaplan.report.language import ROOM_FOR, Said, listed, same, years
from temaplan.report.page import Translate
from temaplan.report.people import People, people_of
from temaplan.report.travel import Travel, travel_of
from temaplan.sources.catalogue import POPULATION

TWO = 2  # years make a period


@dataclass(frozen=True)
class Brought:
    """A table that the user brings, as columns, with the name of its file."""

    name: str
    columns: Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Question:
    """The whole question. Without a period the report takes the years that say most."""

    regions: tuple[str, ...]
    period: tuple[int, int] | None = None
    form: str = "nb"
    turnover: Brought | None = None
    quotas: Brought | None = None
    areas: Brought | None = None  # region, area: what lies between country and municipality
    translate: Translate = field(default=str)


@dataclass(frozen=True)
class Ground:
    """All figures that a report rests on. What a table has not, is None."""

    question: Question
    chosen: ChosenAreas
    base: int
    end: int
    jobs: Jobs | None
    people: People | None
    travel: Travel | None

    @cached_property
    def accounts(self) -> Accounts:
        """The regional accounts, read when a chapter asks for them."""
        return accounts_of(self.chosen)

    @property
    def names(self) -> str:
        """The areas in words: «Skien, Porsgrunn og Siljan»."""
        return listed([area.name for area in self.chosen.areas])

    @property
    def title_names(self) -> Said:
        """The areas as a title has room for them."""
        count = len(self.chosen.areas)
        if count <= ROOM_FOR:
            return same(self.names)
        if self.chosen.level == "county":
            return Said(f"{count} fylker", f"{count} fylke")
        return Said(f"{count} kommuner", f"{count} kommunar")

    @property
    def areas_word(self) -> Said:
        """What the areas are, as many: «kommunene»."""
        if self.chosen.level == "county":
            return Said("fylkene", "fylka")
        return Said("kommunene", "kommunane")


def ground_of(question: Question) -> Ground:
    """Read all that the question needs. Raises `BadInput` with what can be chosen instead."""
    chosen = chosen_areas(question.regions)
    jobs = jobs_of(chosen)
    base, end = _period(question, jobs)
    return Ground(
        question,
        chosen,
        base,
        end,
        jobs,
        people_of(chosen),
        travel_of(chosen),
    )


def _period(question: Question, jobs: Jobs | None) -> tuple[int, int]:
    known = jobs.years if jobs else POPULATION.years
    if question.period is None:
        compared = [year for year in jobs.span if year in jobs.country_years] if jobs else known
        if len(compared) < TWO:
            raise BadInput("Områdene har ikke tall for de samme årene. Velg færre områder.")
        return compared[0], compared[-1]
    base, end = question.period
    if base >= end:
        raise BadInput(
            f"Perioden {base}:{end} går ikke framover. Skriv startåret først, for eksempel "
            f"{known[-2]}:{known[-1]}."
        )
    if base not in known or end not in known:
        table = jobs.table if jobs else POPULATION
        raise BadInput(
            f"{table.source} har årene {years(known[0], known[-1])}. Du ba om {base}:{end}."
        )
    if jobs:
        _refuse_silence(jobs, base, end)
    return base, end


def _refuse_silence(jobs: Jobs, base: int, end: int) -> None:
    """Refuse an area that did not exist in the period: it has nothing to tell."""
    for area in jobs.areas:
        known = [year for year in jobs.years if jobs.total(area.code, year) is not None]
        if base not in known or end not in known:
            raise BadInput(
                f"{area.code} {area.name} har bare tall for {years(known[0], known[-1])} i "
                f"{jobs.table.source}. Du ba om {base}:{end}."
            )
