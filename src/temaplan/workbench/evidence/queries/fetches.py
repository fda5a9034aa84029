"""Tables that somebody has asked the statistics office for."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import DataTable, TableDraft, TableFetch
from temaplan.workbench.evidence.rules import fetches as rules
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.verdicts import Verdict

# The longest that one part may take, with every pause, and some more.
SILENT_AFTER = timedelta(minutes=10)


def fetches(access: Access) -> QuerySet[TableFetch]:
    """Return what was asked for in the plan, the newest first."""
    return with_stages(TableFetch.objects.filter(plan=access.plan)).defer("content")


def fetch_for(access: Access, key: str) -> TableFetch:
    """Fetch one row, or answer 404."""
    rows = with_stages(TableFetch.objects.filter(plan=access.plan))
    row = rows.filter(key=key).first()
    if row is None:
        raise Http404(_("Planen har ingen henting med adressen «%(key)s».") % {"key": key})
    return row


def with_stages(rows: QuerySet[TableFetch]) -> QuerySet[TableFetch]:
    """Add what `stage` asks for: whether the figures are looked over, or in the plan.

    The draft and the new table of a fetch carry the key of its form.
    """
    drafts = TableDraft.objects.filter(key=OuterRef("submission"))
    tables = DataTable.objects.filter(submission=OuterRef("submission"))
    return rows.select_related("plan", "table").annotate(
        has_draft=Exists(drafts), has_table=Exists(tables)
    )


def stage(fetch: TableFetch) -> str:
    """Return how far a fetch that was read with its stages has come."""
    if fetch.state != "fetched":
        return fetch.state
    if fetch.has_draft:  # type: ignore[attr-defined] # annotated
        return "looked_over"
    newer = fetch.table is not None and fetch.table.vintage == fetch.about.get("vintage")
    return "taken_in" if newer or fetch.has_table else "fetched"  # type: ignore[attr-defined]


def table_of(fetch: TableFetch) -> DataTable | None:
    """Return the table that the figures are in, or are meant for."""
    if fetch.table is not None:
        return fetch.table
    return DataTable.objects.filter(plan=fetch.plan, submission=fetch.submission).first()


def latest_fetch(table: DataTable) -> TableFetch | None:
    """Return the last fetch of a table's figures; None for a table that was brought as a file."""
    of_table = Q(table=table)
    if table.submission is not None:
        of_table |= Q(submission=table.submission)
    return TableFetch.objects.filter(of_table, plan=table.plan, state="fetched").first()


def is_silent(fetch: TableFetch) -> bool:
    """Tell whether a fetch that should be under way has not been heard of for long."""
    return timezone.now() - fetch.changed_at > SILENT_AFTER


def may_fetch() -> Verdict:
    """Tell whether figures may be fetched on this installation."""
    return rules.may_fetch(allowed_from=settings.STATISTICS_FROM)
