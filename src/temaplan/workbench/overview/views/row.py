"""One address for every row of a plan, by its reference: it leads to the row's own page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.models import Milestone, Theme
from temaplan.workbench.plan.trace import traced
from temaplan.workbench.plan.vocabulary import Capability

# Rows of the plan itself: they stand in no trace, and everybody on the plan may see them.
_OF_THE_PLAN = {Milestone.record.kind: "milestone", Theme.record.kind: "theme"}


@on_plan(Capability.SEE)
def row(request: HttpRequest, access: Access, kind: str, slug: str) -> HttpResponse:
    """Lead to the page of a row that the person may see."""
    if kind in _OF_THE_PLAN:
        return redirect(_OF_THE_PLAN[kind], access.plan.slug, slug)
    return redirect(_address(access, kind, slug))


def _address(access: Access, kind: str, slug: str) -> str:
    for each in traced():
        if each.kind == kind:
            rows: Any = each.model._default_manager.filter(plan=access.plan, slug=slug)
            found = each.fetched(rows, access).first()
            if found is not None:
                return each.address(found)
    raise Http404(_("Planen har ingenting med referansen «%(ref)s».") % {"ref": f"{kind}/{slug}"})
