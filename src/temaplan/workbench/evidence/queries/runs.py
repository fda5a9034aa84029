"""Calculations and tables of figures that a person may see."""

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import AnalysisRun, DataTable
from temaplan.workbench.evidence.queries.layers import visible_files, visible_runs, visible_tables
from temaplan.workbench.evidence.queries.outdated import runs_with_marks
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Attachment


def run_for(access: Access, slug: str) -> AnalysisRun:
    """Fetch one calculation with its marks, or answer 404."""
    rows = visible_runs(AnalysisRun.objects.filter(plan=access.plan), access)
    row: AnalysisRun | None = (
        runs_with_marks(rows, access.plan)
        .select_related("plan", "evidence", "data_table")
        .filter(slug=slug)
        .first()
    )
    if row is None:
        raise Http404(_("Planen har ingen analyse med adressen «%(slug)s».") % {"slug": slug})
    return row


def runs_of(access: Access) -> QuerySet[AnalysisRun]:
    """Return the plan's calculations, with whether each is outdated or replaced."""
    rows = visible_runs(AnalysisRun.objects.filter(plan=access.plan), access)
    marked = runs_with_marks(rows, access.plan).select_related("evidence")
    return marked.order_by("evidence__position", "evidence__pk", "position", "pk")


def tables(access: Access) -> QuerySet[DataTable]:
    """Return the plan's own tables of figures, with how many calculations use each."""
    rows = DataTable.objects.filter(plan=access.plan).annotate(run_count=Count("runs"))
    return visible_tables(rows, access).order_by("title", "pk")


def table_for(access: Access, slug: str) -> DataTable:
    """Fetch one table of figures, or answer 404."""
    row = tables(access).select_related("plan").filter(slug=slug).first()
    if row is None:
        raise Http404(_("Planen har ingen datatabell med adressen «%(slug)s».") % {"slug": slug})
    return row


def file_for(access: Access, slug: str) -> Attachment:
    """Fetch one file, or answer 404."""
    row = visible_files(Attachment.objects.filter(plan=access.plan), access).filter(slug=slug)
    found = row.first()
    if found is None:
        raise Http404(_("Planen har ingen fil med adressen «%(slug)s».") % {"slug": slug})
    return found
