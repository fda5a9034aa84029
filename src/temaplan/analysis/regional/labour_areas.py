"""Which regions belong together in one labour market, judged by who commutes where?

Method: every region begins alone. The area that keeps least of its people and jobs to itself is
joined to the one it is tied to most strongly, until every area keeps `self_containment` of
both, or has no tie left. Tie of two areas: T_ij²/(R_i·W_j) + T_ji²/(R_j·W_i), R the employed
residents, W the jobs.

Source: the tie: Smart (1974), Progress in Planning 2(4), 239-353; the joining in order of
self-containment: Coombes & Bond (2008), Travel-to-Work Areas: the 2007 review, ONS.

Edge rules: a flow without a figure is no tie. Ties of equal strength are broken by code, so
the answer never depends on the order of the rows. An area is named by its region with most
jobs. `strength` is the region's tie to the rest of its area; null for one that is alone.

Not for: an official division. Travel time does not enter; the 159 areas of TØI report
1713/2019 use it.
"""

from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import periods_of
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.frames import Coded, Table, build
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.wholes import REGION, refuse_whole_labels


def labour_areas(
    flows: Any,
    *,
    self_containment: float = 0.7,
    home: str = "home",
    work: str = "work",
    value: str = "value",
    period: str = "period",
) -> Any:
    """Return the labour market area of every region.

    flows: home, work, value and perhaps period, of one period; the keywords name the
    columns. A `Panel` has home as its region and work as its industry. Result columns:
    region, area, strength. Raises `BadTable` and `BadQuestion`.
    """
    if not 0 < self_containment <= 1:
        raise BadQuestion(
            f"self_containment={self_containment} kan ikke brukes. Det er en andel mellom 0 og 1, "
            "for eksempel 0.7.",
            code="not_a_share",
        )
    names = {"home": home, "work": work, "value": value}
    if isinstance(flows, Panel):
        names |= {"home": "region", "work": "industry"}
    _refuse_many_periods(flows, period)
    table = LongTable.read(flows, keys=("home", "work"), figures=("value",), names=names)
    at_home, at_work = table.keys["home"], table.keys["work"]
    regions = sorted({*at_home.labels, *at_work.labels})
    refuse_whole_labels(regions, REGION)
    place = {label: at for at, label in enumerate(regions)}
    trips = np.zeros((len(regions), len(regions)))
    rows, columns = (
        np.array([place[label] for label in side.labels])[side.codes] for side in (at_home, at_work)
    )
    trips[rows, columns] = np.nan_to_num(table.figures["value"])
    areas = _joined(trips, self_containment)
    return build(
        {
            "region": Coded(np.arange(len(regions)), regions),
            "area": Coded(_named(areas, trips.sum(axis=0)), regions),
            "strength": _strengths(trips, areas),
        },
        table.backend,
    )


def _refuse_many_periods(flows: Any, name: str) -> None:
    table = Table.read(flows).refuse_empty()
    periods = periods_of(table, name).labels if name in table.columns else ()
    if len(periods) > 1:
        raise BadQuestion(f"Velg én periode. Tabellen har {listed(periods)}.", code="many_periods")


def _joined(trips: FloatArray, wanted: float) -> list[list[int]]:
    areas = [[region] for region in range(len(trips))]
    flows = trips.copy()
    closed: set[int] = set()  # first regions of areas that have nobody to join
    while True:
        kept = _kept(flows)
        order = sorted(range(len(areas)), key=lambda at: (kept[at], areas[at][0]))
        weakest = next(
            (at for at in order if kept[at] < wanted and areas[at][0] not in closed), None
        )
        if weakest is None:
            return areas
        ties = _ties(flows, weakest)
        if ties.max() <= 0:
            closed.add(areas[weakest][0])
            continue
        best = int(np.argmax(ties))
        areas, flows = _merged(areas, flows, min(weakest, best), max(weakest, best))


def _kept(flows: FloatArray) -> FloatArray:
    """Return the smaller of the two self-containments of each area; 1 where nobody travels."""
    own = np.diagonal(flows)
    out, into = flows.sum(axis=1), flows.sum(axis=0)
    ones = np.ones_like(own)
    supply = np.divide(own, out, out=ones.copy(), where=out > 0)
    demand = np.divide(own, into, out=ones.copy(), where=into > 0)
    return np.minimum(supply, demand)


def _ties(flows: FloatArray, at: int) -> FloatArray:
    residents, jobs = flows.sum(axis=1), flows.sum(axis=0)
    zero = np.zeros(len(flows))
    there = np.divide(flows[at] ** 2, residents[at] * jobs, out=zero.copy(), where=flows[at] > 0)
    back = np.divide(
        flows[:, at] ** 2, residents * jobs[at], out=zero.copy(), where=flows[:, at] > 0
    )
    ties: FloatArray = there + back
    ties[at] = 0
    return ties


def _merged(
    areas: list[list[int]], flows: FloatArray, into: int, gone: int
) -> tuple[list[list[int]], FloatArray]:
    flows = flows.copy()
    flows[into] += flows[gone]
    flows[:, into] += flows[:, gone]
    kept = [at for at in range(len(areas)) if at != gone]
    areas = [list(area) for area in areas]
    areas[into] = sorted(areas[into] + areas[gone])
    return [areas[at] for at in kept], flows[np.ix_(kept, kept)]


def _named(areas: list[list[int]], jobs: FloatArray) -> Any:
    names = np.empty(len(jobs), dtype=np.int64)
    for area in areas:
        names[area] = max(area, key=lambda region: (jobs[region], -region))
    return names


def _strengths(trips: FloatArray, areas: list[list[int]]) -> FloatArray:
    strengths = np.full(len(trips), np.nan)
    for area in areas:
        for region in area if len(area) > 1 else ():
            strengths[region] = _ties(trips, region)[area].sum()
    return strengths
