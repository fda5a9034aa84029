"""Findings about single rows of a table that no panel can be made of as it stands.

What can be read is read on: the other checks then see the rows that remain.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from temaplan.analysis.regional.columns import MUNICIPALITY_DIGITS, lost_zero
from temaplan.analysis.regional.figures import (
    LARGEST,
    as_figure,
    is_number_as_text,
    told_negative,
    told_not_a_number,
    told_too_large,
)
from temaplan.analysis.regional.findings import Found, Kind, error
from temaplan.analysis.regional.frames import Table

KEYS = ("region", "industry", "period")


@dataclass
class RowReader:
    """Reads a table row by row, notes what is wrong and keeps what is right."""

    table: Table
    names: Mapping[str, str]
    found: list[Found] = field(default_factory=list)

    def read(self) -> tuple[dict[str, list[Any]], list[int]]:
        """Return the columns of the rows that can be read, and where they stood (from 0)."""
        labels = {key: self._labels(key) for key in KEYS}
        self._restore_zeros(labels["region"])
        figures = self._figures()
        kept = self._once(labels, figures)
        columns: dict[str, list[Any]] = {
            key: [texts[row] for row in kept] for key, texts in labels.items()
        }
        return columns | {"value": [figures[row] for row in kept]}, kept

    def _note(self, finding: Kind, row: int, what: str) -> None:
        place = self.table.place(row)
        self.found.append(error(finding, row + 1, f"{place[0].upper()}{place[1:]}: {what}"))

    def _listed(self, key: str) -> list[Any]:
        column = self.table.column(self.names[key])
        return column if isinstance(column, list) else column.to_list()

    def _labels(self, key: str) -> list[str | None]:
        return [self._label(key, row, value) for row, value in enumerate(self._listed(key))]

    def _label(self, key: str, row: int, value: Any) -> str | None:
        name = self.names[key]
        if value is None or value != value or not str(value).strip():  # noqa: PLR0124 - NaN
            self._note("unknown_code", row, f"«{name}» er tom. Fyll den ut.")
            return None
        text = str(value)
        if text != text.strip():
            told = f"«{text}» har et mellomrom først eller sist. Ta det bort."
            self._note("unknown_code", row, told)
        elif not isinstance(value, str) and (key != "period" or not isinstance(value, int)):
            told = f"{value} i «{name}» er lest som tall. Les kolonnen som tekst."
            self._note("unknown_code", row, told)
        return text.strip()

    def _restore_zeros(self, regions: list[str | None]) -> None:
        if not lost_zero(sorted({region for region in regions if region})):
            return
        for row, region in enumerate(regions):
            if region is not None and len(region) < MUNICIPALITY_DIGITS:
                told = f"koden «{region}» har mistet den første nullen. Skriv «0{region}»."
                self._note("unknown_code", row, told)
                regions[row] = f"0{region}"

    def _figures(self) -> list[float | None]:
        """Return figures with None for null and NaN for what is noted as no figure."""
        values = self._listed("value")
        before = len(self.found)
        figures = [self._figure(row, value) for row, value in enumerate(values)]
        texts = [row for row, value in enumerate(values) if is_number_as_text(value)]
        # One «:» makes text of a whole column; then it is the sign that must be told.
        if texts and len(self.found) == before:
            self._note("not_a_number", texts[0], told_not_a_number(values[texts[0]]))
        return figures

    def _figure(self, row: int, value: Any) -> float | None:
        if is_number_as_text(value):
            value = float(value)
        figure = as_figure(value, nan_is_null=self.table.backend == "pandas")
        if figure is None or abs(figure) > LARGEST:
            told = told_not_a_number(value) if figure is None else told_too_large(figure)
            self._note("not_a_number", row, told)
            return math.nan
        if figure < 0:
            self._note("negative", row, told_negative(figure))
            return math.nan
        return None if math.isnan(figure) else figure

    def _once(self, labels: dict[str, list[str | None]], figures: list[float | None]) -> list[int]:
        first: dict[tuple[str, ...], int] = {}
        kept = []
        for row, figure in enumerate(figures):
            key = tuple(labels[name][row] or "" for name in KEYS)
            if "" in key:
                continue
            if key in first:
                self._note_duplicate(key, first[key], row)
            elif figure is None or not math.isnan(figure):
                kept.append(row)
            first.setdefault(key, row)
        return kept

    def _note_duplicate(self, key: tuple[str, ...], first: int, row: int) -> None:
        told = f"gjelder det samme som {self.table.place(first)} ({', '.join(key)}). Behold én."
        self._note("duplicate", row, told)
