"""Who lives and works in a place, who comes in, who goes out."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec
from temaplan.documents.charts.specs.formats import whole


@dataclass(frozen=True)
class Commuters:
    """One place. None where a figure is not known, with the word for why in `missing`."""

    label: str
    own: float | None  # live and work here
    arriving: float | None  # work here, live elsewhere
    leaving: float | None  # live here, work elsewhere
    highlight: bool = False
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Commuting(Spec):
    """A list of places: those who go out to the left, who stay in the middle, who come in.

    Left and middle together are the employed residents, middle and right the jobs. Of more than
    `most` places the highlighted and those with most jobs are drawn; the table holds them all.
    """

    kind = "commuting"
    rows: tuple[Commuters, ...]
    number: NumberFormat = field(default_factory=whole)
    most: int = 14
