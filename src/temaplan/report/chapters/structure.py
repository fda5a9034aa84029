"""Which industries people work in, and which of them are larger than elsewhere."""

from temaplan.report.chapters.absent import jobs_or_reason
from temaplan.report.chapters.structure_quotients import write_quotients
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import SHARE, Grid, figures, words
from temaplan.report.jobs import LAND, UNSPECIFIED, Jobs, in_text
from temaplan.report.language import Said, listed, percent, quoted
from temaplan.report.page import Page
from temaplan.report.peers import Peer, peers_of
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.structure import largest_title

TOLD = 3


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    jobs = jobs_or_reason(page, ground)
    if jobs is None:
        return
    _shares(page, ground, jobs)
    peers = _peers(page, ground, jobs)
    write_quotients(page, ground, jobs, peers)


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
                words("Mest lik, og hvor lik", "Mest lik, og kor lik"),
            ),
            tuple((area.name, _named(peers[area.code])) for area in jobs.areas),
        ),
        Source((jobs.table,), ("likeness",)),
    )
    return peers


def _named(peers: list[Peer]) -> str:
    return listed([f"{peer.area.name} ({percent(peer.likeness, 0)})" for peer in peers])
