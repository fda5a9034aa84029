"""The areas that a report is about: numbers as people give them, in the borders of the figures."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from temaplan.errors import BadInput
from temaplan.report.language import Said, listed, years
from temaplan.sources import municipalities
from temaplan.sources.catalogue import EMPLOYED, POPULATION, REGIONAL_ACCOUNTS
from temaplan.sources.reading import read

Level = Literal["municipality", "county"]

BORDERS_OF = 2024  # those of the shipped tables of municipalities
FIRST_BORDERS = POPULATION.years[0]
COUNTRY = "0"
MOST = 20
_MUNICIPALITY, _COUNTY = 4, 2


@dataclass(frozen=True)
class Area:
    """A municipality or a county."""

    code: str
    name: str


@dataclass(frozen=True)
class ChosenAreas:
    """What a report is about, each area once, with what must be said of its borders."""

    level: Level
    areas: tuple[Area, ...]
    borders: tuple[Said, ...] = ()
    estimated: bool = False  # a border is younger than the figures, which a weight has split


class UnknownArea(BadInput):
    """A number that is no area of the tables."""

    code = "unknown_area"


def with_industries() -> Iterator[tuple[Area, str]]:
    """Yield every area that a table has by industry, with the years it has figures for."""
    for table in (EMPLOYED, REGIONAL_ACCOUNTS):
        statistics = read(table.id)
        known: dict[str, list[int]] = defaultdict(list)
        for region, _industry, year, value, _state in statistics.rows:
            if value is not None and region != COUNTRY:
                known[region].append(year)
        for code, found in sorted(known.items()):
            yield Area(code, statistics.region_names[code]), years(min(found), max(found))


def chosen_areas(codes: Sequence[str]) -> ChosenAreas:
    """Return the areas with these numbers.

    A municipality that is gone is read as the one that it is part of today, and that is told.
    Raises `UnknownArea`, which names what can be chosen.
    """
    wanted = list(dict.fromkeys(code.strip() for code in codes if code.strip()))
    if not wanted:
        raise UnknownArea("Velg minst ett område, for eksempel --regions 4003,4001.")
    if all(len(code) == _COUNTY and code.isdigit() for code in wanted):
        chosen = ChosenAreas("county", tuple(_county(code) for code in wanted))
    else:
        chosen = _municipalities(wanted)
    if len(chosen.areas) > MOST:
        raise UnknownArea(
            f"Du ba om {len(chosen.areas)} områder. En rapport har plass til høyst {MOST}."
        )
    return chosen


def _county(code: str) -> Area:
    names = dict(read(REGIONAL_ACCOUNTS.id).region_names)
    del names[COUNTRY]
    if code not in names:
        known = ", ".join(f"{each} {name}" for each, name in sorted(names.items()))
        raise UnknownArea(
            f"Fylket «{code}» er ikke i tabell 11713, som har fylkene i grensene før 2020: {known}."
        )
    return Area(code, names[code])


def _municipalities(wanted: Sequence[str]) -> ChosenAreas:
    found: dict[str, Area] = {}
    asked: dict[str, list[municipalities.Version]] = {}
    for code in wanted:
        area, was = _municipality(code)
        found[area.code] = area
        if was is not None:
            asked.setdefault(area.code, []).append(was)
    borders = [_told(area, asked.get(area.code, [])) for area in found.values()]
    return ChosenAreas(
        "municipality",
        tuple(found.values()),
        tuple(each for each in borders if each),
        any(_is_from_a_split(_parts(area)) for area in found.values()),
    )


def _parts(area: Area) -> Sequence[municipalities.Version]:
    return municipalities.was(area.code, in_year=FIRST_BORDERS, to_year=BORDERS_OF)


def _is_from_a_split(parts: Sequence[municipalities.Version]) -> bool:
    return any(len(municipalities.became_of(part, to_year=BORDERS_OF)) > 1 for part in parts)


def _municipality(code: str) -> tuple[Area, municipalities.Version | None]:
    """Return a municipality of today, and what was asked for where that is gone."""
    today = municipalities.in_use(code, BORDERS_OF)
    # The official list has a code for «unknown» too; what has no people is no municipality.
    if today is not None and code in read(POPULATION.id).region_names:
        return Area(today.code, today.name), None
    was = municipalities.last_called(code) if code.isdigit() else None
    now = municipalities.became_of(was, to_year=BORDERS_OF) if was else ()
    if was is None or not now:
        raise UnknownArea(_unknown(code))
    if len(now) > 1:
        parts = listed([f"{each.code} {each.name}" for each in now])
        raise UnknownArea(f"{was.code} {was.name} er delt mellom {parts}. Velg blant dem.")
    return Area(now[0].code, now[0].name), was


def _unknown(text: str) -> str:
    if len(text) == _COUNTY and text.isdigit():
        return (
            f"«{text}» er et fylke, og de andre er kommuner. Velg enten kommuner eller fylker, "
            "for sysselsettingen deres står i hver sin tabell."
        )
    number = municipalities.codes_by_name(BORDERS_OF).get(text)
    if number:
        return f"Skriv kommunenummeret: {text} er {number}."
    return (
        f"«{text}» er ikke en kommune. Rapporten tar de 357 kommunene fra 2024 med fire sifre "
        "(4003 er Skien) og fylkene fra før 2020 med to sifre (06 er Buskerud). Næringstall for "
        "kommuner finnes for Telemark, 4001 til 4036."
    )


def _told(area: Area, asked: Sequence[municipalities.Version]) -> Said | None:
    """Say what an area holds, where it is more than its name says to older readers."""
    parts = _parts(area)
    if _is_from_a_split(parts):
        return Said(
            f"{area.name} ({area.code}) har en grense fra en kommunedeling etter {FIRST_BORDERS}. "
            "Tall fra før delingen er anslag.",
            f"{area.name} ({area.code}) har ei grense frå ei kommunedeling etter {FIRST_BORDERS}. "
            "Tal frå før delinga er anslag.",
        )
    if len(parts) < 2:  # noqa: PLR2004 - one is itself
        if not asked:
            return None
        old = f"{asked[0].code} {asked[0].name}"
        return Said(
            f"Du ba om {old}. Tallene står under dagens nummer, {area.code} {area.name}.",
            f"Du bad om {old}. Tala står under nummeret i dag, {area.code} {area.name}.",
        )
    names = listed([f"{part.code} {part.name}" for part in parts])
    told = Said(
        f"Dagens {area.name} ({area.code}) er det som i {FIRST_BORDERS} var {names}. En eldre "
        "analyse som bare gjelder noen av dem, handler derfor om et annet område.",
        f"Dagens {area.name} ({area.code}) er det som i {FIRST_BORDERS} var {names}. Ein eldre "
        "analyse som berre gjeld nokre av dei, handlar difor om eit anna område.",
    )
    return _with_extra(told, parts, asked)


def _with_extra(
    told: Said, parts: Sequence[municipalities.Version], asked: Sequence[municipalities.Version]
) -> Said:
    """Name the parts that come along although nobody asked for them."""
    extra = [part.name for part in parts if part not in asked]
    if not asked or not extra:
        return told
    names = listed(extra)
    return Said(
        f"{told.nb} Du ba ikke om {names}, men området kan ikke skilles ut av tallene.",
        f"{told.nn} Du bad ikkje om {names}, men området kan ikkje skiljast ut av tala.",
    )
