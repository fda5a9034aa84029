"""Flows between places: a list of the largest first, then all of them as a square."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec
from temaplan.documents.charts.specs.formats import whole


@dataclass(frozen=True)
class Flow:
    """People from one place to another; within the same place they stay. None is not known."""

    origin: str
    destination: str
    value: float | None
    missing: str = ""

    @property
    def stays(self) -> bool:
        """Tell whether it begins where it ends."""
        return self.origin == self.destination


@dataclass(frozen=True, kw_only=True)
class Flows(Spec):
    """The `most` largest flows as a list of bars, then a square with home down and work across.

    Those who stay are drawn in another pattern. The square is left out where there are more than
    `most_places` places, or on a narrow screen more than four. `home` and `work` head it.
    """

    kind = "flows"
    flows: tuple[Flow, ...]
    home: str = ""
    work: str = ""
    number: NumberFormat = field(default_factory=whole)
    most: int = 10
    most_places: int = 7

    @property
    def places(self) -> tuple[str, ...]:
        """The places, in the order in which they are first named."""
        both = (place for flow in self.flows for place in (flow.origin, flow.destination))
        return tuple(dict.fromkeys(both))
