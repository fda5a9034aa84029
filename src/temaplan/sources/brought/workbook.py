"""Read the first visible sheet of an Excel workbook (.xlsx) as lines of text, nothing else of it.

Only values: a formula stands with what it gave when the file was saved, a date is told as
the number that Excel keeps. Sizes are counted while unpacking; entities are never expanded.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.parsers import expat

from temaplan.errors import BadInput

LARGEST_PART = 40_000_000
MOST_COLUMNS = 200
_SHEETS, _STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")


# What zipfile and the reading of numbers raise for a file that is cut or made to deceive.
_FAULTS = (zipfile.BadZipFile, LookupError, NotImplementedError, RuntimeError, ValueError, OSError)


class BadWorkbook(BadInput):
    """The file is no workbook that can be read."""

    code = "bad_workbook"


def sheet_of(content: bytes) -> list[list[str]]:
    """Return the cells of the first sheet, row by row. Raises `BadWorkbook`."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            strings = _strings(packed)
            return list(_rows(_part(packed, _first_sheet(packed)), strings))
    except _FAULTS as error:
        raise _unreadable() from error


def _unreadable() -> BadWorkbook:
    return BadWorkbook("Regnearket kan ikke leses. Lagre arket som CSV (UTF-8), og ta inn det.")


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        found = part.read(LARGEST_PART + 1)
    if len(found) > LARGEST_PART:
        raise BadWorkbook("Regnearket er for stort. Lagre arket som CSV (UTF-8), og del det opp.")
    return found


def _first_sheet(packed: zipfile.ZipFile) -> str:
    sheets = [
        told
        for name, told in _elements(_part(packed, _SHEETS))
        if name == "sheet" and told.get("state", "visible") == "visible"
    ]
    if not sheets:
        raise _unreadable()
    wanted = next((value for key, value in sheets[0].items() if key.endswith(":id")), "")
    for name, told in _elements(_part(packed, _LINKS)):
        if name == "Relationship" and told.get("Id") == wanted:
            target = told["Target"]
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise _unreadable()


def _strings(packed: zipfile.ZipFile) -> list[str]:
    """Return the texts that cells refer to by number."""
    if _STRINGS not in packed.namelist():
        return []
    reader = _Texts("si")
    _parse(_part(packed, _STRINGS), reader)
    return reader.found


def _rows(part: bytes, strings: list[str]) -> Iterator[list[str]]:
    reader = _Cells(strings)
    _parse(part, reader)
    for row in range(1, max(reader.rows, default=0) + 1):
        cells = reader.rows.get(row, {})
        yield [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]


class _Quiet:
    """Handlers that do nothing with what they are not asked about."""

    def start(self, name: str, told: Mapping[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""

    def text(self, data: str) -> None:
        """Hear a text."""


class _Elements(_Quiet):
    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, told: Mapping[str, str]) -> None:
        self.found.append((name.rpartition(":")[2], dict(told)))


class _Texts(_Quiet):
    """Collects the text of each element of one name; what is told of pronunciation is no text."""

    def __init__(self, whole: str) -> None:
        self.whole, self.found = whole, list[str]()
        self._inside = ""

    def start(self, name: str, told: Mapping[str, str]) -> None:
        if name == self.whole:
            self.found.append("")
        self._inside = name

    def end(self, name: str) -> None:
        self._inside = ""

    def text(self, data: str) -> None:
        if self._inside == "t" and self.found:
            self.found[-1] += data


class _Cells(_Quiet):
    """Collects the values of a sheet by row and column."""

    def __init__(self, strings: list[str]) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self._strings, self._kind, self._value = strings, "", ""
        self._place: tuple[int, int] | None = None
        self._reads = False

    def start(self, name: str, told: Mapping[str, str]) -> None:
        if name == "c":
            self._place, self._kind, self._value = _place(told.get("r", "")), told.get("t", ""), ""
        self._reads = name in ("v", "t")

    def end(self, name: str) -> None:
        self._reads = False
        if name == "c" and self._place is not None and self._value:
            row, column = self._place
            self.rows.setdefault(row, {})[column] = self._written()

    def text(self, data: str) -> None:
        if self._reads and self._place is not None:
            self._value += data

    def _written(self) -> str:
        if self._kind == "s":
            return self._strings[int(self._value)]
        if self._kind in ("", "n"):
            number = float(self._value)
            return str(int(number)) if number.is_integer() else repr(number)
        return self._value


def _place(reference: str) -> tuple[int, int] | None:
    found = _CELL.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for sign in found[1]:
        column = column * 26 + ord(sign) - ord("A") + 1
    return (int(found[2]), column - 1) if column <= MOST_COLUMNS else None


def _elements(part: bytes) -> list[tuple[str, dict[str, str]]]:
    reader = _Elements()
    _parse(part, reader)
    return reader.found


def _parse(part: bytes, reader: _Quiet) -> None:
    """Read XML that says nothing of its own entities: a workbook never does."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _no_entities
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise _unreadable() from error


def _no_entities(*_told: object) -> None:
    raise _unreadable()
