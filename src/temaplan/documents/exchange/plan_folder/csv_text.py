"""CSV in its one canonical form: comma, a head line, LF, quotes only where needed.

A cell that begins with a backslash is a JSON string: so stand the texts that hold
hidden characters, that a spreadsheet would run as a formula, or that begin with a
backslash themselves. The guard can be taken off again without loss.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from temaplan.documents.exchange.plan_folder.hidden import HIDDEN
from temaplan.documents.exchange.plan_folder.toml_text import json_text

_RUNS = ("=", "+", "-", "@", "\t", "\\")
_QUOTED = (",", '"', "\n", "\r")


class BadCsv(ValueError):
    """The text is no CSV; `line` says where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Line:
    """One record, with the line of the file that it begins on."""

    number: int
    cells: tuple[str, ...]


def csv_document(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table as text."""
    return "".join(",".join(map(_cell, row)) + "\n" for row in (head, *rows))


def guarded(text: str) -> str:
    """Return a text so that it is seen as it is, and run by no spreadsheet."""
    if text.startswith(_RUNS) or HIDDEN.search(text):
        return "\\" + json_text(text)
    return text


def unguarded(cell: str) -> str:
    """Return the text of a cell. Raises ValueError for a backslash without JSON."""
    if not cell.startswith("\\"):
        return cell
    text = json.loads(cell[1:])
    if not isinstance(text, str):
        raise ValueError(cell)
    return text


def _cell(text: str) -> str:
    if any(sign in text for sign in _QUOTED) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def read_csv(text: str) -> list[Line]:
    """Return the records of a CSV text, empty lines left out. Raises `BadCsv`."""
    lines: list[Line] = []
    at, number = 0, 1
    while at < len(text):
        start, first = at, number
        cells, at = _record(text, start, first)
        number += text.count("\n", start, at)
        if cells != [""]:
            lines.append(Line(first, tuple(cells)))
    return lines


def _record(text: str, at: int, line: int) -> tuple[list[str], int]:
    cells: list[str] = []
    while True:
        cell, at = _quoted(text, at, line) if text.startswith('"', at) else _plain(text, at, line)
        cells.append(cell)
        if at >= len(text):
            return cells, at
        if text[at] == "\n":
            return cells, at + 1
        at += 1  # the comma


def _plain(text: str, at: int, line: int) -> tuple[str, int]:
    end = min((place for sign in ",\n" if (place := text.find(sign, at)) >= 0), default=len(text))
    cell = text[at:end]
    if '"' in cell:
        raise BadCsv(line, 'Et anførselstegn står midt i en celle. Sett hele cellen i «"…"».')
    return cell, end


def _quoted(text: str, at: int, line: int) -> tuple[str, int]:
    parts: list[str] = []
    at += 1
    while True:
        end = text.find('"', at)
        if end < 0:
            raise BadCsv(line, "Et anførselstegn er åpnet og ikke lukket.")
        parts.append(text[at:end])
        at = end + 1
        if not text.startswith('"', at):
            break
        parts.append('"')
        at += 1
    if at < len(text) and text[at] not in ",\n":
        raise BadCsv(line, "Etter et lukket anførselstegn må det komme komma eller ny linje.")
    return "".join(parts), at
