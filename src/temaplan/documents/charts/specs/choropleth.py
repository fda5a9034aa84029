"""Any result by municipality or county, on the map of 2024."""

from dataclasses import dataclass, field
from typing import Literal

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec, check
from temaplan.documents.charts.specs.formats import whole

MOST_CLASSES = 6


@dataclass(frozen=True)
class Area:
    """A municipality («3301») or county («33») with its figure; None and `missing` without."""

    code: str
    label: str
    value: float | None
    highlight: bool = False
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Choropleth(Spec):
    """Areas in classes, with a legend of text, tone and pattern.

    `unit` heads the legend («Vekst 2016–2025»). Classes have round limits of the drawing's own
    choice, as many areas in each as can be, at most `classes`; `limits` gives them instead. With
    `middle` (1 for quotients, 0 for growth) the classes on both sides of it differ in kind. Areas
    without a figure are hatched and named, never zero. `whole` draws the country; else the map
    shows the areas that are given with their surroundings. Codes are those of 2024; another is
    refused by name.
    """

    kind = "choropleth"
    areas: tuple[Area, ...]
    unit: str
    level: Literal["municipality", "county"] = "municipality"
    number: NumberFormat = field(default_factory=whole)
    limits: tuple[float, ...] = ()
    classes: int = 5
    middle: float | None = None
    whole: bool = False

    def __post_init__(self) -> None:
        """Refuse more classes than can be told apart, limits out of order, an area twice."""
        wanted = max(self.classes, len(self.limits) + 1)
        check(1 <= wanted <= MOST_CLASSES, f"between 1 and {MOST_CLASSES} classes")
        check(list(self.limits) == sorted(set(self.limits)), "limits must rise")
        codes = [area.code for area in self.areas]
        check(len(codes) == len(set(codes)), "an area stands twice")
