"""What follows from jobs, employed residents and those who are both, for each region and period."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import INCOMPLETE, NO_TOTAL, BoolArray, FloatArray, marked
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.frames import Backend, Coded, build
from temaplan.analysis.regional.results import notes


@dataclass(frozen=True, eq=False)
class Commuting:
    """Figures one row a region and period; NaN where there is none."""

    region: Coded
    period: Coded
    jobs: FloatArray
    residents: FloatArray
    own: FloatArray
    arriving: FloatArray
    leaving: FloatArray
    incomplete: BoolArray


def commuting_table(figures: Commuting, backend: Backend | None) -> Any:
    """Return the result table of `commuting` and `commuting_totals`."""
    residents, jobs = above_zero(figures.residents), above_zero(figures.jobs)
    bits = marked(NO_TOTAL, (figures.residents == 0) | (figures.jobs == 0))
    return build(
        {
            "region": figures.region,
            "period": figures.period,
            "jobs": figures.jobs,
            "employed_residents": figures.residents,
            "own": figures.own,
            "in_commuters": figures.arriving,
            "out_commuters": figures.leaving,
            "net": figures.arriving - figures.leaving,
            "supply_containment": figures.own / residents,
            "demand_containment": figures.own / jobs,
            "coverage": np.where(figures.jobs >= 0, figures.jobs / residents, np.nan),
            "note": notes(bits | marked(INCOMPLETE, figures.incomplete)),
        },
        backend,
    )
