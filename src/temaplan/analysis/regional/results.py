"""Results: long tables of the same kind as came in, or dense arrays."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import NOTE_TEXTS, STATES, ByteArray, FloatArray
from temaplan.analysis.regional.frames import Backend, Built, Coded, build
from temaplan.analysis.regional.panel import Panel

# An array, or how to compute one that may never be asked for.
Lazy = FloatArray | Coded | Callable[[], FloatArray | Coded]


@dataclass(frozen=True, eq=False)
class Dense(Mapping[str, NDArray[Any]]):
    """A result as arrays by column name, which can be laid over (period, region, industry).

    `state` and `note` are uint8: the position in `cells.STATES`, and the bits of
    `cells.note_text`. Columns that follow from others are computed when asked for.
    """

    periods: tuple[str | int, ...]
    regions: tuple[str, ...]
    industries: tuple[str, ...]
    columns: Mapping[str, Lazy]

    def __getitem__(self, name: str) -> NDArray[Any]:
        return _array(self.columns[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


def states(codes: ByteArray) -> Coded:
    """Return a column of states."""
    return Coded(codes, STATES)


def notes(bits: ByteArray) -> Coded:
    """Return a column of notes."""
    return Coded(bits, NOTE_TEXTS)


def cell_table(panel: Panel, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    """Return one row a cell (period, region, industry in this order), or dense arrays."""
    if as_panel:
        return Dense(panel.periods, panel.regions, panel.industries, columns)
    flat = {name: _flat(column, panel.shape) for name, column in columns.items()}
    return build(panel.keys() | flat, panel.backend)


def long_table(columns: Mapping[str, Built], backend: Backend | None) -> Any:
    """Return a table of columns that are long already."""
    return build(columns, backend)


def _made(column: Lazy) -> FloatArray | Coded:
    return column() if callable(column) else column


def _array(column: Lazy) -> NDArray[Any]:
    made = _made(column)
    return made.codes if isinstance(made, Coded) else made


def _flat(column: Lazy, shape: tuple[int, int, int]) -> FloatArray | Coded:
    made = _made(column)
    if isinstance(made, Coded):
        return Coded(np.broadcast_to(made.codes, shape).reshape(-1), made.labels)
    return np.broadcast_to(made, shape).reshape(-1)
