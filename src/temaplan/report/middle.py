"""What lies between the country and a municipality: its county, or a region that the user names."""

from collections.abc import Mapping
from dataclasses import dataclass

from temaplan.errors import BadInput
from temaplan.report.areas import COUNTRY
from temaplan.report.jobs import AROUND, Jobs
from temaplan.report.language import Said
from temaplan.report.question import Ground
from temaplan.report.splits import PARTS

COLUMNS = "region area"


@dataclass(frozen=True)
class Middle:
    """The level between: which area each region of the table lies in, and what it is called."""

    name: str  # in a sentence
    areas: Mapping[str, str]
    labels: Mapping[str, Said]
    remark: Said
    brought: str = ""


def middle_of(ground: Ground, jobs: Jobs) -> Middle | None:
    """Return the level that the user brings, else the county that the table has whole."""
    if ground.question.areas is not None:
        return _brought(ground, jobs)
    if jobs.around is None:
        return None
    return Middle(
        jobs.around.name,
        dict.fromkeys(jobs.members, AROUND),
        PARTS,
        Said(
            "Fylket er mellomtrinnet, fordi ingen inndeling i arbeidsmarkedsregioner følger med.",
            "Fylket er mellomsteget, fordi inga inndeling i arbeidsmarknadsregionar følgjer med.",
        ),
    )


def _brought(ground: Ground, jobs: Jobs) -> Middle:
    table = ground.question.areas
    assert table is not None, "asked before"
    named = dict(zip(map(str, table.columns["region"]), table.columns["area"], strict=True))
    lacking = [f"{area.code} {area.name}" for area in jobs.areas if area.code not in named]
    if lacking:
        raise BadInput(f"{table.name} mangler {', '.join(lacking)}. Gi hver kommune et område.")
    known = {code: area for code, area in named.items() if code in jobs.everywhere}
    known.pop(COUNTRY, None)
    labels = {
        **PARTS,
        "outer_competitive": Said("Veksten i regionen", "Veksten i regionen"),
        "inner_competitive": Said("Egen vekst i regionen", "Eigen vekst i regionen"),
    }
    remark = Said(
        f"Regionene er dine egne ({table.name}), og regnet av kommunene i dem som tabellen har.",
        f"Regionane er dine eigne ({table.name}), og rekna av kommunane i dei som tabellen har.",
    )
    return Middle("regionen rundt", known, labels, remark, table.name)
