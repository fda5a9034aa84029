"""Areas with the same kind of economy, found by how alike their industries' shares are."""

from dataclasses import dataclass

from temaplan.report.areas import COUNTRY, Area
from temaplan.report.jobs import AROUND, GROUP, Jobs
from temaplan.sources.cells import OBSERVED

HOW_MANY = 3


@dataclass(frozen=True)
class Peer:
    """Another area, and how much of the two structures is common: 1 is alike."""

    area: Area
    likeness: float


def peers_of(jobs: Jobs, area: Area, year: int) -> list[Peer]:
    """Return the areas of the table that are most like one, the likest first."""
    found = [
        Peer(Area(code, name), likeness)
        for code, name in jobs.everywhere.items()
        if code not in (COUNTRY, AROUND, GROUP, area.code)
        and (likeness := likeness_of(jobs, area.code, code, year)) is not None
    ]
    return sorted(found, key=lambda peer: (-peer.likeness, peer.area.code))[:HOW_MANY]


def likeness_of(jobs: Jobs, one: str, other: str, year: int) -> float | None:
    """Return 1 less half the sum of differences in shares, or nothing where one is unknown."""
    distance = 0.0
    wholes = jobs.total(one, year), jobs.total(other, year)
    if not wholes[0] or not wholes[1]:
        return None
    for industry in jobs.industries:
        figures = jobs.value(one, industry, year), jobs.value(other, industry, year)
        if figures[0] is None or figures[1] is None:
            return None
        distance += abs(figures[0] / wholes[0] - figures[1] / wholes[1])
    return 1 - distance / 2


def sum_of(jobs: Jobs, peers: list[Peer], year: int) -> dict[str, list[object]]:
    """Return the peers together as a reference: industry, period, value, state."""
    table: dict[str, list[object]] = {"industry": [], "period": [], "value": [], "state": []}
    for industry in jobs.industries:
        parts = [jobs.value(peer.area.code, industry, year) or 0.0 for peer in peers]
        for name, cell in zip(table, (industry, year, sum(parts), OBSERVED), strict=True):
            table[name].append(cell)
    return table
