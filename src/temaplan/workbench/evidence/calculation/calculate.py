"""Run one method on a selection of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources.statistics import EVERYTHING, Row, Statistics, as_columns
from temaplan.workbench.evidence.calculation.inputs import InputTable, whole_rows
from temaplan.workbench.evidence.calculation.methods import (
    COMMUTING,
    METHOD,
    POPULATION,
    Method,
)
from temaplan.workbench.evidence.calculation.naming import named, ordered
from temaplan.workbench.evidence.calculation.sums import with_sums
from temaplan.workbench.evidence.results import result_text

SUM_OF_ALL, REST = "total", "rest"  # references that are no region of the table
PUBLISHED = "published"  # parameters["totals"]: shares are of the published totals
ALL_AGES = "alle aldre"
ALL = "i alt"


@dataclass(frozen=True)
class Question:
    """What is asked: method, selection and parameters, as a run keeps them."""

    method: str
    selection: Mapping[str, Any] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Calculated:
    """The answer, with the version of the method that gave it."""

    method: Method
    columns: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]

    @property
    def text(self) -> str:
        """The one form in which a result is kept."""
        return result_text(self.columns, self.rows)


def calculate(table: InputTable, question: Question) -> Calculated:
    """Answer a question from a table.

    Raises `BadInput` with a sentence for people: a method that the table cannot serve, a
    region or year that it has not, and every refusal of the method itself.
    """
    method = METHOD.get(question.method)
    if method is None:
        raise BadInput(_("Metoden «%(method)s» finnes ikke.") % {"method": question.method})
    if table.shape not in method.shapes:
        raise BadInput(
            _("Metoden «%(method)s» kan ikke bruke tabellen «%(table)s».")
            % {"method": method.label, "table": table.title}
        )
    _check_selection(table.statistics, question)
    arguments = _arguments(table, method, question)
    chosen = _chosen(table, method, question)
    together = method.whole and question.parameters.get("industries_together", True)
    if method.cell_by_cell and not together and "totals" not in arguments:
        columns, rows = _industry_by_industry(method, chosen, arguments)
    else:
        columns, rows = _rows(method.compute(chosen, **arguments))
    if together:
        rows = with_sums(columns, rows, method.code)
    rows = _only_asked(columns, rows, question)
    rows = ordered(columns, rows, table.statistics, question.selection)
    return Calculated(method, *named(columns, rows, table.statistics))


def _check_selection(statistics: Statistics, question: Question) -> None:
    if not question.selection.get("regions"):
        raise BadInput(_("Velg minst ett område."))
    reference = question.parameters.get("reference")
    also = [] if reference in (None, SUM_OF_ALL, REST) else [reference]
    known = set(statistics.regions)
    for region in (*question.selection["regions"], *also):
        if region not in known:
            raise BadInput(_("Tabellen har ikke området «%(region)s».") % {"region": region})
    for period in question.selection.get("periods") or ():
        if period not in statistics.periods:
            raise BadInput(_("Tabellen har ikke året %(year)s.") % {"year": period})


def _chosen(table: InputTable, method: Method, question: Question) -> dict[str, list[Any]]:
    """Return the rows that the method gets: those asked for, and the reference."""
    selection = question.selection
    regions = {*selection["regions"]}
    if "reference" in method.asks:
        regions.add(question.parameters.get("reference"))
    periods = selection.get("periods") or None
    if "base" in method.asks:
        periods = [question.parameters.get("base"), question.parameters.get("end")]
    chosen = table.statistics.selected(
        regions=regions, industries=selection.get("industries") or None, periods=periods
    )
    rows: Sequence[Row] = chosen.rows
    if table.shape != COMMUTING:
        rows = _with_industry(table, chosen, selection)
    if not rows:
        raise BadInput(_("Tabellen har ingen tall for det du har valgt."))
    return as_columns(chosen.columns, rows)


def _with_industry(
    table: InputTable, chosen: Statistics, selection: Mapping[str, Any]
) -> Sequence[Row]:
    """Return the rows with a name where the table has no industry; a population is a whole."""
    if table.shape == POPULATION and not selection.get("industries"):
        return [(row[0], ALL_AGES, *row[2:]) for row in whole_rows(chosen)]
    return [(row[0], row[1] if row[1] != EVERYTHING else ALL, *row[2:]) for row in chosen.rows]


def _arguments(table: InputTable, method: Method, question: Question) -> dict[str, Any]:
    missing = [name for name in method.asks if not question.parameters.get(name)]
    if missing:
        raise BadInput(_("Analysen mangler %(what)s.") % {"what": ", ".join(missing)})
    arguments: dict[str, Any] = {name: question.parameters[name] for name in method.asks}
    if method.takes_totals and question.parameters.get("totals") == PUBLISHED:
        arguments["totals"] = _published(table)
    return arguments


def _published(table: InputTable) -> dict[str, list[Any]]:
    known = [row for row in table.statistics.totals if row[3] is not None]
    if not known:
        raise BadInput(_("Tabellen har ingen publiserte totaltall."))
    columns = as_columns(table.statistics.columns, known)
    return {name: columns[name] for name in ("region", "period", "value")}


def _industry_by_industry(
    method: Method, chosen: Mapping[str, list[Any]], arguments: Mapping[str, Any]
) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
    """Ask for each industry by itself: a whole may then stand beside its parts."""
    columns: tuple[str, ...] = ()
    found: list[Sequence[Any]] = []
    for industry in dict.fromkeys(chosen["industry"]):
        kept = [at for at, each in enumerate(chosen["industry"]) if each == industry]
        part = {name: [values[at] for at in kept] for name, values in chosen.items()}
        columns, rows = _rows(method.compute(part, **arguments))
        found += rows
    return columns, found


def _each_by_itself(
    method: Method, chosen: Mapping[str, list[Any]], arguments: Mapping[str, Any]
) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
    """Ask about one line at a time, so that a whole may stand beside its parts."""
    columns: tuple[str, ...] = ()
    found: list[Sequence[Any]] = []
    for industry in dict.fromkeys(chosen["industry"]):
        own = [at for at, name in enumerate(chosen["industry"]) if name == industry]
        line = {name: [values[at] for at in own] for name, values in chosen.items()}
        columns, rows = _rows(method.compute(line, **arguments))
        found += rows
    return columns, found


def _rows(result: Mapping[str, list[Any]]) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
    columns = tuple(result)
    return columns, list(zip(*result.values(), strict=True))


def _only_asked(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], question: Question
) -> list[Sequence[Any]]:
    """Leave out the reference where it was fetched only to compare with."""
    at, asked = columns.index("region"), set(question.selection["regions"])
    return [row for row in rows if row[at] in asked]
