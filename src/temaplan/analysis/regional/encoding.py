"""From a column of labels to numbers: each label once, a number for every row."""

from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.frames import Coded, Column

# Whole numbers (years) closer together than this are numbered without sorting.
_SPAN = 100_000
_SAMPLE = 50_000


def encoded(column: Column) -> Coded:
    """Give each label of a column without nulls a number; the order means nothing.

    A number that no row has stands for None among the labels.
    """
    if isinstance(column, list):
        return _encoded_list(column)
    if not len(column):
        return _encoded_list([])
    if column.dtype.is_integer():
        return _encoded_integers(column.to_numpy())
    if column.dtype in (nw.String, nw.Categorical, nw.Enum):
        return _encoded_text(column)
    return _encoded_list(column.to_list())


def _with_holes(coded: Coded) -> Coded:
    """Write None for labels that no row has: categories outlive the rows they came from."""
    used = np.zeros(len(coded.labels), dtype=np.bool_)
    used[coded.codes] = True
    if used.all():
        return coded
    pairs = zip(coded.labels, used.tolist(), strict=True)
    return Coded(coded.codes, [label if is_used else None for label, is_used in pairs])


def _encoded_list(values: list[Any]) -> Coded:
    numbers: dict[Any, int] = {}
    codes = np.fromiter(
        # 1 and 1.0 and True are one key in a dict, but not one label.
        (numbers.setdefault((type(value), value), len(numbers)) for value in values),
        dtype=np.int64,
        count=len(values),
    )
    return Coded(codes, [value for _, value in numbers])


def _encoded_integers(values: NDArray[Any]) -> Coded:
    low, high = int(values.min()), int(values.max())
    if high - low < _SPAN:
        return _with_holes(Coded((values - low).astype(np.int32), range(low, high + 1)))
    labels, codes = np.unique(values, return_inverse=True)
    return Coded(codes, [int(label) for label in labels])


def _encoded_text(column: Any) -> Coded:
    native = column.cast(nw.Categorical()).to_native()
    match column.implementation.value:
        case "polars":
            return _encoded_polars(native)
        case "pandas":
            return _with_holes(Coded(native.cat.codes.to_numpy(), native.cat.categories.to_list()))
        case "pyarrow":
            whole = native.combine_chunks()
            whole = whole.chunk(0) if hasattr(whole, "chunk") else whole
            return _with_holes(Coded(whole.indices.to_numpy(), whole.dictionary.to_pylist()))
    return _encoded_list(column.to_list())


def _encoded_polars(native: Any) -> Coded:
    """Read the numbers that Polars has given the labels; they are not counted from 0.

    One row of each number is enough to learn its label. A sample finds most of them.
    """
    numbers = native.to_physical().to_numpy()
    used = np.zeros(int(numbers.max()) + 1, dtype=np.bool_)
    used[numbers] = True
    row = np.full(len(used), -1, dtype=np.int64)
    step = max(1, len(numbers) // _SAMPLE)
    row[numbers[::step]] = np.arange(0, len(numbers), step)
    if (row[used] < 0).any():
        row[numbers] = np.arange(len(numbers))
    labels = np.full(len(used), None, dtype=object)
    labels[used] = native.gather(row[used]).to_list()
    return Coded(numbers, labels.tolist())
