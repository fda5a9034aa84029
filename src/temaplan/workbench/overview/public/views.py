"""The public pages: plans, one plan, its documents, its trace."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.overview.documents import pages, trace_page
from temaplan.workbench.overview.public.conditional import unless_known
from temaplan.workbench.overview.public.files import kind_or_404, send_document
from temaplan.workbench.plan.access import Access, public_plans
from temaplan.workbench.plan.alphabet import norwegian_key
from temaplan.workbench.plan.doors import hostname, public, public_plan
from temaplan.workbench.plan.models import Municipality, Plan

FILE_URL = "public-document-file"


@dataclass
class PlansOf:
    """The published plans of one municipality."""

    municipality: Municipality
    plans: list[Plan] = field(default_factory=list)


@public
def front(request: HttpRequest) -> HttpResponse:
    """List the published plans that this host shows, by municipality."""
    groups: dict[int, PlansOf] = {}
    for plan in public_plans(hostname(request)):
        groups.setdefault(plan.municipality_id, PlansOf(plan.municipality)).plans.append(plan)
    ordered = sorted(groups.values(), key=lambda group: norwegian_key(group.municipality.name))
    for group in ordered:
        group.plans.sort(key=lambda plan: norwegian_key(plan.title))
    state = "|".join(pages.version_of(plan) for group in ordered for plan in group.plans)
    return unless_known(
        request, state, lambda: render(request, "public/front.html", {"groups": ordered})
    )


@public_plan
def plan_front(request: HttpRequest, access: Access) -> HttpResponse:
    """Tell what a plan is, where it stands, and what is not known about it."""

    def answer() -> HttpResponse:
        page = pages.page(access.plan, "front", get_language() or "nb")
        return render(request, "public/plan.html", {"page": page, "file_url": FILE_URL})

    return unless_known(request, pages.version_of(access.plan), answer)


@public_plan
def document(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """Show a document for reading."""
    code = kind_or_404(name).code

    def answer() -> HttpResponse:
        page = pages.page(access.plan, code, get_language() or "nb")
        return render(request, "public/document.html", {"page": page, "file_url": FILE_URL})

    return unless_known(request, pages.version_of(access.plan), answer)


@public_plan
def document_file(request: HttpRequest, access: Access, name: str, format: str) -> HttpResponseBase:
    """Send a document as a file; it is made first when nobody has asked for it before."""
    reading_url = reverse("public-document", args=[access.plan.slug, name])
    return send_document(
        request, access, name, format, frame="frame/public.html", reading_url=reading_url
    )


@public_plan
def trace(request: HttpRequest, access: Access) -> HttpResponse:
    """Show how the plan hangs together, or the chain of one row (`?fra=mandate/…`)."""
    start = request.GET.get("fra", "")

    def answer() -> HttpResponse:
        content = pages.page(access.plan, "trace", get_language() or "nb")
        if start:
            return render(request, "public/chain.html", _chain(content, start))
        shown = {"groups": trace_page.groups_of(content), "stamp": content["stamp"]}
        return render(request, "public/trace.html", shown)

    return unless_known(request, pages.version_of(access.plan), answer)


def _chain(content: pages.Content, start: str) -> pages.Content:
    try:
        return trace_page.chain_of(content, start)
    except BadInput as error:
        raise Http404(_("Sporingen har ingenting med denne referansen.")) from error


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """Tell what has been tested, and what has not."""
    return render(request, "public/accessibility.html")
