"""Long tables that are no panel: places, distances, quotas. Read by column, refused by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import codes_of, duplicate_rows, periods_of
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.figures import figures_of
from temaplan.analysis.regional.frames import Backend, Coded, Table


@dataclass(frozen=True)
class LongTable:
    """A table with its key columns numbered and its figures as floats; NaN stands for null."""

    backend: Backend | None
    keys: dict[str, Coded]
    figures: dict[str, FloatArray]

    @classmethod
    def read(
        cls,
        data: Any,
        *,
        keys: Sequence[str],
        figures: Sequence[str],
        signed: Sequence[str] = (),
    ) -> "LongTable":
        """Read the columns named; only those that are `signed` may hold figures below 0.

        Raises `BadTable`; two rows with the same key are refused.
        """
        table = Table.read(data)
        coded = {
            key: periods_of(table, key) if key == "period" else codes_of(table, key) for key in keys
        }
        flat = np.zeros(table.rows, dtype=np.int64)
        for column in coded.values():
            flat = flat * len(column.labels) + column.codes
        if len(np.unique(flat)) < table.rows:
            raise duplicate_rows(table, list(keys), flat)
        counts = {figure: figures_of(table, figure) for figure in figures}
        changes = {figure: figures_of(table, figure, negative=True) for figure in signed}
        return cls(table.backend, coded, counts | changes)

    def aligned(self, key: str, labels: Sequence[Any], figure: str, what: str) -> FloatArray:
        """Return a figure for each label of a single key; refuse labels that lack a row."""
        own = {label: position for position, label in enumerate(self.keys[key].labels)}
        missing = [label for label in labels if label not in own]
        if missing:
            raise BadQuestion(
                f"{what} mangler {listed(missing)}. Legg til en rad for hver.", code="missing_key"
            )
        by_code = np.full(len(own), np.nan)
        by_code[self.keys[key].codes] = self.figures[figure]
        return by_code[[own[label] for label in labels]]
