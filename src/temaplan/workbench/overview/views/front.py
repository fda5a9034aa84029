"""The front page of a plan in the workbench, and everything that lacks its ground."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from temaplan.workbench.overview import front
from temaplan.workbench.overview.documents import pages
from temaplan.workbench.overview.first_steps import first_steps
from temaplan.workbench.overview.lacks import lacks_seen_by
from temaplan.workbench.overview.menu import counted_menu
from temaplan.workbench.overview.queries import due_in, last_changed
from temaplan.workbench.overview.red_lines import red_lines, red_link
from temaplan.workbench.overview.red_rules import red_from_kept
from temaplan.workbench.pages.list_page import neighbouring_pages, page_of
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

LACKS_SHOWN = 4


@on_plan(Capability.SEE)
def plan_root(request: HttpRequest, access: Access) -> HttpResponse:
    """Lead to the plan's front page."""
    return HttpResponseRedirect(reverse("overview", args=[access.plan.slug]))


@on_plan(Capability.SEE)
def overview(request: HttpRequest, access: Access) -> HttpResponse:
    """Tell what must be done now, what lacks its ground, and how far the plan is."""
    as_of, menu = reading_date(access.plan), counted_menu(request, access)
    content = _kept(access)
    lacks, red = lacks_seen_by(access, content), red_from_kept(content["red"])
    return render(
        request,
        "overview/front.html",
        {
            "menu": menu,
            "about": front.about(access),
            "first_steps": first_steps(access, menu),
            "red": red_lines(red, access.plan),
            "due": front.due_lines(due_in([access.plan]), access, as_of),
            "late": [*red_link(red, access.plan), *front.late_links(menu)],
            "lacks": front.spread(lacks, LACKS_SHOWN),
            "number_of_lacks": len(lacks),
            "progress": front.progress(access, menu, lacks, last_changed(access.plan)),
        },
    )


@on_plan(Capability.SEE)
def what_lacks(request: HttpRequest, access: Access) -> HttpResponse:
    """List every place where the chain is broken."""
    menu, house = counted_menu(request, access), request.GET.get("ledd", "")
    link = next((link for link in menu.links if link.code == house), None)
    rows = [
        lack for lack in lacks_seen_by(access, _kept(access)) if link is None or lack.house == house
    ]
    shown = page_of(rows, request.GET.get("side", "1"))
    urls = neighbouring_pages(request, shown)
    return render(
        request, "overview/lacks.html", {"menu": menu, "link": link, "shown": shown, **urls}
    )


def _kept(access: Access) -> pages.Content:
    """Return what is wrong with the plan: breaks of the chain, and red rules."""
    return pages.page(access.plan, "lacks", get_language() or "nb")
