"""Write a result: nothing rounded, nothing where there is no figure."""

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from temaplan.cli.tables.reading import lacks_parquet

Columns = Mapping[str, Sequence[Any]]


def as_csv(table: Columns) -> str:
    """Return the table as CSV: comma, LF, UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table)
    writer.writerows([_plain(value) for value in row] for row in _rows(table))
    return text.getvalue()


def as_json(table: Columns) -> str:
    """Return the table as a list of objects, one a row."""
    rows = [dict(zip(table, row, strict=True)) for row in _rows(table)]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_markdown(table: Columns) -> str:
    """Return the table as Markdown."""
    rows = [list(table), ["---"] * len(table), *(map(_escaped, row) for row in _rows(table))]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def write_parquet(table: Columns) -> None:
    """Write the table as Parquet to standard output. Raises `MachineLacks` without pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise lacks_parquet() from error
    parquet.write_table(
        pa.table({name: list(column) for name, column in table.items()}), sys.stdout.buffer
    )


TEXTS: Final[Mapping[str, Callable[[Columns], str]]] = {
    "csv": as_csv,
    "json": as_json,
    "md": as_markdown,
}


def _rows(table: Columns) -> Sequence[tuple[Any, ...]]:
    return list(zip(*table.values(), strict=True))


def _plain(value: Any) -> str:
    if value is None:
        return ""
    # repr gives the shortest text that reads back as the same number.
    return repr(value) if isinstance(value, float) else str(value)


def _escaped(value: Any) -> str:
    return _plain(value).replace("|", "\\|").replace("\n", " ")
