"""How much land firms will ask for, with quotas that the user brings."""

import math

from temaplan.analysis.regional.business_land_demand import business_land_demand
from temaplan.errors import BadInput
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import ONE, PEOPLE, Grid, figures, words
from temaplan.report.jobs import Jobs, in_text
from temaplan.report.language import Said, whole
from temaplan.report.page import Page
from temaplan.report.question import Brought, Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.structure import most_land_title

COLUMNS = "industry affected_share# resettlement# relocation# area#"


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    quotas, jobs = ground.question.quotas, ground.jobs
    if quotas is None or jobs is None:
        _nothing(page)
        return
    _demand(page, ground, jobs, quotas)


def _nothing(page: Page) -> None:
    page.cannot_answer(
        Said(
            "Arealbehovet regnes av kvoter for hvor mange sysselsatte som flytter til nye lokaler "
            "hvert år, og hvor mye areal hver av dem trenger. De publiserte kvotene er tyske, og "
            "er ikke brukt her.",
            "Arealbehovet blir rekna av kvotar for kor mange sysselsette som flyttar til nye "
            "lokale kvart år, og kor mykje areal kvar av dei treng. Dei publiserte kvotane er "
            "tyske, og er ikkje brukte her.",
        ),
        Said(
            "Egne kvoter i en CSV-fil med kolonnene industry, affected_share, resettlement, "
            "relocation og area (kvadratmeter per sysselsatt), gitt med --quotas, fyller hullet. "
            "industry er nummeret eller navnet på næringen i tabellen over sysselsatte.",
            "Eigne kvotar i ei CSV-fil med kolonnane industry, affected_share, resettlement, "
            "relocation og area (kvadratmeter per sysselsett), gitt med --quotas, fyller holet. "
            "industry er nummeret eller namnet på næringa i tabellen over sysselsette.",
        ),
    )


def _demand(page: Page, ground: Ground, jobs: Jobs, quotas: Brought) -> None:
    codes = _codes(jobs, quotas)
    subject = jobs.subjects[-1]
    where = in_text(subject)
    values = [jobs.value(subject.code, code, ground.end) for code in codes]
    answer = business_land_demand(
        {"industry": codes, "value": values},
        quotas={
            "industry": codes,
            **{
                name: list(quotas.columns[name])
                for name in ("affected_share", "resettlement", "relocation")
            },
        },
        area_per_job={"industry": codes, "area": list(quotas.columns["area"])},
        years=[ground.end + 1],
    )
    rows = [
        (jobs.names[industry], employed, moving, land)
        for industry, employed, moving, land in zip(
            answer["industry"],
            [dict(zip(codes, values, strict=True))[each] for each in answer["industry"]],
            answer["jobs"],
            answer["land"],
            strict=True,
        )
    ]
    known = [(name, land) for name, _, _, land in rows if land is not None]
    known.sort(key=lambda each: -each[1])
    together = math.fsum(land for _, land in known)
    page.figure(
        "arealbehov",
        title=most_land_title(where, known),
        reading=Said(
            f"Med kvotene du har tatt med, trenger bedriftene i {where} {whole(together)} "
            "kvadratmeter tomt hvert år. Tallet er et anslag og hviler på kvotene.",
            f"Med kvotane du har teke med, treng bedriftene i {where} {whole(together)} "
            "kvadratmeter tomt kvart år. Talet er eit anslag og kviler på kvotane.",
        ),
        drawing=bars([bar(name, land) for name, land in known], PEOPLE),
        grid=Grid(
            (
                words("Næring"),
                figures(f"Sysselsatte {ground.end}", f"Sysselsette {ground.end}"),
                figures("Flytter hvert år", "Flyttar kvart år", ONE),
                figures("Kvadratmeter i året"),
            ),
            tuple(rows),
        ),
        source=Source(
            (jobs.table,),
            ("business_land_demand",),
            Said("Anslag. Kvotene er dine egne.", "Anslag. Kvotane er dine eigne."),
            quotas.name,
        ),
    )


def _codes(jobs: Jobs, quotas: Brought) -> list[str]:
    """Return the codes of the industries that the quotas name by code or by name."""
    by_name = {name.casefold(): code for code, name in jobs.names.items()}
    found = []
    for text in quotas.columns["industry"]:
        code = str(text) if text in jobs.industries else by_name.get(str(text).casefold())
        if code is None:
            known = ", ".join(jobs.industries)
            raise BadInput(f"Kvotene har næringen «{text}». Tabellen har {known}.")
        found.append(code)
    return found
