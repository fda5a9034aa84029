"""Where do those who live here work, and where do those who work here live?

From a matrix of flows T (home, work):

    employed_residents_r = sum_j T_rj        jobs_r = sum_i T_ir        own_r = T_rr
    supply_containment = own / employed residents       demand_containment = own / jobs
    in_commuters = jobs - own       out_commuters = employed residents - own
    net = in - out                  coverage = jobs / employed residents

Source: Coombes, M. & Bond, S. (2008), Travel-to-Work Areas: the 2007 review, ONS.

Edge rules: a flow without a row is missing, not zero; tables of flows usually leave out the
zeros, and then `absent="zero"` is right. Sums that lack a flow are over the others
(`incomplete`); a region that stands only as home or only as place of work has null for
what is not told. Without jobs or residents the ratios are null (`no_total`).

Not for: how long or how often people travel; the register knows address and workplace,
not the journey.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray, unknown
from temaplan.analysis.regional.columns import lost_zero
from temaplan.analysis.regional.commuting_figures import Commuting, commuting_columns
from temaplan.analysis.regional.errors import BadTable, listed
from temaplan.analysis.regional.panel import Absent, Panel
from temaplan.analysis.regional.results import region_table
from temaplan.analysis.regional.wholes import REGION, Seen, refuse_whole_labels


def commuting(
    flows: Any,
    *,
    home: str = "home",
    work: str = "work",
    period: str = "period",
    value: str = "value",
    state: str | None = None,
    absent: Absent = "missing",
    as_panel: bool = False,
) -> Any:
    """Sum flows between regions to what each region sends, receives and keeps.

    `flows` is a long table home, work, period, value (people); the keywords name its
    columns. A `Panel` has home as its region and work as its industry. Returns region,
    period, jobs, employed_residents, own, in_commuters, out_commuters and net (people),
    supply_containment, demand_containment and coverage (ratios), note. Raises `BadTable`
    and `BadQuestion`.
    """
    named = {"region": home, "industry": work, "period": period, "value": value}
    if state is not None:
        named["state"] = state
    panel = (
        flows if isinstance(flows, Panel) else Panel.from_frame(flows, absent=absent, **named)  # type: ignore[arg-type] # names only
    )
    regions = tuple(sorted({*panel.regions, *panel.industries}))
    _check(regions, panel.seen)
    values, gaps = _square(panel, regions, absent)
    residents, no_home = _sum(values, gaps, axis=2)
    jobs, no_work = _sum(values, gaps, axis=1)
    own = np.diagonal(values, axis1=1, axis2=2)
    columns = commuting_columns(
        Commuting(
            jobs=jobs,
            residents=residents,
            own=own,
            arriving=jobs - own,
            leaving=residents - own,
            incomplete=no_home | no_work,
        )
    )
    return region_table(replace(panel, regions=regions), columns, as_panel=as_panel)


def _check(regions: tuple[str, ...], seen: Mapping[str, Seen]) -> None:
    refuse_whole_labels(regions, REGION, seen=seen)
    if lost_zero(regions):
        short = [code for code in regions if len(code) < len(max(regions, key=len))]
        raise BadTable(
            f"Kodene {listed(short)} har mistet den første nullen. Les kolonnene som tekst.",
            code="lost_zero",
        )


def _square(panel: Panel, regions: tuple[str, ...], absent: Absent) -> tuple[FloatArray, BoolArray]:
    """Lay the flows out with the same regions both ways."""
    position = {region: number for number, region in enumerate(regions)}
    shape = (len(panel.periods), len(regions), len(regions))
    values = np.full(shape, 0.0 if absent == "zero" else np.nan)
    gaps = np.isnan(values)
    homes = [position[region] for region in panel.regions]
    works = [position[region] for region in panel.industries]
    place = np.ix_(range(shape[0]), homes, works)
    values[place], gaps[place] = panel.values, unknown(panel.states)
    return values, gaps


def _sum(values: FloatArray, gaps: BoolArray, *, axis: int) -> tuple[FloatArray, BoolArray]:
    known = ~np.isnan(values)
    summed = np.where(known.any(axis=axis), np.nansum(values, axis=axis), np.nan)
    return summed, gaps.any(axis=axis)
