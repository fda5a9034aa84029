"""Municipalities through time: which codes were in use when, and what became of them."""

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from temaplan.sources import files
from temaplan.sources.code_lists import MUNICIPALITIES, NEIGHBOURS
from temaplan.sources.labels import norwegian_name

# The newest borders that are known here.
YEAR_OF_BORDERS = 2024


@dataclass(frozen=True)
class Version:
    """One municipality with one code and one name, from the first day to before the last."""

    node: int
    code: str
    name: str
    first_day: date
    day_after: date | None

    def in_use(self, day: date) -> bool:
        """Tell whether the code was in use on a day."""
        return self.first_day <= day and (self.day_after is None or day < self.day_after)


@cache
def versions() -> Sequence[Version]:
    """Return every version of every municipality since 1838."""
    rows = csv.DictReader(io.StringIO(files.text(MUNICIPALITIES.files[0])))
    return tuple(
        Version(
            int(row["node"]),
            row["code"],
            norwegian_name(row["label"]),
            date.fromisoformat(row["valid_from"]),
            date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        )
        for row in rows
    )


@cache
def _followers() -> dict[int, list[int]]:
    """Return which versions came after each; one code's own new version among them."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(files.text(MUNICIPALITIES.files[1]))):
        found[int(row["from"])].append(int(row["to"]))
    return found


@cache
def _by_node() -> dict[int, Version]:
    return {version.node: version for version in versions()}


@cache
def _by_code() -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions():
        found[version.code].append(version)
    return found


@cache
def _borders() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(files.text(NEIGHBOURS.files[0]))):
        found[row["code"]].append(row["neighbour"])
        found[row["neighbour"]].append(row["code"])
    return found


def neighbours_of(code: str) -> Sequence[Version]:
    """Return the municipalities that share a border on land with one of today, by name."""
    found = (in_use(each, YEAR_OF_BORDERS) for each in _borders().get(code, ()))
    return sorted((each for each in found if each), key=lambda version: version.name)


def end_of(year: int) -> date:
    """Return the day whose codes a year's figures carry."""
    return date(year, 12, 31)


def known(code: str) -> bool:
    """Tell whether a code has ever been a municipality's."""
    return code in _by_code()


def in_use(code: str, year: int) -> Version | None:
    """Return the municipality that had a code at the end of a year."""
    day = end_of(year)
    return next((each for each in _by_code().get(code, ()) if each.in_use(day)), None)


def name_of(code: str) -> str:
    """Return the newest name that a code has stood for, or the code itself."""
    found = _by_code().get(code)
    return max(found, key=lambda version: version.first_day).name if found else code


def last_called(text: str) -> Version | None:
    """Return the latest municipality with a code or a name that is no longer in use."""
    plain = text.casefold()
    found = [
        each for each in versions() if each.day_after and plain in (each.code, each.name.casefold())
    ]
    return max(found, key=lambda version: version.day_after or date.min) if found else None


def codes_by_name(year: int, county: str = "") -> dict[str, str]:
    """Return name → code of the municipalities of a year, in a county when one is given."""
    day = end_of(year)
    return {
        version.name: version.code
        for version in versions()
        if version.code.startswith(county) and version.in_use(day)
    }


def years_of(code: str) -> tuple[int, int | None]:
    """Return the first and the last year at whose end a code was in use; None: still is."""
    found = _by_code()[code]
    last_days = [version.day_after for version in found]
    first = min(version.first_day for version in found).year
    if None in last_days:
        return first, None
    return first, max(day for day in last_days if day is not None).year - 1


def became(code: str, *, from_year: int, to_year: int) -> tuple[Version, ...]:
    """Return what a municipality of one year was part of at the end of a later year."""
    start = in_use(code, from_year)
    return became_of(start, to_year=to_year) if start else ()


def became_of(start: Version, *, to_year: int) -> tuple[Version, ...]:
    """Return what one version of a municipality was part of at the end of a later year."""
    found, waiting, day = [], [start], end_of(to_year)
    while waiting:
        version = waiting.pop()
        if version.in_use(day):
            found.append(version)
        else:
            waiting += [_by_node()[node] for node in _followers().get(version.node, ())]
    return tuple(sorted(set(found), key=lambda version: version.code))


def was(code: str, *, in_year: int, to_year: int) -> tuple[Version, ...]:
    """Return the municipalities of an earlier year that became part of a later one."""
    day = end_of(in_year)
    return tuple(
        version
        for version in versions()
        if version.in_use(day)
        and code in {each.code for each in became(version.code, from_year=in_year, to_year=to_year)}
    )
