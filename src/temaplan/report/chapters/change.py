"""How the industries changed, which of the strong ones grew, and why."""

from collections.abc import Iterator
from typing import Any

from temaplan.analysis.regional.growth import growth
from temaplan.report.areas import Area
from temaplan.report.chapters.absent import jobs_or_reason
from temaplan.report.chapters.change_nested import write_nested
from temaplan.report.chapters.change_own import write_classic, write_dynamic
from temaplan.report.drawing import bar, two_sided
from temaplan.report.grid import CHANGE, RATE, TWO, Grid, figures, words
from temaplan.report.jobs import UNSPECIFIED, Jobs, in_text
from temaplan.report.language import Said, signed
from temaplan.report.page import Page
from temaplan.report.pictures import FEWER, MORE, Spot, bubbles
from temaplan.report.question import Ground
from temaplan.report.quotients import quotients
from temaplan.report.source_line import Source
from temaplan.report.titles.growth import movers_title
from temaplan.report.titles.structure import strong_and_growing_title
from temaplan.report.yardstick import Yardstick, yardstick


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    jobs = jobs_or_reason(page, ground)
    if jobs is None:
        return
    _industries(page, jobs)
    _strength(page, ground, jobs)
    write_classic(page, ground, jobs)
    write_dynamic(page, jobs)
    write_nested(page, ground, jobs)


def _industries(page: Page, jobs: Jobs) -> None:
    first, last = jobs.span[0], jobs.span[-1]
    subject = jobs.subjects[-1]
    where = in_text(subject)
    answer = growth(jobs.long([subject.code], [first, last]), base=first, end=last)
    rows = {
        industry: figures
        for industry, *figures in zip(
            *(answer[name] for name in ("industry", "base_value", "end_value", "change", "growth")),
            strict=True,
        )
    }
    changes = [
        (jobs.names[industry], rows[industry][2])
        for industry in jobs.industries
        if rows[industry][2] is not None
    ]
    ordered = sorted(changes, key=lambda each: -each[1])
    grew = [name for name, change in changes if change > 0]
    page.figure(
        "naringsvekst",
        title=movers_title(where, [*_named(jobs, rows)], first, last),
        reading=Said(
            f"{len(grew)} av {len(changes)} næringer hadde flere sysselsatte i {last} enn i "
            f"{first}. Endringen i alt var "
            f"{signed(sum(change for _, change in changes))} sysselsatte.",
            f"{len(grew)} av {len(changes)} næringar hadde fleire sysselsette i {last} enn i "
            f"{first}. Endringa i alt var "
            f"{signed(sum(change for _, change in changes))} sysselsette.",
        ),
        drawing=two_sided(
            [bar(name, change, stands_out=change > 0) for name, change in ordered],
            CHANGE,
            FEWER,
            MORE,
        ),
        grid=Grid(
            (
                words("Næring"),
                figures(str(first)),
                figures(str(last)),
                figures("Endring", "Endring", CHANGE),
                figures("Prosent", "Prosent", RATE),
            ),
            tuple((jobs.names[industry], *rows[industry]) for industry in jobs.industries),
        ),
        source=Source((jobs.table,), ("change",)),
    )


def _strength(page: Page, ground: Ground, jobs: Jobs) -> None:
    """Write which of the industries that are large here also grow."""
    first, last = jobs.span[0], jobs.span[-1]
    against = yardstick(jobs, ground.end)
    subject = jobs.subjects[-1]
    if against.code == subject.code:
        return
    spots = [*_spots(jobs, subject, (first, last), ground.end, against)]
    shown = [spot for spot in spots if spot.stands_out]
    where = in_text(subject)
    page.figure(
        "styrke-og-vekst",
        title=strong_and_growing_title(
            where, [spot.name for spot in shown], against.name, first, last
        ),
        reading=Said(
            f"{len(shown)} av {len(spots)} næringer er større i {where} enn i {against.name} (LQ "
            f"over 1 i {ground.end}) og fikk flere sysselsatte fra {first} til {last}. "
            f"{len([s for s in spots if s.quotient > 1 and s.growth < 0])} er større og gikk ned.",
            f"{len(shown)} av {len(spots)} næringar er større i {where} enn i {against.name} (LQ "
            f"over 1 i {ground.end}) og fekk fleire sysselsette frå {first} til {last}. "
            f"{len([s for s in spots if s.quotient > 1 and s.growth < 0])} er større og gjekk ned.",
        ),
        drawing=bubbles(spots, against.name, first, last),
        grid=Grid(
            (
                words("Næring"),
                figures(f"LQ {ground.end}", "", TWO),
                figures(f"Vekst {first}–{last}", "", RATE),
                figures(f"Sysselsatte {ground.end}", f"Sysselsette {ground.end}"),
            ),
            tuple((spot.name, spot.quotient, spot.growth, spot.jobs) for spot in spots),
        ),
        source=Source((jobs.table,), ("location_quotient", "change")),
    )


def _spots(
    jobs: Jobs, subject: Area, span: tuple[int, int], year: int, against: Yardstick
) -> Iterator[Spot]:
    """Yield the industries that have a quotient and a growth, the largest first."""
    found = quotients(jobs, (subject.code,), year, against.code)
    industries = [each for each in jobs.industries if each != UNSPECIFIED]
    industries.sort(key=lambda each: -(found[subject.code, each].value or 0.0))
    for industry in industries:
        first, last = (jobs.value(subject.code, industry, each) for each in span)
        each = found[subject.code, industry]
        if first and last is not None and each.lq is not None and each.value:
            yield Spot(jobs.names[industry], each.lq, last / first - 1, each.value)


def _named(jobs: Jobs, rows: dict[str, list[Any]]) -> Iterator[tuple[str, float]]:
    """Yield the change of every industry that has a name of its own."""
    for industry in jobs.industries:
        if industry != UNSPECIFIED and rows[industry][2] is not None:
            yield jobs.names[industry], rows[industry][2]
