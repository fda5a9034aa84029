"""Where the number of employed persons goes if the coming years are like the past ones."""

from dataclasses import dataclass
from typing import Any

from temaplan.analysis.regional.backtest import backtest
from temaplan.analysis.regional.projection import FEWEST_YEARS, projection
from temaplan.report.areas import Area
from temaplan.report.chapters.absent import jobs_or_reason
from temaplan.report.drawing import Drawing
from temaplan.report.grid import RATE, Grid, figures, words
from temaplan.report.jobs import GROUP, Jobs, in_text
from temaplan.report.language import Said, listed
from temaplan.report.page import Page
from temaplan.report.pictures import Course, course
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.ahead import backtest_title, projection_title

HORIZON = 5
SEED = 20_260


@dataclass(frozen=True)
class Path:
    """The three paths of one area in one year, and what happened where it is known."""

    low: float
    middle: float
    high: float
    happened: float | None = None
    inside: bool = False


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    page.say(
        Said(
            "En framskriving er ikke en spådom. Den sier hvor tallet havner hvis de neste årene "
            "ligner de siste. Den vet ikke om vedtak, nye anlegg, nedleggelser, priser eller "
            "areal.",
            "Ei framskriving er ikkje ein spådom. Ho seier kvar talet hamnar om dei neste åra "
            "liknar dei siste. Ho veit ikkje om vedtak, nye anlegg, nedleggingar, prisar eller "
            "areal.",
        )
    )
    jobs = jobs_or_reason(page, ground)
    if jobs is not None:
        _project(page, jobs)
    page.section("folketall-framover", Said("Folketallet framover", "Folketalet framover"))
    page.cannot_answer(
        Said(
            "Statistisk sentralbyrås framskrivinger av folketallet følger ikke med, og Temaplan "
            "lager ikke sine egne.",
            "Framskrivingane av folketalet frå Statistisk sentralbyrå følgjer ikkje med, og "
            "Temaplan lagar ikkje sine eigne.",
        ),
        Said(
            "Alternativene til Statistisk sentralbyrå for kommunene fyller hullet.",
            "Alternativa til Statistisk sentralbyrå for kommunane fyller holet.",
        ),
    )


def _project(page: Page, jobs: Jobs) -> None:
    whole = [
        area
        for area in jobs.subjects
        if all(jobs.total(area.code, year) is not None for year in jobs.span)
    ]
    if not whole or len(jobs.span) < FEWEST_YEARS + 1:
        page.cannot_answer(
            Said(
                "Tallene har hull, og en framskriving trenger hvert år.",
                "Tala har hol, og ei framskriving treng kvart år.",
            ),
            Said(
                "Tall for årene som mangler, fyller hullet.",
                "Tal for åra som manglar, fyller holet.",
            ),
        )
        return
    data = jobs.series([area.code for area in whole])
    _ahead(page, jobs, whole, _paths(projection(data, horizon=HORIZON, seed=SEED)))
    years = min(HORIZON, len(jobs.span) - FEWEST_YEARS)
    _behind(page, jobs, whole, _paths(backtest(data, years=years, seed=SEED)), years)


def _paths(answer: dict[str, list[Any]]) -> dict[tuple[str, int], Path]:
    rows = len(answer["region"])
    happened = answer.get("observed", [None] * rows)
    inside = answer.get("inside", [0] * rows)
    return {
        (answer["region"][row], answer["period"][row]): Path(
            answer["p10"][row],
            answer["p50"][row],
            answer["p90"][row],
            happened[row],
            bool(inside[row]),
        )
        for row in range(rows)
    }


def _ahead(page: Page, jobs: Jobs, areas: list[Area], paths: dict[tuple[str, int], Path]) -> None:
    last = jobs.span[-1]
    end = last + HORIZON
    subject = areas[-1]
    where = in_text(subject)
    final = paths[subject.code, end]
    page.figure(
        "framskriving",
        title=projection_title(
            where,
            jobs.total(subject.code, last) or 0.0,
            (final.low, final.middle, final.high),
            end,
        ),
        reading=Said(
            f"Åtte av ti trekninger ligger mellom lav og høy bane i {end}. Banene er trukket av "
            f"veksten i årene {jobs.span[0]}–{last}, og det er en kort historie.",
            f"Åtte av ti trekningar ligg mellom låg og høg bane i {end}. Banane er trekte av "
            f"veksten i åra {jobs.span[0]}–{last}, og det er ei kort historie.",
        ),
        drawing=_drawn(jobs, subject, paths, last, range(last + 1, end + 1)),
        grid=Grid(
            (
                words("Område"),
                figures(str(last)),
                figures(f"Lav {end}", f"Låg {end}"),
                figures(f"Midtre {end}"),
                figures(f"Høy {end}", f"Høg {end}"),
                figures("Midtre, endring", "Midtre, endring", RATE),
            ),
            tuple(_row(jobs, area, paths[area.code, end], last) for area in areas),
        ),
        source=Source((jobs.table,), ("projection",), Said("Anslag.", "Anslag.")),
    )


def _row(jobs: Jobs, area: Area, path: Path, last: int) -> tuple[str | float | None, ...]:
    now = jobs.total(area.code, last)
    change = path.middle / now - 1 if now else None
    return (area.name, now, path.low, path.middle, path.high, change)


def _drawn(
    jobs: Jobs,
    subject: Area,
    paths: dict[tuple[str, int], Path],
    last: int,
    ahead: range,
) -> Drawing:
    """Draw what was, and the three paths on from the last figure."""
    years = [year for year in jobs.span if year <= last] + list(ahead)
    seen = [jobs.total(subject.code, year) for year in years]

    def path(name: str) -> tuple[float | None, ...]:
        return tuple(
            getattr(paths[subject.code, year], name)
            if year > last
            else (jobs.total(subject.code, year) if year == last else None)
            for year in years
        )

    return course(
        years, Course(subject.name, tuple(seen), path("low"), path("middle"), path("high"))
    )


def _behind(
    page: Page,
    jobs: Jobs,
    areas: list[Area],
    paths: dict[tuple[str, int], Path],
    hidden: int,
) -> None:
    last = jobs.span[-1]
    start = last - hidden
    subject = areas[-1]
    where = in_text(subject)
    final = paths[subject.code, last]
    alone = [area for area in areas if area.code != GROUP]
    held = [area.name for area in alone if paths[area.code, last].inside]
    page.figure(
        "etterproving",
        title=backtest_title(
            where,
            final.happened or 0.0,
            (final.low, final.middle, final.high),
            last,
        ),
        reading=_held(held, len(alone), start, last),
        drawing=_drawn(jobs, subject, paths, start, range(start + 1, last + 1)),
        grid=Grid(
            (
                words("Område"),
                figures(f"Skjedde {last}"),
                figures("Lav", "Låg"),
                figures("Midtre"),
                figures("Høy", "Høg"),
                figures("Feil i midtre", "Feil i midtre", RATE),
                words("I båndet?", "I bandet?"),
            ),
            tuple(
                (
                    area.name,
                    each.happened,
                    each.low,
                    each.middle,
                    each.high,
                    each.middle / each.happened - 1 if each.happened else None,
                    Said("ja", "ja") if each.inside else Said("nei", "nei"),
                )
                for area in areas
                if (each := paths[area.code, last])
            ),
        ),
        source=Source((jobs.table,), ("projection",), Said("Anslag.", "Anslag.")),
    )


def _held(held: list[str], count: int, start: int, last: int) -> Said:
    who = f": {listed(held)}" if held else ""
    told = Said(
        f"Båndet holdt for {len(held)} av {count} områder hver for seg{who}.",
        f"Bandet heldt for {len(held)} av {count} område kvar for seg{who}.",
    )
    return Said(
        f"Her er årene etter {start} skjult, og samme framskriving laget av årene før. Så er den "
        f"lagt ved siden av det som skjedde fram til {last}. {told.nb} Én prøve sier lite, men den "
        "viser hvor feil metoden kan ta.",
        f"Her er åra etter {start} gøymde, og same framskriving laga av åra før. Så er ho lagd ved "
        f"sida av det som hende fram til {last}. {told.nn} Éi prøve seier lite, men ho viser kor "
        "feil metoden kan ta.",
    )
