"""From a published cube to a long table: region, industry, period, value, state.

Pure and repeatable. The sum of all industries, which a table often holds beside its parts,
is kept apart, so that nothing is counted twice.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from temaplan.sources.cells import Cell
from temaplan.sources.cube import Cube, Dimension, UnreadableTable
from temaplan.sources.labels import region_label, without_footnote

REGION, INDUSTRY, PERIOD, CONTENTS = "region", "industry", "period", "contents"
_USUAL = {"Region": REGION, "Tid": PERIOD, "ContentsCode": CONTENTS}
_ROLES = {"geo": REGION, "time": PERIOD, "metric": CONTENTS}
# `K-3301` and `F-33` of a grouping are the municipality 3301 and the county 33.
_GROUPED = re.compile(r"[A-Z]{1,2}-(\d+)")
_TOTALS = {"00-99", "01-99", "A-U"}
_YEAR = re.compile(r"\d{4}")

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Tidy:
    """A long table. `names` holds the published name of each code, by column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Codes, Cell], ...]
    totals: tuple[tuple[Codes, Cell], ...]
    names: Mapping[str, Mapping[str, str]]
    updated: str
    notes: tuple[str, ...]
    contents: str = ""  # what is counted, where the table counts one thing
    unit: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns before value and state."""
        return self.columns[:-2]

    def as_csv(self, *, named: bool = False) -> str:
        """Return the table as CSV.

        `named` puts names after the codes of regions and industries: the form in which a
        file of figures is brought to the workbench.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        for codes, cell in self.rows:
            cells = self._named(codes) if named else codes
            writer.writerow((*cells, _written(cell.value), cell.state))
        return text.getvalue()

    def _named(self, codes: Codes) -> list[str]:
        return [
            f"{code} {self.names[column].get(code, '')}".strip()
            if column in (REGION, INDUSTRY)
            else code
            for column, code in zip(self.keys, codes, strict=True)
        ]


def tidy(cube: Cube) -> Tidy:
    """Return a cube as a long table.

    A variable with one code says nothing about a row and is left out; the only one that is
    left beside region, period and contents stands as `industry`.
    """
    kept = [at for at, each in enumerate(cube.dimensions) if _tells_something(each)]
    columns = _columns([cube.dimensions[at] for at in kept])
    totals = _totals(columns, [cube.dimensions[at] for at in kept])
    rows: list[tuple[Codes, Cell]] = []
    apart: list[tuple[Codes, Cell]] = []
    for codes, cell in cube.rows():
        chosen = tuple(codes[at] for at in kept)
        plain = tuple(_plain(column, code) for column, code in zip(columns, chosen, strict=True))
        is_total = any(code in totals for code in chosen)
        (apart if is_total else rows).append((plain, cell))
    names = {
        column: _names(column, cube.dimensions[at])
        for column, at in zip(columns, kept, strict=True)
    }
    return Tidy(
        (*columns, "value", "state"),
        tuple(rows),
        tuple(apart),
        names,
        cube.updated,
        cube.notes,
        *_counted(cube),
    )


def _counted(cube: Cube) -> tuple[str, str]:
    """Return what a table that counts one thing counts, and in which unit."""
    for dimension in cube.dimensions:
        if _column(dimension) == CONTENTS and len(dimension.codes) == 1:
            return dimension.labels[0], dimension.units[0] if dimension.units else ""
    return "", ""


def _tells_something(dimension: Dimension) -> bool:
    return len(dimension.codes) > 1 or _column(dimension) in (REGION, PERIOD)


def _column(dimension: Dimension) -> str:
    return _ROLES.get(dimension.role, _USUAL.get(dimension.code, ""))


def _columns(dimensions: Sequence[Dimension]) -> list[str]:
    others = [each.code for each in dimensions if not _column(each)]
    named = [
        _column(each) or (INDUSTRY if others == [each.code] else each.code.lower())
        for each in dimensions
    ]
    if len(set(named)) < len(named):
        raise UnreadableTable("Tabellen har to variabler av samme slag, og kan ikke stilles opp.")
    return named


def _totals(columns: Sequence[str], dimensions: Sequence[Dimension]) -> set[str]:
    """Return the codes of all industries together, where their parts stand beside them."""
    for column, dimension in zip(columns, dimensions, strict=True):
        if column == INDUSTRY:
            return {code for code in dimension.codes if code in _TOTALS}
    return set()


def _plain(column: str, code: str) -> str:
    found = _GROUPED.fullmatch(code) if column == REGION else None
    return found[1] if found else code


def _names(column: str, dimension: Dimension) -> dict[str, str]:
    pairs = zip(dimension.codes, dimension.labels, strict=True)
    if column != REGION:
        return {code: without_footnote(label) for code, label in pairs}
    return {_plain(column, code): region_label(label).name for code, label in pairs}


def _written(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() else repr(value)


def years_only(table: Tidy) -> bool:
    """Tell whether every period is a year, as the analyses of the workbench take it."""
    at = table.keys.index(PERIOD) if PERIOD in table.keys else None
    return at is not None and all(_YEAR.fullmatch(codes[at]) for codes, _cell in table.rows)
