"""Tables in and out: pandas, Polars and PyArrow through narwhals, and plain columns.

Plain columns (a dict of equally long lists, None for no figure) are the way in and
out where no frame library is installed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, cast, runtime_checkable

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.errors import BadTable, listed

Codes = NDArray[np.integer[Any]]
Column = Any  # a narwhals Series or a list

Backend = Literal["pandas", "polars", "pyarrow"]
_BACKENDS = ("pandas", "polars", "pyarrow")
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Coded:
    """A column of labels: for each row the number of its label; below 0 is null."""

    codes: Codes
    labels: Sequence[Any]


@dataclass(frozen=True)
class Repeated:
    """A column of labels that comes again a number of times, as regions do for every period."""

    block: Coded
    times: int

    @property
    def whole(self) -> Coded:
        """The column written out."""
        return Coded(np.tile(self.block.codes, self.times), self.block.labels)


@dataclass(frozen=True)
class Stretched:
    """A column of labels that each stand a number of times in a row, as periods do."""

    labels: Sequence[Any]
    each: int

    @property
    def whole(self) -> Coded:
        """The column written out."""
        codes = np.repeat(np.arange(len(self.labels), dtype=np.int32), self.each)
        return Coded(codes, self.labels)


@dataclass(frozen=True)
class Parts:
    """A column that is made part by part, so that it never lies in memory twice."""

    make: Callable[[int], FloatArray | Coded]
    number: int

    @property
    def whole(self) -> FloatArray | Coded:
        """The column written out."""
        parts = [self.make(number) for number in range(self.number)]
        if all(isinstance(part, Coded) for part in parts):
            coded = cast(list[Coded], parts)
            return Coded(np.concatenate([part.codes for part in coded]), coded[0].labels)
        return np.concatenate(cast(list[FloatArray], parts))


Built = FloatArray | Coded | Repeated | Stretched | Parts  # a column of a result


class FileColumns(dict[str, list[Any]]):
    """Plain columns that came from a file; `lines` holds the line of each row, for messages."""

    lines: Sequence[int] | None = None


@runtime_checkable
class HasTable(Protocol):
    """What can be read as a table though it is none, as a panel can."""

    def as_table(self) -> "Table":
        """Return the table."""


@dataclass(frozen=True)
class Table:
    """A table being read. `lines` holds the line of each row in its file, where there is one."""

    columns: Mapping[str, Column]
    rows: int
    backend: Backend | None
    lines: Sequence[int] | None = None

    @classmethod
    def read(cls, data: Any, lines: Sequence[int] | None = None) -> "Table":
        """Read a frame, a panel or a dict of lists. The data itself is never changed."""
        if isinstance(data, HasTable):
            return data.as_table()
        if isinstance(data, FileColumns):
            lines = lines or data.lines
        if isinstance(data, Mapping):
            return cls._read_lists(data, lines)
        frame = nw.from_native(data, eager_only=True, pass_through=True)
        if not isinstance(frame, nw.DataFrame) or frame.implementation.value not in _BACKENDS:
            raise BadTable(
                "Tabellen må være fra pandas, Polars eller PyArrow, eller en ordbok med lister. "
                f"Dette er «{type(data).__name__}». En LazyFrame leses inn med collect().",
                code="not_a_table",
            )
        backend = cast(Backend, frame.implementation.value)
        names = _names_once(frame.columns)
        return cls({name: frame[name] for name in names}, len(frame), backend, lines)

    @classmethod
    def _read_lists(cls, data: Mapping[str, Any], lines: Sequence[int] | None) -> "Table":
        columns = {str(name): _listed(values) for name, values in data.items()}
        lengths = {name: len(values) for name, values in columns.items()}
        if len(set(lengths.values())) > 1:
            told = ", ".join(f"«{name}» {length}" for name, length in lengths.items())
            raise BadTable(
                f"Kolonnene er ikke like lange: {told}. Hver rad må ha en verdi i hver kolonne.",
                code="ragged",
            )
        return cls(columns, next(iter(lengths.values()), 0), None, lines)

    def column(self, name: str) -> Column:
        """Return a column, or refuse with the names there are."""
        if name not in self.columns:
            raise BadTable(
                f"Tabellen mangler kolonnen «{name}». Den har {listed(self.columns)}. "
                'Navngi kolonnen ved kallet, for eksempel region="kommune".',
                code="missing_column",
                column=name,
            )
        return self.columns[name]

    def refuse_empty(self) -> "Table":
        """Return the table itself, or refuse it when it has no rows."""
        if self.rows == 0:
            raise BadTable(
                "Tabellen har ingen rader. Se etter om filen eller utvalget er riktig.",
                code="empty_table",
            )
        return self

    def place(self, row: int) -> str:
        """Name a row for people: the line of its file, else its number from 1."""
        return f"linje {self.lines[row]}" if self.lines is not None else f"rad {row + 1}"


def _listed(values: Any) -> list[Any]:
    """Return a list of plain values; numpy's own numbers become Python's."""
    return values.tolist() if isinstance(values, np.ndarray) else list(values)


def _names_once(names: Sequence[str]) -> Sequence[str]:
    twice = sorted({str(name) for name in names if list(names).count(name) > 1})
    if twice:
        raise BadTable(
            f"Kolonnenavnet {listed(twice)} står flere ganger. Gi hver kolonne sitt navn.",
            code="column_twice",
            column=twice[0],
        )
    return names


def first_null(column: Column) -> int | None:
    """Return the first row without a value, if any."""
    if isinstance(column, list):
        return next((row for row, value in enumerate(column) if value is None), None)
    if column.null_count() == 0:
        return None
    return int(column.is_null().to_numpy().argmax())


def build(columns: Mapping[str, Built], backend: Backend | None) -> Any:
    """Make a table of the kind named: NaN becomes null, codes become labels."""
    if backend is None:
        return {name: _as_list(values) for name, values in columns.items()}
    if backend == "polars":
        return _built_polars(columns)
    series = {name: _as_series(name, values, backend) for name, values in columns.items()}
    frame = nw.from_dict(series, backend=backend)
    floats = [name for name, values in columns.items() if _is_floats(values)]
    if floats:
        frame = frame.with_columns(nw.col(*floats).fill_nan(None))
    return frame.to_native()


def _is_floats(values: Built) -> bool:
    return isinstance(values.make(0) if isinstance(values, Parts) else values, np.ndarray)


def _as_list(values: Built) -> list[Any]:
    if isinstance(values, Parts):
        return [value for part in range(values.number) for value in _as_list(values.make(part))]
    if isinstance(values, Repeated):
        return _as_list(values.block) * values.times
    if isinstance(values, Stretched):
        return [label for label in values.labels for _ in range(values.each)]
    if isinstance(values, Coded):
        return [values.labels[code] if code >= 0 else None for code in values.codes.tolist()]
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN


def _as_series(name: str, values: Built, backend: Backend) -> Any:
    if isinstance(values, Repeated | Stretched | Parts):
        return _as_series(name, values.whole, backend)
    if not isinstance(values, Coded):
        return nw.new_series(name, values, nw.Float64(), backend=backend)
    if not len(values.labels):
        return nw.new_series(name, [], nw.String(), backend=backend)
    if _has_nulls(values):
        dtype = nw.String() if isinstance(values.labels[0], str) else None
        return nw.new_series(name, _as_list(values), dtype, backend=backend)
    return nw.new_series(name, list(values.labels), backend=backend)[values.codes]


def _has_nulls(values: Coded) -> bool:
    return values.codes.dtype.kind == "i" and bool((values.codes < 0).any())


def _built_polars(columns: Mapping[str, Built]) -> Any:
    """Make a Polars frame without the detour over Arrow, which copies every column twice."""
    import polars as pl

    return pl.DataFrame([_polars_series(pl, name, values) for name, values in columns.items()])


def _polars_series(pl: Any, name: str, values: Built) -> Any:
    match values:
        case Repeated():
            return _chained(pl, [_polars_series(pl, name, values.block)] * values.times)
        case Stretched():
            return _chained(pl, [_constant(pl, name, each, values.each) for each in values.labels])
        case Parts():
            parts = (values.make(part) for part in range(values.number))
            return _chained(pl, [_polars_series(pl, name, part) for part in parts])
        case Coded():
            return _polars_labels(pl, name, values)
    return pl.Series(name, values, nan_to_null=True)


def _polars_labels(pl: Any, name: str, values: Coded) -> Any:
    if not len(values.labels) or _has_nulls(values):
        return _as_series(name, values, "polars").to_native()
    codes = values.codes
    if len(codes) and codes.min() == codes.max():  # notes, mostly: nothing to say of any row
        return _constant(pl, name, values.labels[int(codes[0])], len(codes))
    labels = pl.Series(name, list(values.labels))
    starts = range(0, max(1, len(codes)), _BLOCK)
    return _chained(pl, [labels[codes[start : start + _BLOCK]] for start in starts])


def _constant(pl: Any, name: str, label: Any, rows: int) -> Any:
    """Return a column with one label: a block of it many times, which costs no memory."""
    whole, rest = divmod(rows, _BLOCK)
    block = pl.Series(name, [label]).new_from_index(0, min(rows, _BLOCK))
    return _chained(pl, [block] * whole + ([block[:rest]] if rest else []))


def _chained(pl: Any, blocks: list[Any]) -> Any:
    return pl.concat(blocks, rechunk=False) if len(blocks) > 1 else blocks[0]
