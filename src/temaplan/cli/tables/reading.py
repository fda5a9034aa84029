"""Read a file of figures for a method: the columns that it asks for, and the line of each row."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from temaplan.analysis.descriptor import Column
from temaplan.analysis.regional.frames import FileColumns
from temaplan.cli.language import gettext as _
from temaplan.cli.tables.kept import KEPT, read_kept
from temaplan.errors import BadInput, MachineLacks
from temaplan.sources.brought.codes import check_municipality
from temaplan.sources.brought.figures import figure, with_state
from temaplan.sources.brought.lines import Line, lines_of
from temaplan.sources.brought.problems import BroughtRefused, Notes
from temaplan.sources.brought.text import text_of

# Whether a figure may be below 0 is the method's to say, so it is let through here.
_NEGATIVE: Final = re.compile(r"-\d+(\.\d+)?")
_YEAR: Final = re.compile(r"\d{4}")
_REGIONS: Final = frozenset({"region", "home", "work"})


def read_table(path: Path, columns: Sequence[Column], names: Mapping[str, str]) -> Any:
    """Return the table of a CSV or Parquet file, or of one that was fetched (`kept:13470`).

    `names` gives the names of columns that are called something else in the file. Raises
    `BadInput` with every fault by line, `MachineLacks` for Parquet without a library.
    """
    if str(path).startswith(KEPT):
        return read_kept(str(path))
    if path.suffix == ".parquet":
        return _read_parquet(path)
    try:
        content = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise BadInput(_("Filen «{path}» finnes ikke.").format(path=path)) from error
    notes = Notes()
    text = text_of(content, notes)
    lines = lines_of(text, notes) if text else []
    table = _columns(lines, columns, names, notes) if lines else FileColumns()
    if notes.faults:
        raise BroughtRefused(notes.in_order())
    return table


def _read_parquet(path: Path) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise lacks_parquet() from error
    if not path.is_file():
        raise BadInput(_("Filen «{path}» finnes ikke.").format(path=path))
    return parquet.read_table(path).to_pydict()


def lacks_parquet() -> MachineLacks:
    """Return the fault of a machine without a library for Parquet."""
    return MachineLacks(_("Parquet trenger pyarrow. Installer det med: pip install pyarrow"))


def _columns(
    lines: Sequence[Line], columns: Sequence[Column], names: Mapping[str, str], notes: Notes
) -> FileColumns:
    head = [cell.strip() for cell in lines[0].cells]
    body = lines[1:]
    table = FileColumns({name: [_cell(line, at) for line in body] for at, name in enumerate(head)})
    table.lines = [line.number for line in body]
    state = _called("state", head, names)
    for column in columns:
        name = _called(column.name, head, names)
        if column.is_figure and name in table:
            table[name], states = _figures(body, head.index(name), table.get(state), notes)
            if column.name == "value" and any(states):
                table[state] = states
        elif column.name == "period" and name in table:
            table[name] = _periods(table[name])
        elif column.name in _REGIONS and name in table:
            for line, code in zip(table.lines, table[name], strict=True):
                check_municipality(code or "", line, notes)
    return table


def _called(usual: str, head: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the name in this file: as given, or the usual one where that is not there."""
    given = names.get(usual, usual)
    return given if given in head else usual


def _cell(line: Line, at: int) -> str | None:
    text = line.cells[at] if at < len(line.cells) else ""
    return text or None


def _periods(texts: list[Any]) -> list[Any]:
    """Return years as numbers when all are, so that they come out as they went in."""
    if all(text and _YEAR.fullmatch(text) for text in texts):
        return [int(text) for text in texts]
    return texts


def _figures(
    body: Sequence[Line], at: int, said: list[Any] | None, notes: Notes
) -> tuple[list[Any], list[Any]]:
    values: list[Any] = []
    states: list[Any] = []
    for row, line in enumerate(body):
        text = (_cell(line, at) or "").strip()
        if _NEGATIVE.fullmatch(text):
            values.append(float(text))
            states.append(None)
            continue
        cell = figure(text, line.number, notes)
        if cell is not None and said is not None:
            cell = with_state(cell, (said[row] or "").strip(), line.number, notes)
        values.append(cell.value if cell else None)
        states.append(cell.state if cell and (said is not None or cell.value is None) else None)
    return values, states
