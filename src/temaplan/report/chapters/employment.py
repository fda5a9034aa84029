"""How many work here, and for how many of those who live here there is a job."""

from temaplan.report.chapters.absent import jobs_or_reason, say_lacking
from temaplan.report.drawing import bar, bars, line, lines
from temaplan.report.grid import ONE, RATE, TWO, Grid, figures, words, year_row
from temaplan.report.jobs import AROUND, GROUP, Jobs
from temaplan.report.language import Said, decimal, whole
from temaplan.report.page import Page
from temaplan.report.pictures import Mapped, growth_map
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.growth import growth_title
from temaplan.report.titles.levels import coverage_title
from temaplan.report.travel import Travel


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    jobs = jobs_or_reason(page, ground)
    if jobs is not None:
        _say_rounding(page, ground)
        _course(page, ground, jobs)
        _around(page, jobs)
    page.section("egendekning", Said("Egendekning", "Eigendekning"))
    if ground.travel is None:
        _no_coverage(page, ground)
        return
    _coverage(page, ground.travel)


def _say_rounding(page: Page, ground: Ground) -> None:
    """Say how exact the figures of counties are: published in hundreds."""
    if ground.chosen.level == "county":
        page.say(
            Said(
                "Tabellen gir sysselsatte i hele hundre. Et tall kan være 50 personer feil, og "
                "små forskjeller betyr lite.",
                "Tabellen gir sysselsette i heile hundre. Eit tal kan vere 50 personar feil, og "
                "små skilnader tyder lite.",
            ),
            kind="note",
        )


def _course(page: Page, ground: Ground, jobs: Jobs) -> None:
    first, last = jobs.span[0], jobs.span[-1]
    drawn = (*jobs.areas, *((jobs.around,) if jobs.around else ()))
    index = {area.code: _index(jobs, area.code) for area in (*jobs.subjects, *drawn)}
    rates = [
        (area.name, (values[-1] or 100.0) / 100 - 1)
        for area in jobs.areas
        if (values := index[area.code])[-1] is not None
    ]
    page.figure(
        "sysselsatte",
        title=growth_title(
            Said("Tallet på sysselsatte", "Talet på sysselsette"), rates, first, last
        ),
        reading=_reading(ground, jobs),
        drawing=lines(
            [line(area.name, index[area.code], stands_out=area.code != AROUND) for area in drawn],
            jobs.span,
            ONE,
        ),
        grid=Grid(
            (
                words("År"),
                *(figures(area.name) for area in jobs.subjects),
                *((figures(jobs.around.name),) if jobs.around else ()),
            ),
            tuple(
                (
                    year_row(year),
                    *(jobs.total(area.code, year) for area in jobs.subjects),
                    *((jobs.total(AROUND, year),) if jobs.around else ()),
                )
                for year in jobs.span
            ),
        ),
        source=Source(
            (jobs.table,),
            ("change",),
            Said(
                f"Linjene viser sysselsatte etter arbeidssted som indeks, {first} = 100.",
                f"Linjene viser sysselsette etter arbeidsstad som indeks, {first} = 100.",
            ),
        ),
    )


def _around(page: Page, jobs: Jobs) -> None:
    """Show the areas among the others of their county."""
    if jobs.around is None:
        return
    first, last = jobs.span[0], jobs.span[-1]
    places = [
        Mapped(code, jobs.everywhere[code], _rate(jobs, code, first, last), code in jobs.codes)
        for code in jobs.members
    ]
    known = [(place.name, place.value) for place in places if place.value is not None]
    grew = [name for name, rate in known if rate > 0]
    county = jobs.around.name
    page.figure(
        "kart",
        title=growth_title(
            Said(f"Tallet på sysselsatte i {county}", f"Talet på sysselsette i {county}"),
            known,
            first,
            last,
        ),
        reading=Said(
            f"{len(grew)} av {len(known)} kommuner i {county} fikk flere sysselsatte fra {first} "
            f"til {last}. Kommunene i rapporten er uthevet.",
            f"{len(grew)} av {len(known)} kommunar i {county} fekk fleire sysselsette frå {first} "
            f"til {last}. Kommunane i rapporten er utheva.",
        ),
        drawing=growth_map(places, Said(f"Vekst {first}–{last}", f"Vekst {first}–{last}")),
        grid=Grid(
            (
                words("Kommune"),
                figures(str(first)),
                figures(str(last)),
                figures("Endring", "Endring", RATE),
            ),
            tuple(
                (
                    place.name,
                    jobs.total(place.code, first),
                    jobs.total(place.code, last),
                    place.value,
                )
                for place in sorted(places, key=lambda each: -(each.value or 0.0))
            ),
        ),
        source=Source((jobs.table,), ("change",)),
    )


def _rate(jobs: Jobs, code: str, first: int, last: int) -> float | None:
    before, after = jobs.total(code, first), jobs.total(code, last)
    return after / before - 1 if before and after is not None else None


def _index(jobs: Jobs, code: str) -> list[float | None]:
    base = jobs.total(code, jobs.span[0])
    totals = [jobs.total(code, year) for year in jobs.span]
    return [total / base * 100 if total is not None and base else None for total in totals]


def _reading(ground: Ground, jobs: Jobs) -> Said:
    code = GROUP if jobs.has_group else jobs.areas[0].code
    where = "Området" if jobs.has_group else jobs.areas[0].name
    now, before = jobs.total(code, ground.end), jobs.total(code, ground.base)
    if now is None or before is None:
        return Said(
            "Tallene er sysselsatte etter hvor de arbeider, ikke etter hvor de bor.",
            "Tala er sysselsette etter kvar dei arbeider, ikkje etter kvar dei bur.",
        )
    return Said(
        f"{where} hadde {whole(now)} sysselsatte i {ground.end}, mot {whole(before)} i "
        f"{ground.base}. Tallene er etter hvor folk arbeider, ikke etter hvor de bor.",
        f"{where} hadde {whole(now)} sysselsette i {ground.end}, mot {whole(before)} i "
        f"{ground.base}. Tala er etter kvar folk arbeider, ikkje etter kvar dei bur.",
    )


def _no_coverage(page: Page, ground: Ground) -> None:
    page.cannot_answer(
        Said(
            "Pendlingstallene som følger med, gjelder 23 kommuner i Vestfold og Telemark (2021) og "
            f"sju på Østlandet (2023). De har ikke {ground.names}.",
            "Pendlingstala som følgjer med, gjeld 23 kommunar i Vestfold og Telemark (2021) og "
            f"sju på Austlandet (2023). Dei har ikkje {ground.names}.",
        ),
        Said(
            "Tabell 11616 hos Statistisk sentralbyrå for disse områdene fyller hullet.",
            "Tabell 11616 hos Statistisk sentralbyrå for desse områda fyller holet.",
        ),
    )


def _coverage(page: Page, travel: Travel) -> None:
    say_lacking(page, travel.lacking)
    ratios = [(row.area.name, row.coverage) for row in travel.rows]
    ordered = sorted(ratios, key=lambda each: -each[1])
    page.figure(
        "egendekning-figur",
        title=coverage_title(ordered, travel.year),
        reading=Said(
            "Egendekning er arbeidsplasser delt på innbyggere i arbeid. "
            f"{ordered[0][0]} hadde {decimal(ordered[0][1])} arbeidsplasser for hver innbygger i "
            "arbeid. Et tall under 1 betyr at flere må reise ut for å arbeide enn det reiser inn.",
            "Eigendekning er arbeidsplassar delte på innbyggjarar i arbeid. "
            f"{ordered[0][0]} hadde {decimal(ordered[0][1])} arbeidsplassar for kvar innbyggjar i "
            "arbeid. Eit tal under 1 tyder at fleire må reise ut for å arbeide enn det reiser inn.",
        ),
        drawing=bars(
            [bar(name, ratio, stands_out=ratio >= 1) for name, ratio in ordered],
            TWO,
            (
                1.0,
                Said("1 = like mange", "1 = like mange"),
            ),
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Arbeidsplasser", "Arbeidsplassar"),
                figures("Innbyggere i arbeid", "Innbyggjarar i arbeid"),
                figures("Egendekning", "Eigendekning", TWO),
            ),
            tuple((row.area.name, row.jobs, row.residents, row.coverage) for row in travel.rows),
        ),
        source=Source((travel.table,), ("coverage",)),
    )
