"""The area's own growth in two steps: what the county did, and what it did itself."""

from temaplan.report.areas import COUNTRY
from temaplan.report.drawing import bar, two_sided
from temaplan.report.grid import CHANGE, Grid, figures, words
from temaplan.report.jobs import Jobs
from temaplan.report.language import Said, signed
from temaplan.report.middle import Middle, middle_of
from temaplan.report.page import Page
from temaplan.report.pictures import FEWER, MORE
from temaplan.report.question import Ground
from temaplan.report.source_line import Source
from temaplan.report.splits import PARTS, nested_changes
from temaplan.report.titles.shift import own_growth_title


def write_nested(page: Page, ground: Ground, jobs: Jobs) -> None:
    """Write the section, or why it cannot be written."""
    page.section(
        "to-trinn",
        Said("Fra landet til regionen til kommunen", "Frå landet til regionen til kommunen"),
    )
    middle = middle_of(ground, jobs)
    if middle is None:
        _no_level_between(page)
        return
    if not jobs.has_country(ground.base, ground.end):
        _no_country(page, ground, jobs)
        return
    _nested(page, ground, jobs, middle)


def _nested(page: Page, ground: Ground, jobs: Jobs, middle: Middle) -> None:
    base, end = ground.base, ground.end
    county, labels = middle.name, middle.labels
    splits = nested_changes(jobs, (base, end), COUNTRY, middle.areas)
    shown = [name for name in PARTS if any(name in splits[code].shown for code in jobs.codes)]
    rows = [(area.name, splits[area.code].parts["inner_competitive"]) for area in jobs.areas]
    rows.sort(key=lambda each: -each[1])
    first = jobs.areas[0]
    outer = splits[first.code].parts["outer_competitive"]
    inner = splits[first.code].parts["inner_competitive"]
    page.figure(
        "egen-vekst-i-fylket",
        title=own_growth_title(rows, county, base, end),
        reading=Said(
            f"Egen vekst er delt i to: det {county} fikk ut over landet i de samme næringene, og "
            f"det kommunen fikk ut over {county}. For {first.name} er de {signed(outer)} og "
            f"{signed(inner)} sysselsatte.",
            f"Eigen vekst er delt i to: det {county} fekk ut over landet i dei same næringane, og "
            f"det kommunen fekk ut over {county}. For {first.name} er dei {signed(outer)} og "
            f"{signed(inner)} sysselsette.",
        ),
        drawing=two_sided(
            [bar(name, value, stands_out=value > 0) for name, value in rows],
            CHANGE,
            FEWER,
            MORE,
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Endring", "Endring", CHANGE),
                *(figures(labels[name].nb, labels[name].nn, CHANGE) for name in shown),
            ),
            tuple(
                (
                    area.name,
                    splits[area.code].change,
                    *(splits[area.code].parts.get(name, 0.0) for name in shown),
                )
                for area in jobs.areas
            ),
        ),
        source=Source(
            (jobs.table,),
            ("nested",),
            middle.remark,
            middle.brought,
        ),
    )


def _no_level_between(page: Page) -> None:
    page.cannot_answer(
        Said(
            "Delingen i to trinn trenger et fylke rundt kommunene, med alle kommunene i. Det har "
            "ikke tabellen for disse områdene.",
            "Delinga i to steg treng eit fylke rundt kommunane, med alle kommunane i. Det har "
            "ikkje tabellen for desse områda.",
        ),
        Said(
            "En egen inndeling i regioner (--areas), eller en rapport om noen av kommunene i et "
            "fylke tabellen har helt, fyller hullet.",
            "Ei eiga inndeling i regionar (--areas), eller ein rapport om nokre av kommunane i eit "
            "fylke tabellen har heilt, fyller holet.",
        ),
    )


def _no_country(page: Page, ground: Ground, jobs: Jobs) -> None:
    known = sorted(jobs.country_years)
    page.cannot_answer(
        Said(
            f"Tabellen har ikke hele landet for {ground.base} og {ground.end}.",
            f"Tabellen har ikkje heile landet for {ground.base} og {ground.end}.",
        ),
        Said(
            f"Perioden {known[0]}:{known[-1]} kan regnes nå. Tabell 13470 for hele landet i flere "
            "år fyller hullet.",
            f"Perioden {known[0]}:{known[-1]} kan reknast no. Tabell 13470 for heile landet i "
            "fleire år fyller holet.",
        ),
    )
