"""Gross product per employed person, where the accounts have it: in counties."""

import math
from collections import defaultdict

from temaplan.analysis.regional.productivity import productivity
from temaplan.report.accounts import Accounts
from temaplan.report.areas import COUNTRY, Area
from temaplan.report.drawing import OneBar, line, lines, two_sided
from temaplan.report.grid import CHANGE, PEOPLE, Grid, figures, words, year_row
from temaplan.report.language import Said, listed, percent, whole
from temaplan.report.page import Page
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.levels import HIGH, level_title
from temaplan.report.titles.productivity import parts_title

PARTS = {
    "within": Said("I næringene selv", "I næringane sjølve"),
    "between": Said("Flytting mellom næringer", "Flytting mellom næringar"),
    "cross": Said("Samspillet av de to", "Samspelet av dei to"),
}
OIL = "Utvinning av råolje og naturgass, inkl. tjenester"
_CURRENT = Said(
    "Beløpene er slik tabellen oppgir dem, ikke justert for prisvekst.",
    "Beløpa er slik tabellen oppgir dei, ikkje justerte for prisvekst.",
)


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    accounts = ground.accounts
    if not accounts.own:
        _say_counties(page, ground, accounts)
    counties = [county for county in accounts.counties if _years(accounts, county)]
    if not counties:
        return
    _level(page, accounts, counties)
    for county in counties:
        _parts(page, accounts, county)


def _say_counties(page: Page, ground: Ground, accounts: Accounts) -> None:
    names = listed([county.name for county in accounts.counties])
    page.cannot_answer(
        Said(
            "Regnskapstall finnes for fylker, ikke for kommuner. Figurene gjelder fylket som "
            f"kommunene lå i til og med 2019: {names}.",
            "Rekneskapstal finst for fylke, ikkje for kommunar. Figurane gjeld fylket som "
            f"kommunane låg i til og med 2019: {names}.",
        ),
        Said(
            "Regnskapene til foretakene i kommunene, fordelt på næring, ville fylt hullet.",
            "Rekneskapane til føretaka i kommunane, fordelte på næring, ville ha fylt holet.",
        ),
    )


def _years(accounts: Accounts, county: Area) -> list[int]:
    return [year for year in accounts.years if (county.code, year) in accounts.per_person]


def _level(page: Page, accounts: Accounts, counties: list[Area]) -> None:
    shown = [(county.code, county.name) for county in counties] + [(COUNTRY, "Landet")]
    last = min(_years(accounts, county)[-1] for county in counties)
    levels = [(county.name, accounts.per_person[county.code, last]) for county in counties]
    there = accounts.per_person[COUNTRY, last]
    beside = [f"{name} {percent(value / there - 1)}" for name, value in levels]
    page.figure(
        "produktivitet",
        title=level_title(
            Said("Bruttoproduktet per sysselsatt", "Bruttoproduktet per sysselsett"),
            levels,
            _kroner,
            last,
            compared=("landet", there),
            ends=HIGH,
        ),
        reading=_beside(accounts, beside, last),
        drawing=lines(
            [
                line(
                    name,
                    [accounts.per_person.get((code, year)) for year in accounts.years],
                    stands_out=code != COUNTRY,
                )
                for code, name in shown
            ],
            accounts.years,
            PEOPLE,
        ),
        grid=Grid(
            (words("År"), *(figures(name) for _, name in shown)),
            tuple(
                (year_row(year), *(accounts.per_person.get((code, year)) for code, _ in shown))
                for year in accounts.years
            ),
        ),
        source=Source(
            (accounts.table,),
            ("productivity",),
            Said(
                f"Tusen kroner per sysselsatt. {_CURRENT.nb}",
                f"Tusen kroner per sysselsett. {_CURRENT.nn}",
            ),
        ),
    )


def _beside(accounts: Accounts, beside: list[str], year: int) -> Said:
    told = Said(
        f"Forskjellen fra landet i {year}: {listed(beside)}.",
        f"Skilnaden frå landet i {year}: {listed(beside)}.",
    )
    without = accounts.country_without(OIL, year)
    if without is None:
        return told
    return Said(
        f"{told.nb} Uten utvinning av råolje og naturgass er bruttoproduktet i landet "
        f"{_kroner(without)} per sysselsatt.",
        f"{told.nn} Utan utvinning av råolje og naturgass er bruttoproduktet i landet "
        f"{_kroner(without)} per sysselsett.",
    )


def _kroner(value: float) -> str:
    return f"{whole(value)}\u202f000 kr"


def _parts(page: Page, accounts: Accounts, county: Area) -> None:
    known = _years(accounts, county)
    base, end = known[0], known[-1]
    answer = productivity(
        accounts.long(accounts.product, (base, end)),
        accounts.long(accounts.employed, (base, end)),
        base=base,
        end=end,
    )
    sums: dict[str, list[float]] = defaultdict(list)
    lines_of: dict[str, dict[str, float | None]] = defaultdict(dict)
    for region, industry, component, value in zip(
        *(answer[name] for name in ("region", "industry", "component", "value")), strict=True
    ):
        if region == county.code:
            lines_of[industry][component] = None if value is None else value * 1.0
            if value is not None:
                sums[component].append(value)
    parts = {name: math.fsum(sums[name]) for name in PARTS}
    best = max(lines_of, key=lambda each: sum(v or 0.0 for v in lines_of[each].values()))
    page.figure(
        f"produktivitet-{county.code}",
        title=parts_title(county.name, parts, base, end),
        reading=Said(
            f"Bruttoprodukt per sysselsatt endret seg med {whole(sum(parts.values()))} tusen "
            f"kroner i næringene som har tall i begge årene. Mest bidro «{best}».",
            f"Bruttoprodukt per sysselsett endra seg med {whole(sum(parts.values()))} tusen kroner "
            f"i næringane som har tal i begge åra. Mest bidrog «{best}».",
        ),
        drawing=two_sided(
            [OneBar(PARTS[name], parts[name], name == "within") for name in PARTS],
            CHANGE,
            Said("ned", "ned"),
            Said("opp", "opp"),
        ),
        grid=Grid(
            (
                words("Næring"),
                *(figures(PARTS[name].nb, PARTS[name].nn, CHANGE) for name in PARTS),
            ),
            tuple(
                (industry, *(_cell(figures_of[name]) for name in PARTS))
                for industry, figures_of in sorted(lines_of.items())
            ),
        ),
        source=Source(
            (accounts.table,),
            ("productivity",),
            Said(
                f"Tusen kroner per sysselsatt, {base}–{end}. {_CURRENT.nb}",
                f"Tusen kroner per sysselsett, {base}–{end}. {_CURRENT.nn}",
            ),
        ),
    )


def _cell(value: float | None) -> float | Said:
    return Said("ikke kjent", "ikkje kjend") if value is None else value
