"""How many of those who live here work here, when only totals are published?

Statistics Norway's table 11616 gives employed residents B, in-commuters I, out-commuters U
and jobs A for each municipality, but no matrix. Then

    own = B - U = A - I                net = I - U               coverage = A / B
    supply_containment = own / B       demand_containment = own / A

Source: as `commuting`; own from either side is the definition of the totals.

Edge rules: what is not published stays null, and nothing is filled in from the other columns
but `own`. When both sides give `own` and they differ by more than `tolerance`, the row is
refused: one of the four figures is wrong or rounded. Without residents or jobs the ratios
are null (`no_total`). A row that lacks a figure is `incomplete`.

Not for: where people travel (that takes `commuting`).
"""

from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import duplicate_rows, periods_of, refuse, regions_of
from temaplan.analysis.regional.commuting_figures import Commuting, commuting_columns
from temaplan.analysis.regional.figures import figures_of
from temaplan.analysis.regional.frames import Built, Coded, Table, build

FIGURES: Final = ("employed_residents", "in_commuters", "out_commuters", "jobs")


def commuting_totals(
    data: Any,
    *,
    region: str = "region",
    period: str = "period",
    employed_residents: str = "employed_residents",
    in_commuters: str = "in_commuters",
    out_commuters: str = "out_commuters",
    jobs: str = "jobs",
    tolerance: float = 0.0,
) -> Any:
    """Compute self-containment and job coverage from published totals.

    `data` is a table region, period, employed_residents, in_commuters, out_commuters,
    jobs (people); a column that it lacks is unknown for every row. The keywords name the
    columns. Returns region, period, jobs, employed_residents, own, in_commuters,
    out_commuters and net (people), supply_containment, demand_containment and coverage
    (ratios), note. Raises `BadTable`.
    """
    table = Table.read(data).refuse_empty()
    places, times = regions_of(table, region), periods_of(table, period)
    flat = times.codes.astype(np.int64) * len(places.labels) + places.codes
    order = np.argsort(flat, kind="stable")
    if (np.diff(flat[order]) == 0).any():
        raise duplicate_rows(table, [region, period], flat)
    if not {employed_residents, in_commuters, out_commuters, jobs} & set(table.columns):
        table.column(employed_residents)  # refused with the names there are
    residents, arriving, leaving, work = (
        _figures(table, name) for name in (employed_residents, in_commuters, out_commuters, jobs)
    )
    own = _own(table, jobs, residents - leaving, work - arriving, tolerance)
    incomplete = np.isnan(np.stack((work, residents, own, arriving, leaving))).any(axis=0)
    found = commuting_columns(
        Commuting(
            jobs=work[order],
            residents=residents[order],
            own=own[order],
            arriving=arriving[order],
            leaving=leaving[order],
            incomplete=incomplete[order],
        )
    )
    keys: dict[str, Built] = {
        "region": Coded(places.codes[order], places.labels),
        "period": Coded(times.codes[order], times.labels),
    }
    return build(keys | found, table.backend)


def _figures(table: Table, name: str) -> FloatArray:
    """Read a column of figures; one of the four may lack, but not all of them."""
    if name not in table.columns and name in FIGURES:
        return np.full(table.rows, np.nan)
    return figures_of(table, name)


def _own(
    table: Table, name: str, supply: FloatArray, demand: FloatArray, tolerance: float
) -> FloatArray:
    differing = np.abs(supply - demand) > tolerance
    if differing.any():
        row = int(differing.argmax())
        refuse(
            table,
            name,
            row,
            f"bosatte minus utpendlere gir {supply[row]:g}, arbeidsplasser minus innpendlere gir "
            f"{demand[row]:g}. Rett tallene, eller tillat en avrunding med tolerance.",
            "sum_differs",
        )
    negative = (supply < 0) | (demand < 0)
    if negative.any():
        refuse(
            table,
            name,
            int(negative.argmax()),
            "flere pendler enn det er bosatte eller arbeidsplasser. Rett tallene.",
            "negative",
        )
    return np.where(np.isnan(supply), demand, supply)
