"""A table of figures once: as it is read, and with every digit as it is downloaded."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.document import Inline, Run
from temaplan.documents.numbers import written
from temaplan.report.language import Said, same

PEOPLE: NumberFormat = {}
CHANGE: NumberFormat = {"sign": True}
ONE: NumberFormat = {"decimals": 1}
TWO: NumberFormat = {"decimals": 2}
THREE: NumberFormat = {"decimals": 3}
SHARE: NumberFormat = {"decimals": 1, "percent": True}
RATE: NumberFormat = {"decimals": 1, "percent": True, "sign": True}

UNKNOWN = Said("ukjent", "ukjend")

Cell = float | str | Said | None


@dataclass(frozen=True)
class Column:
    """The head of a column, and how its figures are written. Words have no format."""

    head: Said
    form: NumberFormat | None = None


def words(nb: str, nn: str = "") -> Column:
    """Return a column of words; with one text both forms say the same."""
    return Column(Said(nb, nn or nb))


def figures(nb: str, nn: str = "", form: NumberFormat | None = None) -> Column:
    """Return a column of figures."""
    return Column(Said(nb, nn or nb), PEOPLE if form is None else form)


@dataclass(frozen=True)
class Grid:
    """Columns and rows. A figure that is not known is None, or the words for why."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(default=())

    def head(self, form: str) -> tuple[str, ...]:
        """Return the heads in one written form."""
        return tuple(column.head.in_form(form) for column in self.columns)

    def body(self, form: str) -> tuple[tuple[Inline, ...], ...]:
        """Return the cells as they are read."""
        return tuple(
            tuple((Run(_read(cell, column, form)),) for cell, column in self._cells(row))
            for row in self.rows
        )

    @property
    def numeric(self) -> frozenset[int]:
        """The columns that are set to the right."""
        return frozenset(
            place for place, column in enumerate(self.columns) if column.form is not None
        )

    def csv(self, form: str) -> str:
        """Return the same with every digit, for other programs."""
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(self.head(form))
        writer.writerows([_exact(cell, form) for cell in row] for row in self.rows)
        return buffer.getvalue()

    def _cells(self, row: tuple[Cell, ...]) -> Iterable[tuple[Cell, Column]]:
        return zip(row, self.columns, strict=True)


def _read(cell: Cell, column: Column, form: str) -> str:
    if cell is None:
        return UNKNOWN.in_form(form)
    if isinstance(cell, Said):
        return cell.in_form(form)
    if isinstance(cell, str):
        return cell
    return written(cell, **(column.form or {}))


def _exact(cell: Cell, form: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Said):
        return cell.in_form(form)
    return repr(float(cell)) if isinstance(cell, float | int) else cell


def year_row(year: int) -> Said:
    """Return a year as the name of a row: «2016», never «2 016»."""
    return same(str(year))
