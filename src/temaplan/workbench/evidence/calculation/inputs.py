"""The table that a calculation is made from: one that comes with Temaplan, or the plan's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources import catalogue
from temaplan.sources.brought import read_kept
from temaplan.sources.reading import read
from temaplan.sources.statistics import COMMUTING_COLUMNS, EVERYTHING, Row, Statistics
from temaplan.workbench.evidence.models import DataTable

MEASURE = "measure"


@dataclass(frozen=True)
class InputTable:
    """Figures with all that is said about them."""

    title: str
    source: str
    unit: str
    vintage: str
    retrieved_on: date | None
    sha256: str
    shape: str  # industry, population or commuting
    statistics: Statistics
    caveats: tuple[str, ...] = ()


def input_table(
    source_table: str, data_table: DataTable | None, selection: Mapping[str, Any] | None = None
) -> InputTable:
    """Return the figures of a table.

    `selection["measure"]` chooses what a shipped table counts. Raises `UnknownTable`,
    `DamagedFile`, and `BroughtRefused` for a table of the plan that is not sound.
    """
    if data_table is not None:
        return _own(data_table)
    if not source_table:
        raise BadInput(_("Velg tabellen som analysen skal beregnes av."))
    return _shipped(source_table, str((selection or {}).get(MEASURE, "")))


def _shipped(table_id: str, measure_code: str) -> InputTable:
    table = catalogue.table(table_id)
    measure = table.measure(measure_code)
    return InputTable(
        title=_(table.title),
        source=table.source,
        unit=_(measure.unit),
        vintage=table.vintage,
        retrieved_on=table.retrieved_on,
        sha256=table.sha256,
        shape=table.shape,
        statistics=read(table_id, measure.code),
        caveats=tuple(_(trap) for trap in table.traps),
    )


def _own(table: DataTable) -> InputTable:
    statistics = _kept(table.content)
    return InputTable(
        title=table.title,
        source=table.source,
        unit=table.unit,
        vintage=table.vintage,
        retrieved_on=table.retrieved_on,
        sha256=table.sha256,
        shape="commuting" if statistics.columns == COMMUTING_COLUMNS else "industry",
        statistics=statistics,
    )


@lru_cache(maxsize=4)
def _kept(content: str) -> Statistics:
    return read_kept(content)


def whole_rows(statistics: Statistics) -> tuple[Row, ...]:
    """Return the rows that hold everything in a region: published totals, or a plain series."""
    return statistics.totals or tuple(row for row in statistics.rows if row[1] == EVERYTHING)
