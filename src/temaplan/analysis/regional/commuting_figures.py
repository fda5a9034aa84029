"""What follows from jobs, employed residents and those who are both, for each region and period."""

from dataclasses import dataclass

from temaplan.analysis.regional.cells import INCOMPLETE, NO_TOTAL, BoolArray, FloatArray, marked
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.frames import Coded
from temaplan.analysis.regional.results import notes


@dataclass(frozen=True, eq=False)
class Commuting:
    """Figures by region and period; NaN where there is none."""

    jobs: FloatArray
    residents: FloatArray
    own: FloatArray
    arriving: FloatArray
    leaving: FloatArray
    incomplete: BoolArray


def commuting_columns(figures: Commuting) -> dict[str, FloatArray | Coded]:
    """Return the result columns of `commuting` and `commuting_totals`, but for the keys."""
    residents, jobs = above_zero(figures.residents), above_zero(figures.jobs)
    bits = marked(NO_TOTAL, (figures.residents == 0) | (figures.jobs == 0))
    return {
        "jobs": figures.jobs,
        "employed_residents": figures.residents,
        "own": figures.own,
        "in_commuters": figures.arriving,
        "out_commuters": figures.leaving,
        "net": figures.arriving - figures.leaving,
        "supply_containment": figures.own / residents,
        "demand_containment": figures.own / jobs,
        "coverage": figures.jobs / residents,
        "note": notes(bits | marked(INCOMPLETE, figures.incomplete)),
    }
