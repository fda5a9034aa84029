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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    names = {"home": home, "work": work, "value": value, "period": period}
    panel = flows if isinstance(flows, Panel) else _panel(flows, names)
    _refuse_many(panel.periods)
    regions = sorted({*panel.regions, *panel.industries})
    refuse_whole_labels(regions, REGION)
    trips = np.zeros((len(regions), len(regions)))
    place = {label: at for at, label in enumerate(regions)}
    sides = (
        np.array([place[label] for label in side]) for side in (panel.regions, panel.industries)
    )
    trips[np.ix_(*sides)] = np.nan_to_num(panel.values[0])
    areas = _joined(trips, self_containment)
    return build(
        {
            "region": Coded(np.arange(len(regions)), regions),
            "area": Coded(_named(areas, trips.sum(axis=0)), regions),
            "strength": _strengths(trips, areas),
        },
        panel.backend,
    )


def _refuse_many(periods: Sequence[object]) -> None:
    if len(periods) > 1:
        raise BadQuestion(f"Velg én periode. Tabellen har {listed(periods)}.", code="many_periods")


def _panel(flows: Any, names: Mapping[str, str]) -> Panel:
    """Lay a long table out by home and work. Without a column of periods it is of one."""
    table = Table.read(flows).refuse_empty()
    if names["period"] in table.columns:
        _refuse_many(periods_of(table, names["period"]).labels)
    read = LongTable.read(flows, keys=("home", "work"), figures=("value",), names=names)
    home, work = read.keys["home"], read.keys["work"]
    values = np.full((1, len(home.labels), len(work.labels)), np.nan)
    values[0, home.codes, work.codes] = read.figures["value"]
    states = np.zeros(values.shape, dtype=np.uint8)
    return Panel((0,), tuple(home.labels), tuple(work.labels), values, states, read.backend)


@dataclass(eq=False)
class _Areas:
    """Areas while they are joined; each stands at the place of its first region."""

    flows: FloatArray
    residents: FloatArray
    jobs: FloatArray
    members: dict[int, list[int]]

    @classmethod
    def of(cls, trips: FloatArray) -> "_Areas":
        """Let every region begin alone."""
        alone = {region: [region] for region in range(len(trips))}
        return cls(trips.copy(), trips.sum(axis=1), trips.sum(axis=0), alone)

    @property
    def kept(self) -> FloatArray:
        """The smaller of the two self-containments of each area; 1 where nobody travels."""
        own = np.diagonal(self.flows)
        ones = np.ones_like(own)
        supply = np.divide(own, self.residents, out=ones.copy(), where=self.residents > 0)
        demand = np.divide(own, self.jobs, out=ones.copy(), where=self.jobs > 0)
        return np.minimum(supply, demand)

    def ties(self, at: int) -> FloatArray:
        """Return how strongly an area is tied to each other one."""
        return _ties(self.flows, self.residents, self.jobs, at)

    def join(self, into: int, gone: int) -> None:
        """Let one area go up in another."""
        for each in (self.flows, self.flows.T):
            each[into] += each[gone]
            each[gone] = 0
        for sums in (self.residents, self.jobs):
            sums[into] += sums[gone]
            sums[gone] = 0
        self.members[into] = sorted(self.members[into] + self.members.pop(gone))


def _joined(trips: FloatArray, wanted: float) -> list[list[int]]:
    areas = _Areas.of(trips)
    may_join = np.ones(len(trips), dtype=np.bool_)  # not those gone, nor those tied to nobody
    while True:
        kept = areas.kept
        weak = may_join & (kept < wanted)
        if not weak.any():
            return [areas.members[first] for first in sorted(areas.members)]
        weakest = int(np.argmin(np.where(weak, kept, np.inf)))
        ties = areas.ties(weakest)
        best = int(np.argmax(ties))
        if ties[best] <= 0:
            may_join[weakest] = False
            continue
        into, gone = min(weakest, best), max(weakest, best)
        areas.join(into, gone)
        may_join[gone] = False


def _ties(flows: FloatArray, residents: FloatArray, jobs: FloatArray, at: int) -> FloatArray:
    zero = np.zeros(len(flows))
    there = np.divide(flows[at] ** 2, residents[at] * jobs, out=zero.copy(), where=flows[at] > 0)
    back = np.divide(
        flows[:, at] ** 2, residents * jobs[at], out=zero.copy(), where=flows[:, at] > 0
    )
    ties: FloatArray = there + back
    ties[at] = 0
    return ties


def _named(areas: list[list[int]], jobs: FloatArray) -> Any:
    names = np.empty(len(jobs), dtype=np.int64)
    for area in areas:
        names[area] = max(area, key=lambda region: (jobs[region], -region))
    return names


def _strengths(trips: FloatArray, areas: list[list[int]]) -> FloatArray:
    strengths = np.full(len(trips), np.nan)
    residents, jobs = trips.sum(axis=1), trips.sum(axis=0)
    for area in areas:
        for region in area if len(area) > 1 else ():
            strengths[region] = _ties(trips, residents, jobs, region)[area].sum()
    return strengths
