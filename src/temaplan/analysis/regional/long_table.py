"""Long tables that are no panel: places, distances, quotas. Read by column, refused by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import codes_of, duplicate_rows, periods_of, regions_of
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.figures import figures_of
from temaplan.analysis.regional.frames import Backend, Coded, Table

_READERS: Final = {
    "period": periods_of,
    "region": regions_of,
    "home": regions_of,
    "work": regions_of,
}
AS_THEY_ARE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class LongTable:
    """A table with its columns of labels numbered and its figures as floats; NaN stands for null.

    Rows are sorted by their key, so what is summed over them does not depend on how they came.
    """

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
        labels: Sequence[str] = (),
        names: Mapping[str, str] = AS_THEY_ARE,
    ) -> "LongTable":
        """Read the columns named; only those that are `signed` may hold figures below 0.

        `labels` are columns of labels that are no part of the key; `names` tells what a
        column is called in this table. Raises `BadTable`; two rows with the same key and
        a table without rows are refused.
        """
        table = Table.read(data).refuse_empty()
        called = {name: names.get(name, name) for name in (*keys, *labels, *figures, *signed)}
        coded = {
            name: _READERS.get(name, codes_of)(table, called[name]) for name in (*keys, *labels)
        }
        order = _order(table, [called[key] for key in keys], [coded[key] for key in keys])
        numbers = {
            name: figures_of(table, called[name], negative=name in signed)
            for name in (*figures, *signed)
        }
        return cls(
            table.backend,
            {name: Coded(column.codes[order], column.labels) for name, column in coded.items()},
            {name: column[order] for name, column in numbers.items()},
        )

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


def _order(table: Table, names: Sequence[str], keys: Sequence[Coded]) -> Any:
    """Return the rows in the order of their keys; refuse two with the same one."""
    flat = np.zeros(table.rows, dtype=np.int64)
    for column in keys:
        flat = flat * len(column.labels) + column.codes
    order = np.argsort(flat, kind="stable")
    if (np.diff(flat[order]) == 0).any():
        raise duplicate_rows(table, list(names), flat)
    return order
