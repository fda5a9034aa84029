"""Who travels out of the municipality to work, and who travels in."""

from temaplan.report.chapters.absent import say_lacking
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import CHANGE, SHARE, Grid, figures, words
from temaplan.report.language import Said, listed, percent, signed, whole
from temaplan.report.page import Page
from temaplan.report.pictures import Place, commuters
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.levels import level_title, net_title
from temaplan.report.travel import Travel


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
        _net(page, travel)
        _out(page, travel)
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


def _net(page: Page, travel: Travel) -> None:
    rows = sorted(travel.rows, key=lambda row: -row.net)
    page.figure(
        "innpendling",
        title=net_title([(row.area.name, row.net) for row in rows], travel.year),
        reading=Said(
            f"{whole(sum(row.own for row in rows))} bor og arbeider i samme kommune. Innpendlere "
            f"minus utpendlere: {listed([f'{r.area.name} {signed(r.net)}' for r in rows])}.",
            f"{whole(sum(row.own for row in rows))} bur og arbeider i same kommune. Innpendlarar "
            f"minus utpendlarar: {listed([f'{r.area.name} {signed(r.net)}' for r in rows])}.",
        ),
        drawing=commuters(
            [Place(row.area.name, row.own, row.arriving, row.leaving) for row in rows]
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Pendler ut", "Pendlar ut"),
                figures("Bor og arbeider her", "Bur og arbeider her"),
                figures("Pendler inn", "Pendlar inn"),
                figures("Inn minus ut", "Inn minus ut", CHANGE),
            ),
            tuple((row.area.name, row.leaving, row.own, row.arriving, row.net) for row in rows),
        ),
        source=Source((travel.table,), ("commuting",)),
    )


def _out(page: Page, travel: Travel) -> None:
    leaving = sum(row.leaving for row in travel.rows)
    residents = sum(row.residents for row in travel.rows)
    rows = sorted(
        ((row.area.name, row.leaving / row.residents) for row in travel.rows),
        key=lambda each: -each[1],
    )
    page.figure(
        "utpendling",
        title=level_title(
            Said("Andelen som pendler ut,", "Delen som pendlar ut,"), rows, percent, travel.year
        ),
        reading=Said(
            f"{whole(leaving)} av {whole(residents)} sysselsatte innbyggere arbeidet i en annen "
            f"kommune enn sin egen i {travel.year}. Pendling mellom kommunene i rapporten er med.",
            f"{whole(leaving)} av {whole(residents)} sysselsette innbyggjarar arbeidde i ein annan "
            f"kommune enn sin eigen i {travel.year}. Pendling mellom kommunane i rapporten er med.",
        ),
        drawing=bars([bar(name, value) for name, value in rows], SHARE),
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
        source=Source((travel.table,), ("commuting",)),
    )
