"""The part of a calculation's result that its chart shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from temaplan.documents.numbers import written
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.results import Row, missing_words, result_of
from temaplan.workbench.evidence.views.run_words import key_words
from temaplan.workbench.evidence.vocabulary import FIGURE_FORMAT, FigureFormat

PERIOD = "period"
LINES = "lines"
_NAMING = ("industry", "component", "region", PERIOD)


@dataclass(frozen=True)
class Drawn:
    """The part of a result that a chart shows."""

    run: AnalysisRun

    @property
    def kind(self) -> str:
        """Form of the chart."""
        return str(self.run.chart.get("kind", "bars"))

    @property
    def column(self) -> str:
        """The column that is drawn."""
        return str(self.run.chart.get("column", "value"))

    @property
    def format(self) -> FigureFormat:
        """How its figures are written."""
        return FIGURE_FORMAT[self.run.chart.get("format", "two_decimals")]

    @property
    def is_percent(self) -> bool:
        """Tell whether the figures are shares, written in per cent."""
        return self.format.factor != 1

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows that are drawn, in the order of the result."""
        where = self.run.chart.get("where", {})
        return [
            row
            for row in result_of(self.run.result).rows
            if all(row.get(column) == str(value) for column, value in where.items())
        ]

    @cached_property
    def label(self) -> str:
        """The column that tells bars or lines apart; their names may stand beside it."""
        chosen = str(self.run.chart.get("label", "")).removesuffix("_name")
        apart = (name for name in _NAMING if len({row.get(name) for row in self.rows}) > 1)
        return chosen or next(apart, _NAMING[0])

    def name(self, row: Row) -> str:
        """Return what the bar or line of a row is called."""
        return key_words(row, self.label)

    def is_highlighted(self, row: Row) -> bool:
        """Tell whether the row is drawn in colour."""
        highlighted = self.run.chart.get("highlight", ())
        return row.get(self.label) in highlighted or self.name(row) in highlighted

    def value(self, row: Row) -> float | None:
        """Return the figure of a row, or None where there is none."""
        text = row.get(self.column) or ""
        return float(text) if text else None

    def text(self, row: Row) -> str:
        """Return the figure as it is written, or the word for why it is missing."""
        value = self.value(row)
        if value is None:
            return missing_words(row)
        decimals, sign = self.format.decimals, self.kind == "diverging"
        return written(value, decimals=decimals, percent=self.is_percent, sign=sign)

    @cached_property
    def sorted_rows(self) -> Sequence[Row]:
        """The rows with the highest figure first and the unknown ones last."""
        return sorted(
            self.rows, key=lambda row: (self.value(row) is None, -(self.value(row) or 0.0))
        )

    @cached_property
    def periods(self) -> Sequence[str]:
        """The periods that are drawn, oldest first."""
        return sorted({row[PERIOD] for row in self.rows})

    @cached_property
    def series(self) -> dict[str, dict[str, Row]]:
        """The rows of each line by period."""
        series: dict[str, dict[str, Row]] = {}
        for row in self.rows:
            series.setdefault(self.name(row), {})[row[PERIOD]] = row
        return series
