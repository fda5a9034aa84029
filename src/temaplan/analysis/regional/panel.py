"""The one shape that every method works on: codes, and dense arrays by period, region, industry.

A table is put in place by its keys, so the order of its rows never matters, and
what has no row is a cell in the state `missing` unless the caller says it is zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Self, TypedDict, Unpack

import numpy as np

from temaplan.analysis.regional.cells import MISSING, STATES, ZERO, ByteArray, FloatArray
from temaplan.analysis.regional.columns import (
    Ranks,
    duplicate_rows,
    ranked,
    read_codes,
    read_periods,
    read_regions,
)
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.figures import UNSAID, figures_of, states_of
from temaplan.analysis.regional.frames import (
    Backend,
    Built,
    Coded,
    Repeated,
    Stretched,
    Table,
    build,
)
from temaplan.analysis.regional.wholes import INDUSTRY, NOWHERE, REGION, Axis, Seen, wholes_among

Block = tuple[int, slice]  # a period, and some of its regions
Absent = Literal["missing", "zero"]


_ROWS = 1 << 18  # rows of a table that are put in place at a time
_BLOCK = 1 << 15  # cells: a quarter of a megabyte, which stays in the processor's cache


class Columns(TypedDict, total=False):
    """Names of the columns, where they differ from the usual ones, and what absent rows mean."""

    region: str
    industry: str
    period: str
    value: str
    state: str
    absent: Absent


@dataclass(frozen=True, eq=False)
class Panel:
    """Figures by period, region and industry. Labels are sorted; arrays cannot be written to.

    `values` is float64 with NaN for every cell without a figure, `states` uint8 with
    the position of the cell's state in `cells.STATES`. Both have the shape (periods,
    regions, industries). `backend` is the kind of table that results come back as;
    None gives a dict of lists. `seen` tells where in the table a label that holds others
    was first seen, for messages.
    """

    periods: tuple[str | int, ...]
    regions: tuple[str, ...]
    industries: tuple[str, ...]
    values: FloatArray
    states: ByteArray
    backend: Backend | None = None
    seen: Mapping[str, Seen] = field(default=NOWHERE, repr=False)

    def __post_init__(self) -> None:
        for array in (self.values, self.states):
            array.flags.writeable = False

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        negative: bool = False,
        lines: Sequence[int] | None = None,
        **columns: Unpack[Columns],
    ) -> Self:
        """Make a panel of a long table: pandas, Polars, PyArrow or a dict of lists.

        Keywords `region`, `industry`, `period`, `value` and `state` name the columns;
        `absent` says what a combination without a row is ("missing" or "zero").
        `negative=True` lets figures below 0 in (gross product); `lines` gives the line
        of each row in its file, for messages. Raises `BadTable` naming row and column.
        """
        table = Table.read(frame, lines).refuse_empty()
        names = column_names(columns)
        keys = _Keys.read(table, names)
        figures = figures_of(table, names["value"], negative=negative)
        zero = _absent_is_zero(columns.get("absent", "missing"))
        values = np.zeros(keys.shape) if zero else np.full(keys.shape, np.nan)
        keys.put(figures, values)
        states = _states(values)
        said = names["state"]
        if said in table.columns or "state" in columns:
            keys.put_states(states_of(table, said, figures), states)
        return cls(*keys.labels, values, states, table.backend, keys.wholes())

    @classmethod
    def from_columns(
        cls,
        columns: dict[str, Sequence[Any]],
        *,
        negative: bool = False,
        lines: Sequence[int] | None = None,
        **names: Unpack[Columns],
    ) -> Self:
        """Make a panel of a dict of equally long lists: needs no frame library."""
        return cls.from_frame(columns, negative=negative, lines=lines, **names)

    def to_frame(self) -> Any:
        """Return the panel as a long table, one row a cell, states included."""
        columns = self.keys() | {
            "value": self.values.reshape(-1),
            "state": Coded(self.states.reshape(-1), STATES),
        }
        return build(columns, self.backend)

    def as_table(self) -> Table:
        """Return the panel as a table to be read, one row a cell."""
        cells = {
            "region": Coded(_repeated(*self.shape[1:]), self.regions),
            "industry": Coded(np.tile(_counted(self.shape[2]), self.shape[1]), self.industries),
        }
        columns: dict[str, Built] = {
            name: Repeated(column, self.shape[0]) for name, column in cells.items()
        }
        columns["period"] = Stretched(self.periods, self.shape[1] * self.shape[2])
        columns["value"] = self.values.reshape(-1)
        columns["state"] = Coded(self.states.reshape(-1), STATES)
        return Table(build(columns, None), self.values.size, self.backend)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Return the number of periods, regions and industries."""
        return len(self.periods), len(self.regions), len(self.industries)

    def keys(self, *, periods: int | None = None) -> dict[str, Built]:
        """Return the key columns of a result with one row a cell, in the arrays' order.

        `periods` limits them to the first so many.
        """
        every, regions, industries = self.shape
        periods = every if periods is None else periods
        of_region = np.tile(_counted(industries), regions)
        return {
            "region": Repeated(Coded(_repeated(regions, industries), self.regions), periods),
            "industry": Repeated(Coded(of_region, self.industries), periods),
            "period": Stretched(self.periods[:periods], regions * industries),
        }

    def period_index(self, period: object, named: str) -> int:
        """Return the position of a period; 2011 and "2011" are the same."""
        return _index(self.periods, period, named, "perioden")

    def region_index(self, region: str, named: str) -> int:
        """Return the position of a region."""
        return _index(self.regions, region, named, "regionen")


@dataclass(frozen=True)
class _Keys:
    """The three key columns of a table: labels sorted, and the place of each row's own."""

    table: Table
    names: Mapping[str, str]
    columns: tuple[Coded, Coded, Coded]  # period, region, industry; labels as they came
    labels: tuple[tuple[Any, ...], tuple[str, ...], tuple[str, ...]]
    ranks: tuple[Ranks, Ranks, Ranks]

    @classmethod
    def read(cls, table: Table, names: Mapping[str, str]) -> "_Keys":
        columns = (
            read_periods(table, names["period"]),
            read_regions(table, names["region"]),
            read_codes(table, names["industry"]),
        )
        labels, ranks = zip(*(ranked(column) for column in columns), strict=True)
        return cls(table, names, columns, tuple(tuple(each) for each in labels), ranks)  # type: ignore[arg-type] # three of each

    @property
    def shape(self) -> tuple[int, int, int]:
        periods, regions, industries = self.labels
        return len(periods), len(regions), len(industries)

    def put(self, figures: FloatArray, values: FloatArray) -> None:
        """Put each row's figure in its place; refuse two rows with the same one."""
        seen = np.zeros(values.size, dtype=np.bool_)
        flat = values.reshape(-1)
        for rows in self._blocks():
            places = self._places(rows)
            flat[places] = figures[rows]
            seen[places] = True
        if np.count_nonzero(seen) < self.table.rows:
            keys = [self.names[name] for name in ("region", "industry", "period")]
            raise duplicate_rows(self.table, keys, self._places(slice(None)))

    def put_states(self, said: ByteArray, states: ByteArray) -> None:
        """Put each row's state in its place, where it tells one."""
        flat = states.reshape(-1)
        for rows in self._blocks():
            heard = said[rows] != UNSAID
            flat[self._places(rows)[heard]] = said[rows][heard]

    def wholes(self) -> Mapping[str, Seen]:
        """Find the first row of each label that holds others; there are few, and mostly none."""
        seen = {}
        axes: tuple[tuple[Axis, int], ...] = ((REGION, 1), (INDUSTRY, 2))
        for axis, at in axes:
            for label in wholes_among(self.labels[at], axis):
                wanted = list(self.columns[at].labels).index(label)
                row = int((self.columns[at].codes == wanted).argmax())
                seen[label] = row + 1, self.table.place(row)
        return seen

    def _blocks(self) -> Iterator[slice]:
        return (slice(at, at + _ROWS) for at in range(0, self.table.rows, _ROWS))

    def _places(self, rows: slice) -> Ranks:
        """Return where rows stand among the cells, as one number each."""
        period, region, industry = (
            ranks[column.codes[rows]]
            for ranks, column in zip(self.ranks, self.columns, strict=True)
        )
        places: Ranks = period
        places *= self.shape[1]
        places += region
        places *= self.shape[2]
        places += industry
        return places


def panel_of(data: Any, *, negative: bool = False, **columns: Unpack[Columns]) -> Panel:
    """Return the panel itself, or make one of a table."""
    if not isinstance(data, Panel):
        return Panel.from_frame(data, negative=negative, **columns)
    if columns:
        raise TypeError("column names belong to Panel.from_frame when a Panel is given")
    return data


def blocks_of(shape: tuple[int, int, int], cells: int = _BLOCK) -> Iterator[Block]:
    """Yield (period, rows) of blocks of some ten thousand cells, or as many as are told.

    A kernel that takes one block at a time keeps what it writes in the processor's cache,
    and needs memory for one block only. Blocks depend on the shape alone, never on the machine.
    """
    periods, regions, industries = shape
    step = max(1, cells // max(1, industries))
    for period in range(periods):
        for start in range(0, regions, step):
            yield period, slice(start, start + step)


def column_names(columns: Columns) -> dict[str, str]:
    """Return the name in use of each usual column."""
    usual = {name: name for name in ("region", "industry", "period", "value", "state")}
    return usual | {name: str(given) for name, given in columns.items() if name != "absent"}


def _absent_is_zero(absent: str) -> bool:
    if absent not in ("missing", "zero"):
        raise BadQuestion(
            f"absent=«{absent}» finnes ikke. Velg missing (raden mangler) eller zero (den er null)."
        )
    return absent == "zero"


def _states(values: FloatArray) -> ByteArray:
    """Tell zero, observed and missing apart; written without branches, for panels are large."""
    states = np.empty(values.shape, dtype=np.uint8)
    for block in blocks_of(values.shape):
        own = values[block]
        found = (own == 0).view(np.uint8) * np.uint8(ZERO)
        found |= np.isnan(own).view(np.uint8) * np.uint8(MISSING)
        states[block] = found
    return states


def _index(labels: Sequence[str | int], asked: object, named: str, kind: str) -> int:
    for position, label in enumerate(labels):
        if str(label) == str(asked):
            return position
    raise BadQuestion(
        f"Tabellen har ikke {kind} «{asked}» ({named}). Den har {listed(labels)}.",
        code="not_in_table",
    )


def _counted(number: int) -> Any:
    return np.arange(number, dtype=np.int32)


def _repeated(number: int, times: int) -> Any:
    return np.repeat(_counted(number), times)
