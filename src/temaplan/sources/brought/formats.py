"""A file of figures in the form that is looked over: CSV, whatever it came as.

CSV stays as it is. A workbook gives its first sheet, Parquet its columns, and a PX file its
cells with the names that the analyses use.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from temaplan.errors import BadInput, MachineLacks
from temaplan.sources.brought.workbook import sheet_of
from temaplan.sources.px_file import read_px
from temaplan.sources.tidy import tidy

_WORKBOOK, _PARQUET = b"PK\x03\x04", b"PAR1"
_PX_WORDS = (b"CHARSET=", b"AXIS-VERSION=", b"CODEPAGE=", b"MATRIX=", b"CREATION-DATE=")


def as_csv(content: bytes) -> bytes:
    """Return the figures of a file as CSV; text that is no PX file is returned as it came.

    Raises `BadInput` for a file that cannot be read, and `MachineLacks` for Parquet
    without a library for it.
    """
    if content.startswith(_WORKBOOK):
        return _written(_without_empty(sheet_of(content)))
    if content.startswith(_PARQUET):
        return _parquet(content)
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_PX_WORDS):
        return tidy(read_px(content)).as_csv(named=True).encode()
    return content


def _without_empty(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Leave out empty rows, and give each row as many cells as the heading has."""
    full = [list(row) for row in rows if any(cell.strip() for cell in row)]
    width = len(full[0]) if full else 0
    return [row + [""] * (width - len(row)) for row in full]


def _parquet(content: bytes) -> bytes:
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise MachineLacks(
            "Denne serveren kan ikke lese Parquet. Lagre tabellen som CSV, og ta inn den."
        ) from error
    try:
        columns = parquet.read_table(io.BytesIO(content)).to_pydict()
    except (OSError, ValueError) as error:
        raise BadInput("Parquet-filen kan ikke leses. Den kan være kuttet.") from error
    rows = zip(*columns.values(), strict=True)
    return _written([[*columns], *([_cell(value) for value in row] for row in rows)])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
