"""Results: long tables of the same kind as came in, or dense arrays."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import NOTE_TEXTS, STATES, ByteArray, FloatArray
from temaplan.analysis.regional.frames import Built, Coded, Parts, Repeated, Stretched, build
from temaplan.analysis.regional.panel import Panel, blocks_of

Labels = tuple[str, ...]
_PART = 1 << 23  # cells made at a time; larger arrays would lie in memory twice


@dataclass(frozen=True)
class ByBlock:
    """A column of cells that can be made a block at a time, shape (regions, industries).

    `labels` are those of a column of codes. With `says_nothing` every cell has the first label.
    """

    make: Callable[[int, slice], NDArray[Any]]
    labels: tuple[str, ...] = ()
    says_nothing: bool = False

    def whole(self, shape: tuple[int, int, int]) -> NDArray[Any]:
        """Return the column as an array."""
        blocks = list(blocks_of(shape, _PART))
        first = self.make(*blocks[0])
        made = np.empty(shape, dtype=first.dtype)
        for block in blocks:
            made[block] = self.make(*block)
        return made

    def parts(self, shape: tuple[int, int, int]) -> Built:
        """Return the column as parts of a table, one after the other."""
        if self.says_nothing:
            return Stretched((self.labels[0],), int(np.prod(shape)))
        blocks = list(blocks_of(shape, _PART))

        def part(number: int) -> FloatArray | Coded:
            made = self.make(*blocks[number])
            regions = len(range(shape[1])[blocks[number][1]])
            flat = np.broadcast_to(made, (regions, shape[2])).reshape(-1)
            return Coded(flat, self.labels) if self.labels else flat

        return Parts(part, len(blocks))


# An array, or how to compute one that may never be asked for.
Lazy = FloatArray | Coded | Callable[[], FloatArray | Coded] | ByBlock


@dataclass(frozen=True, eq=False)
class Dense(Mapping[str, NDArray[Any]]):
    """A result as arrays by column name, which can be laid over (period, region, industry).

    An axis that the result does not have is 1 long, and its labels are none. `state` and
    `note` are uint8: the position in `cells.STATES`, and the bits of `cells.note_text`.
    Columns that follow from others are computed when asked for.
    """

    periods: tuple[str | int, ...]
    regions: Labels
    industries: Labels
    columns: Mapping[str, Lazy]

    def __getitem__(self, name: str) -> NDArray[Any]:
        column = self.columns[name]
        if isinstance(column, ByBlock):
            return column.whole((len(self.periods), len(self.regions), len(self.industries)))
        return _array(column)

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


def states_by_block(panel: Panel) -> ByBlock:
    """Return a panel's states as a column that is made a block at a time."""
    return ByBlock(lambda period, rows: panel.states[period, rows], STATES)


def cell_table(panel: Panel, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    """Return one row a cell (period, region, industry in this order), or dense arrays."""
    if as_panel:
        return Dense(panel.periods, panel.regions, panel.industries, columns)
    cells: dict[str, Built] = {}
    for name, column in columns.items():
        if isinstance(column, ByBlock):
            cells[name] = column.parts(panel.shape)
        else:
            cells[name] = _flat(column, panel.shape)
    return build(panel.keys() | cells, panel.backend)


def region_table(panel: Panel, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    """Return one row a period and region; columns have the shape (period, region)."""
    return _unit_table(panel, "region", columns, as_panel=as_panel)


def industry_table(panel: Panel, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    """Return one row a period and industry; columns have the shape (period, industry)."""
    return _unit_table(panel, "industry", columns, as_panel=as_panel)


def period_table(panel: Panel, columns: Mapping[str, FloatArray], *, as_panel: bool) -> Any:
    """Return one row a period."""
    if as_panel:
        wide = {name: column[:, None, None] for name, column in columns.items()}
        return Dense(panel.periods, (), (), wide)
    return build({"period": Stretched(panel.periods, 1), **columns}, panel.backend)


def change_table(panel: Panel, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    """Return one row a region and industry for the last period; columns have that shape."""
    if as_panel:
        wide = {name: _lifted(column, 0) for name, column in columns.items()}
        return Dense(panel.periods[-1:], panel.regions, panel.industries, wide)
    keys = panel.keys(periods=1)
    keys.pop("period")
    shape = panel.shape[1:]
    return build(keys | {name: _flat(c, shape) for name, c in columns.items()}, panel.backend)


def _unit_table(panel: Panel, unit: str, columns: Mapping[str, Lazy], *, as_panel: bool) -> Any:
    is_region = unit == "region"
    labels = panel.regions if is_region else panel.industries
    if as_panel:
        wide = {name: _lifted(column, 2 if is_region else 1) for name, column in columns.items()}
        regions, industries = (labels, ()) if is_region else ((), labels)
        return Dense(panel.periods, regions, industries, wide)
    shape = len(panel.periods), len(labels)
    keys: dict[str, Built] = {
        unit: Repeated(Coded(np.arange(shape[1], dtype=np.int32), labels), shape[0]),
        "period": Stretched(panel.periods, shape[1]),
    }
    return build(keys | {name: _flat(c, shape) for name, c in columns.items()}, panel.backend)


def _made(column: Lazy) -> FloatArray | Coded:
    if isinstance(column, ByBlock):
        raise TypeError("a column by block belongs to a table of cells")
    return column() if callable(column) else column


def _array(column: Lazy) -> NDArray[Any]:
    made = _made(column)
    return made.codes if isinstance(made, Coded) else made


def _lifted(column: Lazy, axis: int) -> FloatArray | Coded:
    """Give a column the axis that it lacks."""
    made = _made(column)
    if isinstance(made, Coded):
        return Coded(np.expand_dims(made.codes, axis), made.labels)
    return np.expand_dims(made, axis)


def _flat(column: Lazy, shape: tuple[int, ...]) -> FloatArray | Coded:
    made = _made(column)
    if isinstance(made, Coded):
        return Coded(np.broadcast_to(made.codes, shape).reshape(-1), made.labels)
    return np.broadcast_to(made, shape).reshape(-1)
