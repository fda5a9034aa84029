"""Which industries people work in, and which of them are larger than elsewhere."""

from typing import Any

from temaplan.report.areas import COUNTRY, Area
from temaplan.report.chapters.absent import jobs_or_reason
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import CHANGE, SHARE, TWO, Column, Grid, figures, words
from temaplan.report.jobs import AROUND, GROUP, LAND, UNSPECIFIED, Jobs, in_text
from temaplan.report.language import Said, decimal, listed, percent, quoted, whole
from temaplan.report.page import Page
from temaplan.report.peers import Peer, peers_of, sum_of
from temaplan.report.question import Ground
from temaplan.report.quotients import Quotient, quotients
from temaplan.report.source_line import Source
from temaplan.report.titles.structure import largest_title, quotient_title
from temaplan.report.yardstick import Yardstick, yardstick

TOLD = 3
DRAWN = 10


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    jobs = jobs_or_reason(page, ground)
    if jobs is None:
        return
    _shares(page, ground, jobs)
    peers = _peers(page, ground, jobs)
    _quotients(page, ground, jobs, peers)


def _shares(page: Page, ground: Ground, jobs: Jobs) -> None:
    year = ground.end
    subject = jobs.subjects[-1]
    compared = [each for each in (jobs.around, LAND) if each is not None]
    columns = [*jobs.subjects, *(each for each in compared if _has(jobs, each.code, year))]
    shares = {
        (area.code, industry): _share(jobs, area.code, industry, year)
        for area in columns
        for industry in jobs.industries
    }
    own = [
        (jobs.names[industry], share)
        for industry in jobs.industries
        if industry != UNSPECIFIED and (share := shares[subject.code, industry]) is not None
    ]
    where = in_text(subject)
    ordered = sorted(own, key=lambda each: -each[1])
    top = ordered[:TOLD]
    page.figure(
        "naringer",
        title=largest_title(where, own, year),
        reading=Said(
            f"De tre største næringene i {where} var {quoted([name for name, _ in top])}. Til "
            f"sammen hadde de {percent(sum(share for _, share in top))} av de sysselsatte.",
            f"Dei tre største næringane i {where} var {quoted([name for name, _ in top])}. Til "
            f"saman hadde dei {percent(sum(share for _, share in top))} av dei sysselsette.",
        ),
        drawing=bars(
            [bar(name, share, stands_out=(name, share) in top) for name, share in ordered], SHARE
        ),
        grid=Grid(
            (words("Næring"), *(figures(area.name, area.name, SHARE) for area in columns)),
            tuple(
                (jobs.names[industry], *(shares[area.code, industry] for area in columns))
                for industry in jobs.industries
            ),
        ),
        source=Source(
            (jobs.table,),
            (),
            Said(
                f"Andel av sysselsatte etter arbeidssted i {year}.",
                f"Del av sysselsette etter arbeidsstad i {year}.",
            ),
        ),
    )


def _has(jobs: Jobs, code: str, year: int) -> bool:
    return jobs.total(code, year) is not None


def _share(jobs: Jobs, code: str, industry: str, year: int) -> float | None:
    value, everybody = jobs.value(code, industry, year), jobs.total(code, year)
    return value / everybody if value is not None and everybody else None


def _peers(page: Page, ground: Ground, jobs: Jobs) -> dict[str, list[Peer]]:
    page.section(
        "sammenlignbare", Said("Områder med lignende struktur", "Område med liknande struktur")
    )
    peers = {area.code: peers_of(jobs, area, ground.end) for area in jobs.areas}
    if not all(peers.values()):
        page.cannot_answer(
            Said(
                "Hvilke områder som ligner, lar seg ikke regne ut: næringstall er skjermet i "
                "tabellen, og en sammenligning uten dem ville vært en annen.",
                "Kva område som liknar, lèt seg ikkje rekne ut: næringstal er skjerma i tabellen, "
                "og ei samanlikning utan dei ville vore ei anna.",
            ),
            Said(
                "Tabell 13470 for kommuner har tall for alle næringene.",
                "Tabell 13470 for kommunar har tal for alle næringane.",
            ),
        )
        return {}
    page.say(
        Said(
            "Likest er de kommunene som har minst forskjell i næringsandeler. De er funnet blant "
            f"de {len(jobs.everywhere) - 1} kommunene i tabellen, ikke i hele landet, og sier "
            "ingenting om størrelse eller avstand. Med hele landet i tabellen ville gruppene blitt "
            "likere.",
            "Likast er dei kommunane som har minst skilnad i næringsdelar. Dei er funne blant dei "
            f"{len(jobs.everywhere) - 1} kommunane i tabellen, ikkje i heile landet, og seier "
            "ingenting om storleik eller avstand. Med heile landet i tabellen ville gruppene blitt "
            "likare.",
        )
    )
    page.table(
        "like-kommuner",
        Said(
            f"Kommunene med mest lik næringsstruktur i {ground.end}",
            f"Kommunane med mest lik næringsstruktur i {ground.end}",
        ),
        Grid(
            (
                words("Kommune"),
                words("Likest", "Likast"),
                words("Nest likest", "Nest likast"),
                words("Tredje likest", "Tredje likast"),
            ),
            tuple((area.name, *_named(peers[area.code])) for area in jobs.areas),
        ),
        Source((jobs.table,), ("likeness",)),
    )
    return peers


def _named(peers: list[Peer]) -> list[str]:
    told = [f"{peer.area.name} ({percent(peer.likeness, 0)})" for peer in peers]
    return [*told, *[""] * (TOLD - len(told))]


def _quotients(page: Page, ground: Ground, jobs: Jobs, peers: dict[str, list[Peer]]) -> None:
    against = yardstick(jobs, ground.end)
    page.section(
        "kvotienter",
        Said("Hva områdene har mer og mindre av", "Kva områda har meir og mindre av"),
    )
    page.say(
        Said(
            "Lokaliseringskvotienten (LQ) er næringens andel her delt på andelen et annet sted. 2 "
            "er dobbelt så stor andel, 0,5 er halvparten. Små næringer får lett høye tall, så "
            "titlene går etter hvor mange sysselsatte forskjellen utgjør.",
            "Lokaliseringskvotienten (LQ) er delen næringa har her, delt på delen ein annan stad. "
            "2 er dobbelt så stor del, 0,5 er halvparten. Små næringar får lett høge tal, så "
            "titlane går etter kor mange sysselsette skilnaden utgjer.",
        )
    )
    if against.why is not None:
        page.say(against.why, kind="note")
    if against.code == GROUP and not jobs.has_group:
        return
    codes = tuple(area.code for area in jobs.subjects)
    main = quotients(jobs, codes, ground.end, against.code)
    beside = _beside(jobs, codes, ground.end, against)
    for area in jobs.subjects if against.code != GROUP else jobs.areas:
        _area(page, ground, jobs, area, (against, main, beside), peers=peers.get(area.code, []))


def _beside(
    jobs: Jobs, codes: tuple[str, ...], year: int, against: Yardstick
) -> dict[tuple[str, str], Quotient]:
    """Return quotients against the county too, where the main ones are against the country."""
    if against.code != COUNTRY or jobs.around is None:
        return {}
    return quotients(jobs, codes, year, AROUND)


def _area(
    page: Page,
    ground: Ground,
    jobs: Jobs,
    area: Area,
    compared: tuple[Yardstick, Any, Any],
    *,
    peers: list[Peer],
) -> None:
    against, main, beside = compared
    own = {industry: main[area.code, industry] for industry in jobs.industries}
    known = [
        (jobs.names[industry], quotient)
        for industry, quotient in own.items()
        if industry != UNSPECIFIED and quotient.lq is not None
    ]
    drawn = sorted(known, key=lambda each: -abs(each[1].excess or 0.0))[:DRAWN]
    ordered = sorted(drawn, key=lambda each: -(each[1].lq or 0.0))
    page.figure(
        f"lq-{area.code}",
        title=quotient_title(
            in_text(area),
            [(name, quotient.excess or 0.0) for name, quotient in known],
            {name: quotient.lq or 0.0 for name, quotient in known},
            against.name,
            ground.end,
        ),
        reading=_reading(area, known, against),
        drawing=bars(
            [bar(name, each.lq, stands_out=(each.lq or 0.0) > 1) for name, each in ordered],
            TWO,
            (1.0, Said(f"1 = samme andel som {against.name}", f"1 = same del som {against.name}")),
        ),
        grid=_grid(jobs, area, ground.end, (against, own, beside), peers),
        source=Source((jobs.table,), ("location_quotient",), _of_peers(peers)),
    )


def _of_peers(peers: list[Peer]) -> Said:
    drawn = Said(
        f"Figuren viser de {DRAWN} næringene der forskjellen utgjør flest sysselsatte.",
        f"Figuren viser dei {DRAWN} næringane der skilnaden utgjer flest sysselsette.",
    )
    if not peers:
        return drawn
    names = listed([peer.area.name for peer in peers])
    return Said(
        f"{drawn.nb} Lignende kommuner er {names}.", f"{drawn.nn} Liknande kommunar er {names}."
    )


def _reading(area: Area, known: list[tuple[str, Quotient]], against: Yardstick) -> Said:
    by_excess = sorted(known, key=lambda each: -(each[1].excess or 0.0))
    most = [each for each in by_excess[:TOLD] if (each[1].excess or 0.0) > 0]
    least = [each for each in by_excess[:-TOLD:-1] if (each[1].excess or 0.0) < 0]
    return Said(
        f"{area.name} har flest sysselsatte ut over andelen i {against.name} i {_told(most)}. "
        f"Færrest er det i {_told(least)}.",
        f"{area.name} har flest sysselsette ut over delen i {against.name} i {_told(most)}. "
        f"Færrast er det i {_told(least)}.",
    )


def _told(rows: list[tuple[str, Quotient]]) -> str:
    return listed(
        [
            f"«{name}» ({'+' if (each.excess or 0) > 0 else ''}{whole(each.excess or 0.0)}, LQ "
            f"{decimal(each.lq or 0.0)})"
            for name, each in rows
        ]
    )


def _grid(
    jobs: Jobs,
    area: Area,
    year: int,
    compared: tuple[Yardstick, dict[str, Quotient], Any],
    peers: list[Peer],
) -> Grid:
    against, own, beside = compared
    columns: list[Column] = [
        words("Næring"),
        figures("Sysselsatte", "Sysselsette"),
        figures("Andel", "Del", SHARE),
        figures("Avvik i sysselsatte", "Avvik i sysselsette", CHANGE),
        figures(f"LQ mot {against.name}", "", TWO),
    ]
    more: list[dict[str, float | None]] = []
    if beside and jobs.around is not None:
        columns.append(figures(f"LQ mot {jobs.around.name}", "", TWO))
        more.append({each: beside[area.code, each].lq for each in jobs.industries})
    if peers:
        columns.append(figures("LQ mot lignende", "LQ mot liknande", TWO))
        table: Any = sum_of(jobs, peers, year)
        against_peers = quotients(jobs, (area.code,), year, table)
        more.append({each: against_peers[area.code, each].lq for each in jobs.industries})
    rows = tuple(
        (
            jobs.names[industry],
            own[industry].value,
            own[industry].share,
            own[industry].excess,
            own[industry].lq,
            *(column[industry] for column in more),
        )
        for industry in jobs.industries
    )
    return Grid(tuple(columns), rows)
