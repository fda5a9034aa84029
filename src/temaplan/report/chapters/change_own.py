"""How much of a change is the area's own: in one step, and year by year."""

from temaplan.report.areas import Area
from temaplan.report.drawing import bar, two_sided
from temaplan.report.grid import CHANGE, Grid, figures, words
from temaplan.report.jobs import GROUP, Jobs
from temaplan.report.language import Said, listed, signed, whole
from temaplan.report.page import Page
from temaplan.report.pictures import FEWER, MORE, steps
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.splits import PARTS, Split, split_changes
from temaplan.report.titles.shift import own_growth_title, shift_title
from temaplan.report.yardstick import Yardstick, yardstick


def write_classic(page: Page, ground: Ground, jobs: Jobs) -> None:
    """Write the section on the period that was asked for."""
    years = (ground.base, ground.end)
    against = yardstick(jobs, *years)
    page.section(
        "skift-andel",
        Said(
            f"Hva endringen {years[0]}–{years[1]} skyldes",
            f"Kva endringa {years[0]}–{years[1]} kjem av",
        ),
    )
    page.say(
        Said(
            "Skift-andel-analysen deler endringen i tre: vekst ellers, næringssammensetning og "
            "egen vekst. Egen vekst er det som er igjen. Den rommer alt fra en ny bedrift til en "
            "nedleggelse, og også feil i tallene.",
            "Skift-andel-analysen deler endringa i tre: vekst elles, næringssamansetjing og eigen "
            "vekst. Eigen vekst er det som er att. Han rommar alt frå ei ny bedrift til ei "
            "nedlegging, og også feil i tala.",
        )
    )
    if against.why is not None:
        page.say(against.why, kind="note")
    if against.code == GROUP and not jobs.has_group:
        return
    splits = split_changes(jobs, [area.code for area in jobs.subjects], years, against.code)
    if jobs.has_group:
        _own_growth(
            page, jobs, splits, (against, *years), anchor="egen-vekst", method="shift_share"
        )
    for area in jobs.areas:
        _parts(page, jobs, area, splits[area.code], (against, *years))
    _by_industry(page, jobs, splits, years)


def _own_growth(
    page: Page,
    jobs: Jobs,
    splits: dict[str, Split],
    how: tuple[Yardstick, int, int],
    *,
    anchor: str,
    method: str,
) -> None:
    against, base, end = how
    rows = [(area.name, splits[area.code].own) for area in jobs.areas]
    rows.sort(key=lambda each: -each[1])
    shown = [name for name in PARTS if any(name in splits[area.code].shown for area in jobs.areas)]
    page.figure(
        anchor,
        title=own_growth_title(rows, against.name, base, end),
        reading=_reading(jobs, splits, against, base, end),
        drawing=two_sided(
            [bar(name, own, stands_out=own > 0) for name, own in rows], CHANGE, FEWER, MORE
        ),
        grid=Grid(
            (
                words("Område"),
                figures("Endring", "Endring", CHANGE),
                *(figures(PARTS[name].nb, PARTS[name].nn, CHANGE) for name in shown),
            ),
            tuple(
                (
                    area.name,
                    splits[area.code].change,
                    *(splits[area.code].parts.get(name, 0.0) for name in shown),
                )
                for area in jobs.subjects
            ),
        ),
        source=Source(
            (jobs.table,),
            (method,),
            Said(
                "Søylene er egen vekst, nye og forsvunne næringer. Delene er avrundet hver for "
                "seg.",
                "Søylene er eigen vekst, nye og forsvunne næringar. Delane er avrunda kvar for "
                "seg.",
            ),
        ),
    )


def _reading(jobs: Jobs, splits: dict[str, Split], against: Yardstick, base: int, end: int) -> Said:
    told = [
        f"{area.name} {signed(splits[area.code].change)} ({signed(splits[area.code].own)})"
        for area in jobs.areas
    ]
    return Said(
        f"Endringen i sysselsatte fra {base} til {end}, med egen vekst ut over {against.name} i "
        f"parentes: {listed(told)}.",
        f"Endringa i sysselsette frå {base} til {end}, med eigen vekst ut over {against.name} i "
        f"parentes: {listed(told)}.",
    )


def _parts(
    page: Page, jobs: Jobs, area: Area, split: Split, how: tuple[Yardstick, int, int]
) -> None:
    against, base, end = how
    rest = {industry: split.own_in(industry) or 0.0 for industry in jobs.industries}
    unallocated = _unallocated(split)
    best = max(rest, key=lambda industry: rest[industry])
    worst = min(rest, key=lambda industry: rest[industry])
    page.figure(
        f"deler-{area.code}",
        title=shift_title(area.name, split.change, split.own, against.name),
        reading=Said(
            f"Hadde alle næringer i {area.name} vokst som i {against.name}, ville endringen vært "
            f"{signed(split.expected)} sysselsatte. Sterkest egen vekst hadde "
            f"«{jobs.names[best]}» ({signed(rest[best])}), svakest hadde «{jobs.names[worst]}» "
            f"({signed(rest[worst])}).{unallocated.nb}",
            f"Hadde alle næringar i {area.name} vakse som i {against.name}, ville endringa vore "
            f"{signed(split.expected)} sysselsette. Sterkast eigen vekst hadde "
            f"«{jobs.names[best]}» ({signed(rest[best])}), svakast hadde «{jobs.names[worst]}» "
            f"({signed(rest[worst])}).{unallocated.nn}",
        ),
        drawing=steps([(PARTS[name], split.parts[name]) for name in split.shown], area.name),
        grid=_grid(jobs, area, split, (base, end)),
        source=Source((jobs.table,), ("shift_share",)),
    )


def _unallocated(split: Split) -> Said:
    """Say how much of the change no industry has, where the table publishes totals."""
    if not split.unallocated:
        return Said("", "")
    amount = signed(split.unallocated)
    return Said(
        f" {amount} av endringen er ikke fordelt på næringer i tabellen, og er ikke regnet som "
        "egen vekst.",
        f" {amount} av endringa er ikkje fordelt på næringar i tabellen, og er ikkje rekna som "
        "eigen vekst.",
    )


def _grid(jobs: Jobs, area: Area, split: Split, years: tuple[int, int]) -> Grid:
    base, end = years
    parts = tuple((PARTS[name], split.parts[name]) for name in split.shown)
    return Grid(
        (
            words("Del av endringen", "Del av endringa"),
            figures("Sysselsatte", "Sysselsette", CHANGE),
        ),
        (
            *parts,
            (
                Said(
                    f"I alt, fra {whole(jobs.total(area.code, base) or 0.0)} til "
                    f"{whole(jobs.total(area.code, end) or 0.0)}",
                    f"I alt, frå {whole(jobs.total(area.code, base) or 0.0)} til "
                    f"{whole(jobs.total(area.code, end) or 0.0)}",
                ),
                split.change,
            ),
        ),
    )


def _by_industry(page: Page, jobs: Jobs, splits: dict[str, Split], years: tuple[int, int]) -> None:
    """Write each area's own growth in every industry; the last row is their sum."""
    base, end = years
    rows = [
        (
            jobs.names[industry],
            *(splits[area.code].own_in(industry) for area in jobs.subjects),
        )
        for industry in jobs.industries
    ]
    page.table(
        "egen-vekst-naringer",
        Said(
            f"Egen vekst fra {base} til {end} etter næring",
            f"Eigen vekst frå {base} til {end} etter næring",
        ),
        Grid(
            (words("Næring"), *(figures(area.name, "", CHANGE) for area in jobs.subjects)),
            (
                *rows,
                (Said("I alt", "I alt"), *(splits[area.code].own for area in jobs.subjects)),
            ),
        ),
        Source((jobs.table,), ("shift_share",)),
    )


def write_dynamic(page: Page, jobs: Jobs) -> None:
    """Write the section on all years that the areas have."""
    first, last = jobs.span[0], jobs.span[-1]
    against = yardstick(jobs, *jobs.span)
    if against.code == GROUP and not jobs.has_group:
        return
    page.section("over-tid", Said(f"Egen vekst {first}–{last}", f"Eigen vekst {first}–{last}"))
    if against.why is not None:
        page.say(against.why, kind="note")
    codes = [area.code for area in jobs.subjects]
    splits = split_changes(jobs, codes, (first, last), against.code, dynamic=True)
    plain = split_changes(jobs, codes, (first, last), against.code)
    differ = [f"{area.name} {signed(plain[area.code].own)}" for area in jobs.areas]
    _own_growth(
        page,
        jobs,
        splits,
        (against, first, last),
        anchor="egen-vekst-over-tid",
        method="dynamic",
    )
    page.say(
        Said(
            "Figuren er regnet år for år (dynamisk). Regnet i ett steg (klassisk) blir egen vekst "
            f"{listed(differ)}. Er de to langt fra hverandre, har næringene skiftet størrelse "
            "underveis.",
            "Figuren er rekna år for år (dynamisk). Rekna i eitt steg (klassisk) blir eigen vekst "
            f"{listed(differ)}. Er dei to langt frå kvarandre, har næringane skifta storleik "
            "undervegs.",
        )
    )
