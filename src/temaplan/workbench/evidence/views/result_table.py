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
    """A result as one person sees it: names of rows, figures, and what must be known."""

    access: Access
    run: AnalysisRun
    result: Result

    @property
    def headings(self) -> Sequence[str]:
        """What the columns that name a row are called."""
        return [column_words(key) for key in self._named]

    @property
    def columns(self) -> Sequence[str]:
        """What the columns of figures are called."""
        return [column_words(column) for column in self.result.figures]

    @property
    def has_notes(self) -> bool:
        """Tell whether something must be known about any row."""
        return any(row["note"] for row in self.rows)

    @cached_property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        """The rows in the order of the result; last what is in no line, by region and year."""
        shown = self.result.rows[:MOST_ROWS]
        return [
            *(self._row(row, note_words(row), can_be_quoted=self._may_quote) for row in shown),
            *(
                self._row(rest, _rest_words(), can_be_quoted=False)
                for rest in unallocated_rows(self.result)
            ),
        ]

    @property
    def left_out(self) -> int:
        """How many rows stand in the file only."""
        return max(0, len(self.result.rows) - MOST_ROWS)

    @cached_property
    def _named(self) -> Sequence[str]:
        """The keys that tell rows apart; one that is the same in all stands above the table."""
        apart = [key for key in self.result.keys if len({row[key] for row in self.result.rows}) > 1]
        return apart or self.result.keys[:1]

    @cached_property
    def _formats(self) -> Mapping[str, str]:
        return {column: usual_format(self.result, column) for column in self.result.figures}

    @cached_property
    def _may_quote(self) -> bool:
        return self.access.may(Capability.EDIT)

    def _row(self, row: Row, note: str, *, can_be_quoted: bool) -> Mapping[str, Any]:
        return {
            "keys": [key_words(row, key) for key in self._named],
            "cells": [
                self._cell(row, column, can_be_quoted=can_be_quoted)
                for column in self.result.figures
            ],
            "note": note,
        }

    def _cell(self, row: Row, column: str, *, can_be_quoted: bool) -> FigureCell:
        if not row.get(column):
            return FigureCell(missing_words(row) if column in row else "", missing=True)
        text = written_figure(float(row[column]), self._formats[column])
        if not can_be_quoted:
            return FigureCell(text)
        key = self.result.key_of(row)
        names = ", ".join(key_words(row, name) for name in key)
        return FigureCell(
            text,
            f"{column_words(column)}, {names}",
            quote_url(self.access, self.run, key, column),
        )


def note_words(row: Row) -> str:
    """Say what must be known about a row."""
    codes = [code for code in row.get("note", "").split(",") if code]
    return ", ".join(str(RESULT_NOTE[code].label) for code in codes if code in RESULT_NOTE)


def _rest_words() -> str:
    return _("publisert totaltall minus linjene som har tall")
