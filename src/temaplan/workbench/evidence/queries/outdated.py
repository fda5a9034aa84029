"""Which calculations are outdated, and what quotes them.

`rules.outdated.outdated_by` decides about one; `outdated_runs` asks the database the same
for a whole plan at once, so that no list costs a statement more.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from temaplan.errors import BadInput
from temaplan.sources import catalogue
from temaplan.sources.brought import read_kept
from temaplan.sources.editions import Edition, table_named_in
from temaplan.workbench.evidence.calculation.years import last_year_of
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, QuotedFigure, RunRefresh
from temaplan.workbench.evidence.queries.newer_editions import (
    HAS_NEWER_EDITION,
    with_newer_editions,
)
from temaplan.workbench.evidence.rules.outdated import Outdated, Stored, Used, outdated_by
from temaplan.workbench.plan.models import Plan

Told = tuple[str, str]  # the lines that stand beside figures: source and edition


def current(rows: QuerySet[AnalysisRun]) -> QuerySet[AnalysisRun]:
    """Leave out calculations whose place a newer one has taken."""
    return rows.filter(refreshed_by__isnull=True)


def outdated_runs(plan: Plan) -> QuerySet[AnalysisRun]:
    """Return the calculations for which newer figures are stored."""
    changed = Q(data_table__isnull=False) & ~Q(input_sha256=F("data_table__sha256"))
    for table in catalogue.TABLES:
        changed |= Q(source_table=table.id) & ~Q(input_sha256=table.sha256)
    rows = with_newer_editions(current(AnalysisRun.objects.filter(plan=plan)), plan)
    return rows.filter(changed | HAS_NEWER_EDITION)


def outdated_keys(plan: Plan) -> frozenset[int]:
    """Return the keys of the outdated calculations, in one statement."""
    return frozenset(outdated_runs(plan).order_by().values_list("pk", flat=True))


def editions(told: Sequence[Told] | QuerySet[Any, Any]) -> list[Edition]:
    """Return the editions of published tables that the lines beside some figures name."""
    found = (Edition.told_by(table_named_in(source), vintage) for source, vintage in told)
    return [edition for edition in found if edition is not None]


def runs_with_marks(rows: QuerySet[Any], plan: Plan) -> QuerySet[Any]:
    """Add `is_outdated` and `is_replaced` to calculations."""
    return rows.annotate(
        is_outdated=Exists(outdated_runs(plan).filter(pk=OuterRef("pk"))),
        is_replaced=Exists(RunRefresh.objects.filter(earlier=OuterRef("pk"))),
    )


def findings_with_marks(rows: QuerySet[Any], plan: Plan) -> QuerySet[Any]:
    """Add `is_outdated` to findings: whether one of their figures is."""
    quotes = QuotedFigure.objects.filter(
        finding=OuterRef("pk"), run__in=outdated_runs(plan).values("pk")
    )
    return rows.annotate(is_outdated=Exists(quotes))


def evidence_with_marks(rows: QuerySet[Any], plan: Plan) -> QuerySet[Any]:
    """Add `is_outdated` to sources: whether one of their calculations is."""
    return rows.annotate(is_outdated=Exists(outdated_runs(plan).filter(evidence=OuterRef("pk"))))


def is_marked(row: Any) -> bool:
    """Tell whether a row that was fetched with its marks is outdated."""
    return bool(getattr(row, "is_outdated", False))


def is_replaced(run: AnalysisRun) -> bool:
    """Tell whether a newer calculation has taken the place of this one."""
    if hasattr(run, "is_replaced"):  # fetched with its marks
        return bool(run.is_replaced)
    return run.pk is not None and run.refreshed_by.exists()


def findings_on_outdated(plan: Plan) -> frozenset[int]:
    """Return the keys of the findings that quote an outdated calculation."""
    quotes = QuotedFigure.objects.filter(plan=plan, run__in=outdated_runs(plan).values("pk"))
    return frozenset(quotes.order_by().values_list("finding", flat=True))


def outdated(run: AnalysisRun) -> Outdated | None:
    """Tell why a calculation is outdated, or None when it is not."""
    if run.refreshed_by.exists():
        return None
    own = run.data_table
    used = Used(
        run.input_sha256,
        last_year_of(run.parameters, run.selection, run.result),
        own.source if own else _source_of(run.source_table),
        run.vintage,
    )
    told = DataTable.objects.filter(plan=run.plan_id).values_list("source", "vintage")
    return outdated_by(used, _own(own) if own else _published(run.source_table), editions(told))


def newest_table(run: AnalysisRun, why: Outdated | None) -> DataTable | None:
    """Return the plan's own table to make a calculation again of; None for a shipped one."""
    if why is None or why.edition is None:
        return run.data_table
    rows = DataTable.objects.filter(plan=run.plan_id, vintage=why.edition.vintage)
    named = (row for row in rows if table_named_in(row.source) == why.edition.table)
    return next(named, run.data_table)


def _published(table_id: str) -> Stored | None:
    table = catalogue.TABLE.get(table_id)
    return Stored(table.sha256, table.vintage, max(table.years)) if table else None


def _source_of(table_id: str) -> str:
    table = catalogue.TABLE.get(table_id)
    return table.source if table else ""


def _own(table: DataTable) -> Stored:
    try:
        periods = read_kept(table.content).periods
    except BadInput:  # came in with a folder; a person must mend it
        return Stored(table.sha256, table.vintage)
    return Stored(table.sha256, table.vintage, periods[-1])


def newer_of(run: AnalysisRun) -> AnalysisRun | None:
    """Return the calculation that took the place of this one."""
    refresh = run.refreshed_by.select_related("later").first()
    return refresh.later if refresh else None


def older_of(run: AnalysisRun) -> AnalysisRun | None:
    """Return the calculation whose place this one took."""
    refresh = run.refreshes.select_related("earlier").first()
    return refresh.earlier if refresh else None
