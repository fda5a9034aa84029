"""A sheet that somebody brings, CSV or Excel, as rows of text; nothing is guessed at.

Of an Excel file the first visible sheet is read, and of a formula the value that Excel
stored. What a cell cannot say plainly is refused with its place.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources.brought.workbook import BadWorkbook, sheet_of

MOST_BYTES = 5_000_000
# What an archive says that it grows to; one that lies is stopped while it is unpacked.
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
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise BadInput(_("Filen er for stor når den pakkes ut. Del den opp."))
        rows = sheet_of(content)
    except (zipfile.BadZipFile, BadWorkbook) as fault:
        raise BadInput(
            _("Filen er ikke en Excel-fil som kan leses. Lagre den på nytt, eller bruk CSV.")
        ) from fault
    for number, row in enumerate(rows, start=1):
        _refuse_faults(row, number)
        yield row


def _refuse_faults(row: Sequence[str], number: int) -> None:
    fault = next((cell for cell in row if cell.startswith("#")), "")
    if fault:
        raise BadInput(
            _("Rad %(number)d har feilen %(fault)s i en celle. Rett den i regnearket.")
            % {"number": number, "fault": fault}
        )
