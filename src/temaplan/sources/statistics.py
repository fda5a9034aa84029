"""Figures in tidy form: one row per region, industry and year, each cell with its state."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

INDUSTRY_COLUMNS = ("region", "industry", "period", "value", "state")
COMMUTING_COLUMNS = (
    "region",
    "period",
    "employed_residents",
    "in_commuters",
    "out_commuters",
    "jobs",
)
EVERYTHING = ""  # the industry of a row that holds all industries

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Statistics:
    """Rows that are parts of a whole, and beside them the wholes as they were published.

    `totals` holds a region's published total per year, which need not be the sum of its
    rows; `of_which` holds lines that cut across the others and belong in no sum.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    of_which: tuple[Row, ...] = ()
    region_names: Mapping[str, str] = field(default_factory=dict)
    industry_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def regions(self) -> list[str]:
        """The regions' codes, in the table's own order."""
        return self._distinct("region")

    @property
    def industries(self) -> list[str]:
        """The industries' codes, in the table's own order; none where the table has none."""
        return self._distinct("industry") if "industry" in self.columns else []

    @property
    def periods(self) -> list[int]:
        """The years, in order."""
        return sorted(self._distinct("period"))

    def selected(
        self,
        *,
        regions: Collection[str] | None = None,
        industries: Collection[str] | None = None,
        periods: Collection[int] | None = None,
    ) -> "Statistics":
        """Return the rows that are asked for; None asks for all. Totals keep their industry."""
        return Statistics(
            self.columns,
            self._chosen(self.rows, region=regions, industry=industries, period=periods),
            self._chosen(self.totals, region=regions, period=periods),
            self._chosen(self.of_which, region=regions, period=periods),
            self.region_names,
            self.industry_names,
        )

    def _chosen(self, rows: Sequence[Row], **wanted: Collection[Any] | None) -> tuple[Row, ...]:
        tests = [
            (self.columns.index(name), set(values))
            for name, values in wanted.items()
            if values is not None
        ]
        return tuple(row for row in rows if all(row[at] in values for at, values in tests))

    def _distinct(self, column: str) -> list[Any]:
        at = self.columns.index(column)
        return list(dict.fromkeys(row[at] for row in self.rows))


def as_columns(columns: Sequence[str], rows: Iterable[Row]) -> dict[str, list[Any]]:
    """Return rows as columns, the form in which the analyses take them."""
    turned = list(zip(*rows, strict=True))
    if not turned:
        return {name: [] for name in columns}
    return {name: list(values) for name, values in zip(columns, turned, strict=True)}
