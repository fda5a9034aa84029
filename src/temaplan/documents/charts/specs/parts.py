"""Shift-share, and every other change that is a sum of parts."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec, check
from temaplan.documents.charts.specs.formats import signed

MOST_PARTS = 6  # patterns that are told apart in black and white


@dataclass(frozen=True)
class PartsRow:
    """A region or an industry with one figure for each component, and their sum.

    `total` is the observed change; None lets the drawing add the parts. A row without figures has
    None for them and the word for why in `missing`.
    """

    label: str
    values: tuple[float | None, ...]
    total: float | None = None
    highlight: bool = False
    missing: str = ""

    @property
    def sum(self) -> float | None:
        """The change that the parts are parts of."""
        known = [value for value in self.values if value is not None]
        if self.total is not None or not known:
            return self.total
        return sum(known)


@dataclass(frozen=True, kw_only=True)
class Parts(Spec):
    """Components to both sides of zero, stacked, with the sum as a mark and a figure.

    One row alone is drawn as steps: each component from where the one before it ended, the sum
    last. `left` and `right` say what a side means («færre», «flere»), `sum` what the mark is.
    Several rows keep the caller's order; of more than `most` the smallest changes are added up in
    one row, which says how many they are. The table holds them all.
    """

    kind = "parts"
    components: tuple[str, ...]
    rows: tuple[PartsRow, ...]
    left: str = ""
    right: str = ""
    sum: str = ""  # «Endring i alt»; the drawing's own word when left out
    number: NumberFormat = field(default_factory=signed)
    most: int = 12

    def __post_init__(self) -> None:
        """Refuse what cannot be told apart, and rows that do not fit the components."""
        check(len(self.components) <= MOST_PARTS, f"at most {MOST_PARTS} components")
        fits = all(len(row.values) == len(self.components) for row in self.rows)
        check(fits, "every row needs one value for each component")
