"""How much land will firms ask for in the coming years?

Formula (GIFPRO): jobs_i = e_i · affected_i · (resettlement_i + relocation_i) a year, land_i =
jobs_i · area per job. e_i jobs today, affected the share that needs land of this kind.

Source: Vallée et al. (2012), Bedarfsberechnung für die Darstellung von Allgemeinen Siedlungs-
bereichen und Gewerbe- und Industrieansiedlungsbereichen, RWTH Aachen, chapter 4; the model:
Stark et al. (1981), Flächenbedarfsberechnung für Gewerbe- und Industrieansiedlungsbereiche.

Edge rules: the same each year, and each year by itself, never cumulated. An industry without
jobs gives 0; one without a figure gives null. Every industry must have its quotas and area.

Not for: Norwegian land without quotas of one's own. The published ones are German.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.wholes import INDUSTRY, refuse_whole_labels

_QUOTAS = ("affected_share", "resettlement", "relocation")


def business_land_demand(
    data: Any,
    *,
    quotas: Any,
    area_per_job: Any,
    years: Sequence[int],
    industry: str = "industry",
    value: str = "value",
) -> Any:
    """Return jobs that need land, and the land, for every industry and year.

    data: industry, value (jobs today); quotas: industry, affected_share, resettlement,
    relocation (fractions a year); area_per_job: industry, area. Result columns: industry,
    year, jobs, land (in the unit of area; per year). `industry` and `value` name columns.
    Raises `BadTable` and `BadQuestion`.
    """
    _check_years(years)
    names = {"industry": industry, "value": value}
    today = LongTable.read(data, keys=("industry",), figures=("value",), names=names)
    rates = LongTable.read(quotas, keys=("industry",), figures=_QUOTAS)
    areas = LongTable.read(area_per_job, keys=("industry",), figures=("area",))
    refuse_whole_labels(today.keys["industry"].labels, INDUSTRY)
    industries = today.keys["industry"]
    affected, resettled, relocated = (
        rates.aligned("industry", industries.labels, name, "Tabellen over kvoter")
        for name in _QUOTAS
    )
    area = areas.aligned("industry", industries.labels, "area", "Tabellen over areal per jobb")
    for name, shares in zip(_QUOTAS, (affected, resettled, relocated), strict=True):
        _refuse_percentages(name, shares, industries.labels)
    jobs = np.full(len(industries.labels), np.nan)
    jobs[industries.codes] = today.figures["value"]
    moving = jobs * affected * (resettled + relocated)
    count, number = len(industries.labels), len(years)
    return build(
        {
            "industry": Coded(np.repeat(np.arange(count), number), industries.labels),
            "year": Coded(np.tile(np.arange(number), count), list(years)),
            "jobs": np.repeat(moving, number),
            "land": np.repeat(moving * area, number),
        },
        today.backend,
    )


def _check_years(years: Sequence[int]) -> None:
    if isinstance(years, int | str) or not len(years):
        raise BadQuestion(
            f"years={years} er ikke en liste med år. Oppgi årene behovet skal regnes for, som "
            "[2027, 2028].",
            code="no_years",
        )


def _refuse_percentages(name: str, shares: FloatArray, industries: Sequence[str]) -> None:
    if (shares > 1).any():
        at = int((shares > 1).argmax())
        raise BadQuestion(
            f"Kvoten {name} for «{industries[at]}» er {shares[at]:g}, altså over 1. Kvoter er "
            "andeler: 0,7 prosent skrives 0.007.",
            code="not_a_share",
        )
