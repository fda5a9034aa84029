"""The lines of a file of figures: one read as cells, one written anew, the others untouched."""

import csv
import io
from collections.abc import Sequence

from temaplan.sources.brought.headings import NAMES

_SEPARATORS = (";", "\t", ",")
_INDUSTRY = NAMES["industry"]


def lines_in(content: str) -> list[str]:
    """Return the lines; the first is the heading."""
    return content.splitlines()


def heading_of(content: str) -> list[str]:
    """Return what the columns are called."""
    return cells_of(content, 1)


def cells_of(content: str, number: int) -> list[str]:
    """Return the cells of a line, counted from 1."""
    lines = lines_in(content)
    if not 1 <= number <= len(lines):
        return []
    return next(csv.reader([lines[number - 1]], delimiter=_separator(content)), [])


def with_line(content: str, number: int, cells: Sequence[str] | None) -> str:
    """Return the file with other cells on a line, or without the line."""
    lines = content.splitlines(keepends=True)
    if not 1 <= number <= len(lines):
        return content
    end = "\n" if lines[number - 1].endswith("\n") else ""
    lines[number - 1] = _written(cells, _separator(content)) + end if cells is not None else ""
    return "".join(lines)


def industry_on(content: str, number: int) -> str:
    """Return the industry of a line, empty where the file has none."""
    at, cells = _industry_column(content), cells_of(content, number)
    return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""


def without_industry(content: str, industry: str) -> str:
    """Return the file without the lines of an industry."""
    at = _industry_column(content)
    if at is None:
        return content
    separator, lines = _separator(content), content.splitlines(keepends=True)
    kept = [line for line in lines[1:] if _cell(line, at, separator) != industry]
    return "".join([lines[0], *kept])


def _industry_column(content: str) -> int | None:
    heading = [cell.strip().casefold() for cell in heading_of(content)]
    return next((at for at, cell in enumerate(heading) if cell in _INDUSTRY), None)


def _cell(line: str, at: int, separator: str) -> str:
    cells = next(csv.reader([line], delimiter=separator), [])
    return " ".join(cells[at].split()) if at < len(cells) else ""


def _separator(content: str) -> str:
    head = content.partition("\n")[0]
    return next((sign for sign in _SEPARATORS if sign in head), ",")


def _written(cells: Sequence[str], separator: str) -> str:
    text = io.StringIO(newline="")
    plain = [" ".join(cell.split()) for cell in cells]
    csv.writer(text, delimiter=separator, lineterminator="").writerow(plain)
    return text.getvalue()
