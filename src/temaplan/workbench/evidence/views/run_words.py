"""A calculation in words: its rows, columns, selection and source."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources import catalogue
from temaplan.workbench.evidence.calculation.calculate import PUBLISHED, REST, SUM_OF_ALL
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.results import KEYS, Result, Row, name_of, result_of
from temaplan.workbench.evidence.vocabulary import COLUMN, COMPONENT
from temaplan.workbench.plan.wording import listed, years


def column_words(name: str) -> str:
    """Return what a column of a result is called."""
    return str(COLUMN[name].label) if name in COLUMN else name


def key_words(row: Row, key: str) -> str:
    """Return one name of a row: an industry, a region, a year, a part of a change."""
    if key == "component":
        term = COMPONENT.get(row.get(key, ""))
        return str(term.label) if term else row.get(key, "")
    return name_of(row, key)


def row_words(run: AnalysisRun, key: Mapping[str, Any], column: str) -> str:
    """Say which figure of a result is meant: «Industri, Buskerud, 2011: Andel»."""
    row = result_of(run.result).row(key)
    if row is None:
        return column_words(column)
    names = [key_words(row, name) for name in KEYS if row.get(name)]
    return f"{', '.join(names)}: {column_words(column)}"


def region_words(run: AnalysisRun, result: Result) -> str:
    """Name the regions of a calculation."""
    names = {row["region"]: name_of(row, "region") for row in result.rows}
    return listed([names.get(code, code) for code in run.selection.get("regions", ())])


def year_words(run: AnalysisRun) -> str:
    """Say which years a calculation covers."""
    periods = run.selection.get("periods") or [
        run.parameters[name] for name in ("base", "end") if name in run.parameters
    ]
    return years(min(periods), max(periods)) if periods else _("alle i tabellen")


def reference_words(run: AnalysisRun) -> str:
    """Say what the regions are compared with; nothing when they are not."""
    reference = run.parameters.get("reference")
    special = {SUM_OF_ALL: _("summen av områdene"), REST: _("resten av områdene")}
    if reference is None or reference in special:
        return special.get(reference, "")
    return _name_in_table(run, str(reference))


def totals_words(run: AnalysisRun) -> str:
    """Say what shares are of."""
    if run.parameters.get("totals") == PUBLISHED:
        return _("de publiserte totaltallene")
    return _("summen av næringene som har tall")


def unit_words(run: AnalysisRun) -> str:
    """Say what is counted."""
    if run.data_table is not None:
        return run.data_table.unit
    table = catalogue.TABLE.get(run.source_table)
    if table is None:
        return ""
    measure = table.measure(str(run.selection.get("measure", "")))
    return f"{_(measure.label)} ({_(measure.unit)})"


def source_words(run: AnalysisRun) -> str:
    """Say where the figures are from."""
    if run.data_table is not None:
        return run.data_table.source
    try:
        return catalogue.table(run.source_table).source
    except BadInput:  # a table of an earlier edition of Temaplan
        return run.source_table


def _name_in_table(run: AnalysisRun, code: str) -> str:
    names = {"0": _("hele landet")} if run.source_table else {}
    for row in result_of(run.result).rows:
        names.setdefault(row["region"], name_of(row, "region"))
    return names.get(code, code)
