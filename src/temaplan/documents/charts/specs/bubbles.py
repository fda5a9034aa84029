"""Growth against specialisation, or any two figures with a third as size."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec, check
from temaplan.documents.charts.specs.formats import rate, two_decimals, whole

CORNERS = 4


@dataclass(frozen=True)
class Bubble:
    """An industry: across, up, and the size of the circle. None where a figure is not known."""

    label: str
    x: float | None
    y: float | None
    size: float | None
    highlight: bool = False
    missing: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether it has a place on the sheet."""
        return self.x is not None and self.y is not None


@dataclass(frozen=True, kw_only=True)
class Bubbles(Spec):
    """Circles on two axes, with a line at `x_middle` and at `y_middle`.

    `x_label` and `y_label` head the axes, `size_label` tells what the area of a circle is. With
    `ratio` the axis across is that of quotients (half and twice are as far from 1). `corners` name
    the four fields: upper left, upper right, lower left, lower right. Names stand where they
    collide with nothing; the others get a number, and the key under the chart tells whose it is.
    On a narrow screen only the `named` most important (highlighted, then largest) try for a name.
    """

    kind = "bubbles"
    points: tuple[Bubble, ...]
    x_label: str
    y_label: str
    size_label: str
    x_number: NumberFormat = field(default_factory=two_decimals)
    y_number: NumberFormat = field(default_factory=rate)
    size_number: NumberFormat = field(default_factory=whole)
    x_middle: float = 1.0
    y_middle: float = 0.0
    ratio: bool = True
    corners: tuple[str, ...] = ()
    named: int = 6

    def __post_init__(self) -> None:
        """Refuse names for some corners only."""
        check(len(self.corners) in (0, CORNERS), "corners: all four or none")
