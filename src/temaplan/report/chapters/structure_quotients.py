"""Which industries an area has more and less of than others."""

from typing import Any

from temaplan.report.areas import COUNTRY, Area
from temaplan.report.grid import CHANGE, SHARE, TWO, Column, Grid, figures, words
from temaplan.report.jobs import AROUND, GROUP, UNSPECIFIED, Jobs, in_text
from temaplan.report.language import Said, decimal, listed, whole
from temaplan.report.page import Page
from temaplan.report.peers import Peer, sum_of
from temaplan.report.pictures import DRAWN, Weight, profile
from temaplan.report.question import Ground
from temaplan.report.quotients import Quotient, quotients
from temaplan.report.source_line import Source
from temaplan.report.titles.structure import quotient_title
from temaplan.report.yardstick import Yardstick, yardstick

TOLD = 3


def write_quotients(page: Page, ground: Ground, jobs: Jobs, peers: dict[str, list[Peer]]) -> None:
    """Write the section: one profile for each area, and one for all together."""
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
        drawing=profile(
            [Weight(name, each.lq or 0.0, each.share or 0.0) for name, each in known],
            against.name,
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
        figures("Avvik", "Avvik", CHANGE),
        figures(f"LQ {against.name}", "", TWO),
    ]
    more: list[dict[str, float | None]] = []
    if beside and jobs.around is not None:
        columns.append(figures(f"LQ {jobs.around.name}", "", TWO))
        more.append({each: beside[area.code, each].lq for each in jobs.industries})
    if peers:
        columns.append(figures("LQ lignende", "LQ liknande", TWO))
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
