"""Files of figures on their way in, seen by those who may change the plan."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import TableDraft
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability


def drafts(access: Access) -> QuerySet[TableDraft]:
    """Return the drafts of the plan, the newest first; none to those who only read."""
    if not access.may(Capability.EDIT):
        return TableDraft.objects.none()
    return TableDraft.objects.filter(plan=access.plan).defer("content")


def draft_for(access: Access, key: UUID) -> TableDraft:
    """Fetch one draft, or answer 404."""
    rows = TableDraft.objects.filter(plan=access.plan).select_related("plan", "table")
    row = rows.filter(key=key).first()
    if row is None:
        raise Http404(_("Kladden finnes ikke. Den kan være tatt inn eller forkastet."))
    return row
