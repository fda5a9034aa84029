"""Who travels out of the municipality to work, and who travels in."""

from collections.abc import Callable

from temaplan.report.chapters.absent import say_lacking
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import CHANGE, SHARE, Grid, figures, words
from temaplan.report.language import Said, percent, signed, whole
from temaplan.report.page import Page
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.levels import level_title
from temaplan.report.travel import Commuters, Travel


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    travel = ground.travel
    if travel is None:
        page.cannot_answer(
            Said(
                f"Tallene som følger med, har ikke pendling for {ground.names}.",
                f"Tala som følgjer med, har ikkje pendling for {ground.names}.",
            ),
            Said(
                "Tabell 11616 hos Statistisk sentralbyrå for disse områdene fyller hullet.",
                "Tabell 11616 hos Statistisk sentralbyrå for desse områda fyller holet.",
            ),
        )
    else:
        say_lacking(page, travel.lacking)
        _out(page, travel)
        _in(page, travel)
    page.section("strommer", Said("Hvor pendlerne kommer fra", "Kvar pendlarane kjem frå"))
    page.cannot_answer(
        Said(
            "Tallene som følger med, er summer. De sier ikke hvilke kommuner folk pendler mellom, "
            "og derfor heller ikke hvilke som hører til samme arbeidsmarked.",
            "Tala som følgjer med, er summar. Dei seier ikkje kva kommunar folk pendlar mellom, og "
            "difor heller ikkje kven som høyrer til same arbeidsmarknad.",
        ),
        Said(
            "En tabell over bostedskommune og arbeidsstedskommune fyller hullet. Metodene for "
            "pendlingsstrømmer og arbeidsmarkedsområder finnes i «temaplan analyse».",
            "Ein tabell over bustadkommune og arbeidsstadkommune fyller holet. Metodane for "
            "pendlingsstraumar og arbeidsmarknadsområde finst i «temaplan analyse».",
        ),
    )


def _out(page: Page, travel: Travel) -> None:
    leaving = sum(row.leaving for row in travel.rows)
    residents = sum(row.residents for row in travel.rows)
    _shares(
        page,
        travel,
        anchor="utpendling",
        what=Said("Andelen som pendler ut,", "Delen som pendlar ut,"),
        share=lambda row: row.leaving / row.residents,
        reading=Said(
            f"{whole(leaving)} av {whole(residents)} sysselsatte innbyggere arbeidet i en annen "
            f"kommune enn sin egen i {travel.year}. Pendling mellom kommunene i rapporten er med.",
            f"{whole(leaving)} av {whole(residents)} sysselsette innbyggjarar arbeidde i ein annan "
            f"kommune enn sin eigen i {travel.year}. Pendling mellom kommunane i rapporten er med.",
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Innbyggere i arbeid", "Innbyggjarar i arbeid"),
                figures("Pendler ut", "Pendlar ut"),
                figures("Andel", "Del", SHARE),
            ),
            tuple(
                (row.area.name, row.residents, row.leaving, row.leaving / row.residents)
                for row in travel.rows
            ),
        ),
    )


def _in(page: Page, travel: Travel) -> None:
    net = sorted(travel.rows, key=lambda row: -row.net)
    _shares(
        page,
        travel,
        anchor="innpendling",
        what=Said(
            "Andelen av arbeidsplassene som er fylt av innpendlere,",
            "Delen av arbeidsplassane som er fylt av innpendlarar,",
        ),
        share=lambda row: row.arriving / row.jobs,
        reading=Said(
            f"Innpendlere minus utpendlere var høyest i {net[0].area.name} ({signed(net[0].net)}) "
            f"og lavest i {net[-1].area.name} ({signed(net[-1].net)}).",
            f"Innpendlarar minus utpendlarar var høgast i {net[0].area.name} "
            f"({signed(net[0].net)}) og lågast i {net[-1].area.name} ({signed(net[-1].net)}).",
        )
        if len(net) > 1
        else Said(
            f"Innpendlere minus utpendlere var {signed(net[0].net)} i {net[0].area.name}.",
            f"Innpendlarar minus utpendlarar var {signed(net[0].net)} i {net[0].area.name}.",
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Arbeidsplasser", "Arbeidsplassar"),
                figures("Pendler inn", "Pendlar inn"),
                figures("Andel", "Del", SHARE),
                figures("Inn minus ut", "Inn minus ut", CHANGE),
            ),
            tuple(
                (row.area.name, row.jobs, row.arriving, row.arriving / row.jobs, row.net)
                for row in travel.rows
            ),
        ),
    )


def _shares(
    page: Page,
    travel: Travel,
    *,
    anchor: str,
    what: Said,
    share: Callable[[Commuters], float],
    reading: Said,
    grid: Grid,
) -> None:
    rows = sorted(((row.area.name, share(row)) for row in travel.rows), key=lambda each: -each[1])
    page.figure(
        anchor,
        title=level_title(what, rows, percent, travel.year),
        reading=reading,
        drawing=bars([bar(name, value) for name, value in rows], SHARE),
        grid=grid,
        source=Source((travel.table,), ("commuting",)),
    )
