"""How many live here, and how old they are."""

from temaplan.report.areas import COUNTRY
from temaplan.report.drawing import bar, bars, line, lines
from temaplan.report.grid import ONE, RATE, SHARE, Grid, figures, words, year_row
from temaplan.report.jobs import GROUP, LAND, WHOLE
from temaplan.report.language import Said, percent, whole
from temaplan.report.page import Page
from temaplan.report.people import OLD, WORKING, People
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.growth import growth_title
from temaplan.report.titles.levels import level_title

BACK = 10


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    people = ground.people
    if people is None:
        page.cannot_answer(
            Said(
                "Folketallet som følger med, gjelder kommuner i grensene fra 2024. Fylkene i denne "
                "rapporten har grensene fra før 2020, og kan ikke summeres av dem.",
                "Folketalet som følgjer med, gjeld kommunar i grensene frå 2024. Fylka i denne "
                "rapporten har grensene frå før 2020, og kan ikkje summerast av dei.",
            ),
            Said(
                "Folketall for fylkene i sine egne år, eller en rapport om kommunene, fyller "
                "hullet.",
                "Folketal for fylka i sine eigne år, eller ein rapport om kommunane, fyller holet.",
            ),
        )
        return
    _growth(page, ground, people)
    _ages(page, ground, people)


def _growth(page: Page, ground: Ground, people: People) -> None:
    last = people.years[-1]
    years = [year for year in people.years if year >= last - BACK]
    first = years[0]
    areas = ground.chosen.areas
    subjects = (*areas, WHOLE, LAND) if len(areas) > 1 else (*areas, LAND)
    index = {
        area.code: [
            _part(people.count(area.code, year), people.count(area.code, first)) for year in years
        ]
        for area in subjects
    }
    estimated = Said("", "")
    if ground.chosen.estimated:
        estimated = Said(
            " Tall fra før en kommunedeling er anslag.", " Tal frå før ei kommunedeling er anslag."
        )
    rates = [(area.name, (index[area.code][-1] or 100.0) / 100 - 1) for area in areas]
    page.figure(
        "folketall",
        title=growth_title(Said("Folketallet", "Folketalet"), rates, first, last),
        reading=_reading(ground, people, first, last),
        drawing=lines(
            [
                line(area.name, index[area.code], stands_out=area in areas)
                for area in subjects
                if area.code != GROUP
            ],
            years,
            ONE,
        ),
        grid=Grid(
            (
                words("Område"),
                figures(str(first)),
                figures(str(last)),
                figures("Endring", "Endring", RATE),
            ),
            tuple(
                (
                    area.name,
                    people.count(area.code, first),
                    people.count(area.code, last),
                    (index[area.code][-1] or 100.0) / 100 - 1,
                )
                for area in subjects
            ),
        ),
        source=Source(
            (people.table,),
            ("change",),
            Said(
                f"Linjene viser folketallet som indeks, {first} = 100. Tall per 1. "
                f"januar.{estimated.nb}",
                f"Linjene viser folketalet som indeks, {first} = 100. Tal per 1. "
                f"januar.{estimated.nn}",
            ),
        ),
    )


def _part(count: float | None, base: float | None) -> float | None:
    return count / base * 100 if count is not None and base else None


def _reading(ground: Ground, people: People, first: int, last: int) -> Said:
    code = GROUP if len(ground.chosen.areas) > 1 else ground.chosen.areas[0].code
    before, now = people.count(code, first), people.count(code, last)
    country = _part(people.count(COUNTRY, last), people.count(COUNTRY, first))
    assert before, "every municipality has figures since 2006"
    assert now, "and goes on having them"
    assert country, "and so the country"
    here, there = percent(now / before - 1), percent(country / 100 - 1)
    return Said(
        f"{whole(now)} mennesker bodde i {ground.names} 1. januar {last}. Ti år tidligere var det "
        f"{whole(before)}. Det er en endring på {here}, mot {there} i landet.",
        f"{whole(now)} menneske budde i {ground.names} 1. januar {last}. Ti år tidlegare var det "
        f"{whole(before)}. Det er ei endring på {here}, mot {there} i landet.",
    )


def _ages(page: Page, ground: Ground, people: People) -> None:
    year = people.years[-1]
    areas = ground.chosen.areas
    shares = {
        area.code: (people.share(area.code, year, OLD), people.share(area.code, year, WORKING))
        for area in (*areas, LAND)
    }
    old = [(area.name, shares[area.code][0] or 0.0) for area in areas]
    there = shares[COUNTRY]
    page.figure(
        "alder",
        title=level_title(
            Said("Andelen på 67 år og over", "Delen på 67 år og over"),
            old,
            percent,
            year,
            compared=("landet", there[0] or 0.0),
        ),
        reading=Said(
            "Aldersgruppene sier hvor mange som kan arbeide, og hvor mange som trenger tjenester. "
            f"I landet var {percent(there[1] or 0.0)} av innbyggerne mellom 16 og 66 år.",
            "Aldersgruppene seier kor mange som kan arbeide, og kor mange som treng tenester. "
            f"I landet var {percent(there[1] or 0.0)} av innbyggjarane mellom 16 og 66 år.",
        ),
        drawing=bars(
            [bar(name, share) for name, share in old],
            SHARE,
            (there[0] or 0.0, Said("landet", "landet")),
        ),
        grid=Grid(
            (
                words("Område"),
                figures("67 år og over", "67 år og over", SHARE),
                figures("16–66 år", "16–66 år", SHARE),
                figures("Innbyggere", "Innbyggjarar"),
            ),
            tuple(
                (area.name, *shares[area.code], people.count(area.code, year))
                for area in (*areas, LAND)
            ),
        ),
        source=Source(
            (people.table,), (), Said(f"Tall per 1. januar {year}.", f"Tal per 1. januar {year}.")
        ),
    )
    page.table(
        "folketall-arlig",
        Said("Folketallet år for år", "Folketalet år for år"),
        Grid(
            (words("År"), *(figures(area.name) for area in areas)),
            tuple(
                (year_row(each), *(people.count(area.code, each) for area in areas))
                for each in people.years
            ),
        ),
        Source((people.table,)),
    )
