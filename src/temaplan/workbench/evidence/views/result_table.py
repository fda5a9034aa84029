"""The result of a calculation as a table in which every figure can be quoted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.results import Result, Row, missing_words, written_figure
from temaplan.workbench.evidence.unallocated import unallocated_rows
from temaplan.workbench.evidence.views.addresses import quote_url
from temaplan.workbench.evidence.views.run_words import column_words, key_words
from temaplan.workbench.evidence.vocabulary import RESULT_NOTE
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability

MOST_ROWS = 200
COMPONENT = "component"
SHARES = {
    "share",
    "reference_share",
    "growth",
    "supply_containment",
    "demand_containment",
    "coverage",
}


@dataclass(frozen=True)
class FigureCell:
    """A figure as it is read, with the address that puts it into a finding."""

    text: str
    about: str = ""
    url: str = ""
    missing: bool = False


@dataclass(frozen=True)
class ShownRow:
    """The names of a row, its figures, and what must be known about it."""

    keys: Sequence[str]
    cells: Sequence[FigureCell]
    note: str


def usual_format(result: Result, column: str) -> str:
    """Return how the figures of a column are read most easily."""
    if column in SHARES:
        return "percent"
    if column == "lq":
        return "two_decimals"
    values = [float(row[column]) for row in result.rows if row[column]]
    return "whole" if all(value.is_integer() for value in values) else "one_decimal"


@dataclass(frozen=True)
class ResultTable:
    """A result as one person sees it. The parts of a change stand side by side."""

    access: Access
    run: AnalysisRun
    result: Result

    @property
    def headings(self) -> Sequence[str]:
        """What the columns that name a row are called."""
        return [column_words(key) for key in self._named]

    @property
    def columns(self) -> Sequence[str]:
        """What the columns of figures are called: figures, or the parts of a change."""
        if self._parts:
            return [key_words({COMPONENT: part}, COMPONENT) for part in self._parts]
        return [column_words(column) for column in self.result.figures]

    @cached_property
    def rows(self) -> Sequence[ShownRow]:
        """The rows in the order of the result; last what is in no line, by region and year."""
        return self._lines[:MOST_ROWS] + [
            ShownRow(
                [key_words(rest, key) for key in self._named],
                [self._plain(rest, column) for column in self.result.figures],
                _("publisert totaltall minus linjene som har tall"),
            )
            for rest in unallocated_rows(self.result)
        ]

    @property
    def has_notes(self) -> bool:
        """Tell whether something must be known about any row."""
        return any(row.note for row in self.rows)

    @property
    def left_out(self) -> int:
        """How many rows stand in the file only."""
        return max(0, len(self._lines) - MOST_ROWS)

    @cached_property
    def may_quote(self) -> bool:
        """Tell whether the person may put a figure into a finding."""
        return self.access.may(Capability.EDIT)

    @cached_property
    def _parts(self) -> Sequence[str]:
        return list(dict.fromkeys(row[COMPONENT] for row in self.result.rows if COMPONENT in row))

    @cached_property
    def _named(self) -> Sequence[str]:
        """The keys that tell rows apart; one that is the same in all stands above the table."""
        keys = [key for key in self.result.keys if key != COMPONENT]
        apart = [key for key in keys if len({row[key] for row in self.result.rows}) > 1]
        return apart or keys[:1]

    @cached_property
    def _lines(self) -> list[ShownRow]:
        groups: dict[tuple[str, ...], list[Row]] = {}
        for row in self.result.rows:
            key = tuple(text for name, text in self.result.key_of(row).items() if name != COMPONENT)
            groups.setdefault(key, []).append(row)
        return [self._line(rows) for rows in groups.values()]

    def _line(self, rows: Sequence[Row]) -> ShownRow:
        by_part = {row.get(COMPONENT, ""): row for row in rows}
        figures = self.result.figures
        return ShownRow(
            [key_words(rows[0], key) for key in self._named],
            [
                self._cell(by_part[part], column) if part in by_part else FigureCell("")
                for part in self._parts or [""]
                for column in figures
            ],
            note_words(rows[0]),
        )

    def _cell(self, row: Row, column: str) -> FigureCell:
        if not row[column] or not self.may_quote:
            return self._plain(row, column)
        key = self.result.key_of(row)
        names = ", ".join(key_words(row, name) for name in key)
        return FigureCell(
            self._plain(row, column).text,
            f"{column_words(column)}, {names}",
            quote_url(self.access, self.run, key, column),
        )

    def _plain(self, row: Row, column: str) -> FigureCell:
        if column not in row:
            return FigureCell("")
        if not row[column]:
            return FigureCell(missing_words(row), missing=True)
        return FigureCell(written_figure(float(row[column]), self._formats[column]))

    @cached_property
    def _formats(self) -> Mapping[str, Any]:
        return {column: usual_format(self.result, column) for column in self.result.figures}


def note_words(row: Row) -> str:
    """Say what must be known about a row."""
    codes = [code for code in row.get("note", "").split(",") if code]
    return ", ".join(str(RESULT_NOTE[code].label) for code in codes if code in RESULT_NOTE)
