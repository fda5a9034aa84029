"""A sheet that somebody brings, CSV or Excel, as rows of text; nothing is guessed at.

Of an Excel file the first visible sheet is read, and of a formula the value that Excel
stored. What a cell cannot say plainly is refused with its place.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from temaplan.errors import BadInput

MOST_BYTES = 5_000_000
# What a small archive may grow to when it is unpacked: a bomb is refused unread.
MOST_UNPACKED = 60_000_000
_EXCEL = b"PK\x03\x04"

Rows = list[list[str]]


def read_sheet(content: bytes, *, most_rows: int) -> Rows:
    """Return the rows with their heading first, every cell without blanks around it.

    Raises `BadInput` for a file that is neither CSV nor Excel, is too large or has no rows.
    """
    if len(content) > MOST_BYTES:
        raise BadInput(_("Filen er større enn 5 MB. Del den opp."))
    read = _excel_rows if content.startswith(_EXCEL) else _csv_rows
    rows: Rows = []
    for row in read(content):
        cells = [" ".join(cell.split()) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        rows.append(cells)
        if len(rows) > most_rows + 1:
            raise BadInput(
                _("Filen har flere enn %(most)s rader. Del den opp.") % {"most": most_rows}
            )
    if not any(rows):
        raise BadInput(_("Filen har ingen rader. Legg overskriftene i første rad."))
    return rows


def _csv_rows(content: bytes) -> Iterator[Sequence[str]]:
    text = _decoded(content)
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as fault:
        raise BadInput(
            _("Filen er ikke en CSV-fil som kan leses. Lagre arket som CSV eller Excel på nytt.")
        ) from fault


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in _UTF_16 else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.removeprefix("\ufeff")
    raise BadInput(_("Filen er verken CSV eller Excel. Lagre arket som en av dem."))


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _excel_rows(content: bytes) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise BadInput(_("Filen er for stor når den pakkes ut. Del den opp."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = next(each for each in book.worksheets if each.sheet_state == "visible")
    except (zipfile.BadZipFile, InvalidFileException, KeyError, StopIteration) as fault:
        raise BadInput(
            _("Filen er ikke en Excel-fil som kan leses. Lagre den på nytt, eller bruk CSV.")
        ) from fault
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield [_written(value, number) for value in row]
    book.close()


def _written(value: Any, number: int) -> str:
    """Write a cell as a person reads it: 988077917.0 is the number 988077917."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    text = str(value)
    if text.startswith("#"):
        raise BadInput(
            _("Rad %(number)d har feilen %(fault)s i en celle. Rett den i regnearket.")
            % {"number": number, "fault": text}
        )
    return text
