"""From text to lines of cells, each with its number in the file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from temaplan.sources.brought.problems import Notes
from temaplan.sources.words import gettext_noop as _

_SEPARATORS = (";", "\t", ",")


@dataclass(frozen=True)
class Line:
    """One record, with the line of the file that it begins on."""

    number: int
    cells: tuple[str, ...]


def lines_of(text: str, notes: Notes) -> list[Line]:
    """Return the records, empty ones left out; a record of another length is a fault."""
    lines = list(_records(text, notes))
    if not lines:
        return []
    width = len(lines[0].cells)
    for line in lines[1:]:
        if len(line.cells) != width:
            _tell_width(line, width, is_last=line is lines[-1], notes=notes)
    if not text.endswith("\n") and not notes.faults:
        notes.notice(
            lines[-1].number,
            _("Filen slutter uten linjeskift. Se at den siste linjen ikke er kuttet."),
        )
    return lines


def _records(text: str, notes: Notes) -> Iterator[Line]:
    head = text.partition("\n")[0]
    separator = next((sign for sign in _SEPARATORS if sign in head), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(before + 1, tuple(cells))
            before = reader.line_num
    except csv.Error:
        notes.add(
            before + 1,
            _("Et anførselstegn er åpnet og ikke lukket. Filen kan være kuttet. Hent den på nytt."),
        )


def _tell_width(line: Line, width: int, *, is_last: bool, notes: Notes) -> None:
    if is_last and len(line.cells) < width:
        notes.add(
            line.number,
            _("Den siste linjen har {found} av {width} celler. Filen er kuttet. Hent den på nytt."),
            found=len(line.cells),
            width=width,
        )
        return
    notes.add(
        line.number,
        _(
            "Linjen har {found} celler, overskriften har {width}. Har et tall desimalkomma, skriv "
            "punktum. Har et navn komma, sett det i anførselstegn."
        ),
        found=len(line.cells),
        width=width,
    )
