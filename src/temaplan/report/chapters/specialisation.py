"""How unlike the areas are to others, and on how many industries they rest."""

from dataclasses import dataclass

from temaplan.analysis.regional.specialisation import specialisation
from temaplan.report.areas import COUNTRY
from temaplan.report.chapters.absent import jobs_or_reason
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import ONE, SHARE, TWO, Grid, figures, words
from temaplan.report.jobs import GROUP, LAND, Jobs
from temaplan.report.language import Said, decimal, percent
from temaplan.report.page import Page
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.levels import level_title
from temaplan.report.yardstick import Yardstick, yardstick


@dataclass(frozen=True)
class Measures:
    """The measures of one area."""

    hoover: float
    hhi: float
    effective: float
    entropy: float
    incomplete: bool


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    jobs = jobs_or_reason(page, ground)
    if jobs is None:
        return
    against = yardstick(jobs, ground.end)
    if against.why is not None:
        page.say(against.why, kind="note")
    if against.code == GROUP and not jobs.has_group:
        return
    measures = measures_of(jobs, ground.end, against)
    _unlike(page, ground, jobs, measures, against)
    _diverse(page, ground, jobs, measures)


def measures_of(jobs: Jobs, year: int, against: Yardstick) -> dict[str, Measures]:
    """Return the measures of the areas, of all together, and of the reference itself."""
    codes = [*dict.fromkeys((*(area.code for area in jobs.subjects), against.code))]
    answer = specialisation(jobs.long(codes, [year]), reference=against.code)
    names = ("region", "hoover", "hhi", "effective_industries", "entropy", "note")
    return {
        region: Measures(hoover, hhi, effective, entropy, "incomplete" in note)
        for region, hoover, hhi, effective, entropy, note in zip(
            *(answer[name] for name in names), strict=True
        )
    }


def _unlike(
    page: Page,
    ground: Ground,
    jobs: Jobs,
    measures: dict[str, Measures],
    against: Yardstick,
) -> None:
    rows = sorted(
        ((area.name, measures[area.code].hoover) for area in jobs.areas), key=lambda each: -each[1]
    )
    page.figure(
        "spesialisering-figur",
        title=level_title(
            Said(
                f"Forskjellen fra {against.name} i næringsstruktur",
                f"Skilnaden frå {against.name} i næringsstruktur",
            ),
            rows,
            percent,
            ground.end,
        ),
        reading=Said(
            f"{percent(rows[0][1])} av de sysselsatte i {rows[0][0]} måtte ha skiftet næring for "
            f"at kommunen skulle hatt samme fordeling som {against.name}. Høyt tall er mer "
            "spesialisert. Det kan være en styrke eller en sårbarhet.",
            f"{percent(rows[0][1])} av dei sysselsette i {rows[0][0]} måtte ha skifta næring for "
            f"at kommunen skulle hatt same fordeling som {against.name}. Høgt tal er meir "
            "spesialisert. Det kan vere ein styrke eller ei sårbarheit.",
        )
        if ground.chosen.level == "municipality"
        else Said(
            f"{percent(rows[0][1])} av de sysselsatte i {rows[0][0]} måtte ha skiftet næring for å "
            f"få samme fordeling som {against.name}. Høyt tall er mer spesialisert.",
            f"{percent(rows[0][1])} av dei sysselsette i {rows[0][0]} måtte ha skifta næring for å "
            f"få same fordeling som {against.name}. Høgt tal er meir spesialisert.",
        ),
        drawing=bars([bar(name, value) for name, value in rows], SHARE),
        grid=_grid(jobs, measures, against),
        source=Source((jobs.table,), ("specialisation",), _note(measures, against)),
    )


def _note(measures: dict[str, Measures], against: Yardstick) -> Said:
    compared = Said(f"Hoover-indeksen mot {against.name}.", f"Hoover-indeksen mot {against.name}.")
    if not any(each.incomplete for each in measures.values()):
        return compared
    return Said(
        f"{compared.nb} Skjermede næringer er holdt utenfor.",
        f"{compared.nn} Skjerma næringar er haldne utanfor.",
    )


def _grid(jobs: Jobs, measures: dict[str, Measures], against: Yardstick) -> Grid:
    compared = [LAND] if against.code == COUNTRY else []
    return Grid(
        (
            words("Område"),
            figures("Hoover-indeks", "", SHARE),
            figures("HHI", "", TWO),
            figures("Svarer til så mange like næringer", "Svarer til så mange like næringar", ONE),
            figures("Entropi (bit)", "", TWO),
        ),
        tuple(
            (area.name, each.hoover, each.hhi, each.effective, each.entropy)
            for area in (*jobs.subjects, *compared)
            if (each := measures[area.code])
        ),
    )


def _diverse(page: Page, ground: Ground, jobs: Jobs, measures: dict[str, Measures]) -> None:
    rows = sorted(
        ((area.name, measures[area.code].effective) for area in jobs.areas),
        key=lambda each: -each[1],
    )
    country = measures.get(COUNTRY)
    compared = ("landet", country.effective) if country else None
    page.figure(
        "mangfold",
        title=level_title(
            Said("Næringsmangfoldet", "Næringsmangfaldet"),
            rows,
            lambda value: decimal(value, 1),
            ground.end,
            compared=compared,
        ),
        reading=Said(
            f"Tabellen har {len(jobs.industries)} næringer. Var alle like store, ville tallet vært "
            f"{len(jobs.industries)}. Få store næringer gir et lavt tall.",
            f"Tabellen har {len(jobs.industries)} næringar. Var alle like store, ville talet vore "
            f"{len(jobs.industries)}. Få store næringar gir eit lågt tal.",
        ),
        drawing=bars(
            [bar(name, value) for name, value in rows],
            ONE,
            (country.effective, Said("landet", "landet")) if country else None,
        ),
        grid=Grid(
            (words("Område"), figures("Like store næringer", "Like store næringar", ONE)),
            (*rows, *((("Landet", country.effective),) if country else ())),
        ),
        source=Source(
            (jobs.table,),
            ("specialisation",),
            Said(
                "Tallet er hvor mange like store næringer strukturen svarer til (1 delt på HHI).",
                "Talet er kor mange like store næringar strukturen svarer til (1 delt på HHI).",
            ),
        ),
    )
