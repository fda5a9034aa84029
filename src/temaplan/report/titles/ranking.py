"""Who is highest and who is lowest, where figures that are written alike share the place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from temaplan.report.language import listed

Named = Sequence[tuple[str, float]]
Write = Callable[[float], str]


@dataclass(frozen=True)
class Place:
    """Those who share the highest or the lowest figure."""

    names: tuple[str, ...]
    value: float
    written: str

    @property
    def name(self) -> str:
        """The names in words."""
        return listed(self.names)

    @property
    def told(self) -> str:
        """The names with their figure: «Skien (1,2 %)»."""
        return f"{self.name} ({self.written})"


@dataclass(frozen=True)
class Ranking:
    """The ends of a list. `alike` tells that all are written alike, and `alone` that it is one."""

    high: Place
    low: Place
    alike: bool
    alone: bool


def ranking(named: Named, write: Write) -> Ranking:
    """Rank figures by how they are written."""
    ordered = sorted(named, key=lambda each: -each[1])
    (_, most), (_, least) = ordered[0], ordered[-1]
    return Ranking(
        _place(named, most, write),
        _place(named, least, write),
        alike=write(most) == write(least),
        alone=len(ordered) == 1,
    )


def _place(named: Named, value: float, write: Write) -> Place:
    written = write(value)
    return Place(tuple(name for name, own in named if write(own) == written), value, written)


def sign(value: float, write: Write) -> int:
    """Return 1, 0 or −1 by how a figure is written: what is written as 0 has no sign."""
    if write(value) == write(0.0):
        return 0
    return 1 if value > 0 else -1
