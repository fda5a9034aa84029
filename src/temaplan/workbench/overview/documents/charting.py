"""From a calculation to a figure: which rows of its result are drawn, and how they are written.

`AnalysisRun.chart` says what to draw:

* `kind`: `bars`, `diverging` or `lines` (`documents.charts.spec`);
* `column`: the column that is drawn; `label`: the column that names each bar or line;
* `where`: only rows with these values, such as one year;
* `format`: how figures are written (`evidence.vocabulary.FIGURE_FORMATS`);
* `highlight`: names of what is drawn in the municipality's colour;
* `reference`, `left`, `right`, `description`: as in a chart.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from temaplan.documents.numbers import written
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.vocabulary import FIGURE_FORMAT, FigureFormat

Row = Mapping[str, str]
PERIOD = "period"
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

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows that are drawn, in the order of the result."""
        where = self.run.chart.get("where", {})
        return [
            row
            for row in csv.DictReader(io.StringIO(self.run.result))
            if all(row.get(column) == str(value) for column, value in where.items())
        ]

    @cached_property
    def label(self) -> str:
        """The column that tells bars or lines apart."""
        chosen = self.run.chart.get("label")
        apart = (name for name in _NAMING if len({row.get(name) for row in self.rows}) > 1)
        return str(chosen or next(apart, _NAMING[0]))

    @cached_property
    def highlighted(self) -> frozenset[str]:
        """Names of what is drawn in colour."""
        return frozenset(self.run.chart.get("highlight", ()))

    def value(self, row: Row) -> float | None:
        """Return the figure of a row, or None where there is none."""
        text = row.get(self.column) or ""
        return float(text) if text else None

    def text(self, row: Row) -> str:
        """Return the figure as it is written, or the word for why it is missing."""
        value = self.value(row)
        if value is None:
            return missing_word(row)
        return written(
            value,
            decimals=self.format.decimals,
            percent=self.is_percent,
            sign=self.kind == "diverging",
        )

    @property
    def is_percent(self) -> bool:
        """Tell whether the figures are shares, written in per cent."""
        return self.format.factor != 1


def missing_word(row: Row) -> str:
    """Say why a cell has no figure: three different things that are not zero."""
    words = {"suppressed": _("skjermet"), "missing": _("ikke publisert")}
    return words.get(row.get("state", ""), _("ukjent"))


def chart_of(drawn: Drawn, *, colour: str, marking: str) -> dict[str, Any]:
    """Return the drawing as data."""
    own = drawn.run.chart
    chart: dict[str, Any] = {
        "kind": drawn.kind,
        "colour": colour,
        "number": {"decimals": drawn.format.decimals, "percent": drawn.is_percent},
    }
    if marking:
        chart["marking"] = marking
    chart |= {name: own[name] for name in ("reference", "left", "right") if name in own}
    return chart | (_lines(drawn) if drawn.kind == "lines" else _bars(drawn))


def _bars(drawn: Drawn) -> dict[str, Any]:
    return {"bars": [_bar(drawn, row) for row in sorted_rows(drawn)]}


def _bar(drawn: Drawn, row: Row) -> dict[str, Any]:
    bar: dict[str, Any] = {
        "label": row[drawn.label],
        "value": drawn.value(row),
        "highlight": row[drawn.label] in drawn.highlighted,
    }
    return bar if bar["value"] is not None else bar | {"missing": missing_word(row)}


def sorted_rows(drawn: Drawn) -> Sequence[Row]:
    """Return the rows with the highest figure first and the unknown ones last."""
    return sorted(
        drawn.rows,
        key=lambda row: (drawn.value(row) is None, -(drawn.value(row) or 0.0)),
    )


def _lines(drawn: Drawn) -> dict[str, Any]:
    periods = periods_of(drawn)
    return {
        "periods": periods,
        "lines": [
            {
                "label": name,
                "values": [
                    drawn.value(row) if (row := by_period.get(period)) else None
                    for period in periods
                ],
                "highlight": name in drawn.highlighted,
            }
            for name, by_period in series_of(drawn).items()
        ],
    }


def periods_of(drawn: Drawn) -> list[str]:
    """Return the periods that are drawn, oldest first."""
    return sorted({row[PERIOD] for row in drawn.rows})


def series_of(drawn: Drawn) -> dict[str, dict[str, Row]]:
    """Return the rows of each line by period."""
    series: dict[str, dict[str, Row]] = {}
    for row in drawn.rows:
        series.setdefault(row[drawn.label], {})[row[PERIOD]] = row
    return series
