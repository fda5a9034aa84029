"""Can this table be used, and what must be known about it first?

Looks for what makes figures wrong without a sign: rows that hold the same key, figures
that are none, totals among their parts, levels that overlap, lines that do not sum to their
total, years and cells that lack, jumps, codes that are unknown or not in use, footnote digits
glued to names, and 0 for a region that did not exist yet.

An `error` is what the methods refuse the table for; a `warning` must be judged by a person.
A jump is a sum of a region that changes by more than a quarter from one period to the next.
Nothing is repaired: the table stays as it is.

Source: the traps are those of Statistics Norway's published tables (11713, 13470, 11616).

Edge rules: rows that cannot be read are reported and left out of the other checks. Lines are
compared with `totals`, or else with a line of the table that is named as a total. Codes are
looked up only where a list is given. An empty table is one finding.

Not for: telling whether the figures are true. A table without findings may still be wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.columns import codes_of, periods_of
from temaplan.analysis.regional.errors import BadTable
from temaplan.analysis.regional.findings import Found, RowFinder, error, finding_table
from temaplan.analysis.regional.findings_of_labels import code_findings, label_findings
from temaplan.analysis.regional.findings_of_rows import KEYS, RowReader
from temaplan.analysis.regional.findings_of_series import gap_findings, sum_findings, time_findings
from temaplan.analysis.regional.frames import Coded, Table
from temaplan.analysis.regional.panel import Columns, Panel, column_names


def validate(
    data: Any, *, totals: Any = None, codes: Any = None, **columns: Unpack[Columns]
) -> Any:
    """Look a table over and return what was found.

    `data` is a long table or a `Panel`; `totals` a table `region, period, value` to check
    sums against; `codes` a table `code` (and valid_from, valid_to) of the regions that
    exist. Returns finding, severity ("error" or "warning"), row (from 1, null where the
    finding is about the whole table), message. Raises `BadTable` only when a column lacks
    or `data` is no table.
    """
    names = column_names(columns)
    if isinstance(data, Panel):
        return finding_table(_checked(data, totals, codes, names, _no_row), data.backend)
    table = Table.read(data)
    found, panel, row_of = _read(table, data, names, columns)
    if panel is not None:
        found += _checked(panel, totals, codes, names, row_of)
    return finding_table(found, table.backend)


def _checked(
    panel: Panel, totals: Any, codes: Any, names: Mapping[str, str], row_of: RowFinder
) -> Iterator[Found]:
    yield from label_findings(panel, row_of)
    if codes is not None:
        yield from code_findings(panel, codes, row_of)
    yield from gap_findings(panel, row_of)
    yield from sum_findings(panel, totals, names, row_of)
    yield from time_findings(panel, row_of)


def _read(
    table: Table, data: Any, names: Mapping[str, str], columns: Columns
) -> tuple[list[Found], Panel | None, RowFinder]:
    """Make a panel of the table, or of what remains of it when faulty rows are left out."""
    for name in (*KEYS, "value"):
        table.column(names[name])
    if table.rows == 0:
        return [error("gap", None, "Tabellen har ingen rader.")], None, _no_row
    try:
        return [], Panel.from_frame(data, **columns), _finder(table, names, range(table.rows))
    except BadTable:
        reader = RowReader(table, names)
        cleaned, kept = reader.read()
    if not kept:
        return reader.found, None, _no_row
    rest = Table.read(cleaned)
    usual = {name: name for name in names}
    panel = Panel.from_frame(cleaned, absent=columns.get("absent", "missing"))
    return reader.found, panel, _finder(rest, usual, kept)


def _no_row(region: int | None, industry: int | None, period: int | None) -> int | None:
    return None


def _finder(table: Table, names: Mapping[str, str], rows: Sequence[int]) -> RowFinder:
    """Return a look-up of the first row with some labels; sorted labels are the panel's own."""
    coded: list[Coded] = []

    def find(region: int | None, industry: int | None, period: int | None) -> int | None:
        if not coded:
            coded.extend(codes_of(table, names[name]) for name in ("region", "industry"))
            coded.append(periods_of(table, names["period"]))
        there = np.ones(table.rows, dtype=np.bool_)
        for column, wanted in zip(coded, (region, industry, period), strict=True):
            if wanted is not None:
                there &= column.codes == wanted
        return rows[int(there.argmax())] + 1 if there.any() else None

    return find
