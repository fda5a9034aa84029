"""Location quotients of industries around 1."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec
from temaplan.documents.charts.specs.formats import two_decimals


@dataclass(frozen=True)
class Quotient:
    """One industry: its quotient, and its share of the jobs as a second mark.

    `low` and `high` are drawn as a line through the mark (bounds of a rounded cell, or an
    interval). A quotient that is not known has None and the word for why in `missing`.
    """

    label: str
    value: float | None
    share: float | None = None  # of all jobs in the region, 0.168 = 16.8 %
    low: float | None = None
    high: float | None = None
    highlight: bool = False
    missing: str = ""
    weight: float | None = None  # jobs more or fewer than as the reference: what to keep first


@dataclass(frozen=True, kw_only=True)
class Profile(Spec):
    """Industries in falling order of their quotient, from a line at 1 to both sides.

    The axis is symmetric in the logarithm: twice as much and half as much are as far from 1. A
    quotient of 0 is an open bar to the left edge. `reference` tells what 1 is («1 = som
    landet»), `share` heads the shares where there are any («andel av jobbene»), `left` and
    `right` say what a side means. Of more than `most` industries those with the largest `weight`
    are drawn (else those that differ the most in share, or in quotient where shares are not
    given), and the drawing says how many more the table holds.
    """

    kind = "profile"
    rows: tuple[Quotient, ...]
    reference: str
    share: str = ""
    left: str = ""
    right: str = ""
    number: NumberFormat = field(default_factory=two_decimals)
    most: int = 14
