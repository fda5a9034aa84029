"""The plan's documents in the workbench, also before the plan is published."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.overview.documents import pages
from temaplan.workbench.overview.documents.kinds import (
    DOCUMENT_KINDS,
    DocumentKind,
    document_named,
)
from temaplan.workbench.overview.documents.links import to_workbench
from temaplan.workbench.overview.documents.wording import as_of_words
from temaplan.workbench.overview.public.files import send_document
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

FILE_URL = "document-file"


@on_plan(Capability.SEE)
def documents(request: HttpRequest, access: Access) -> HttpResponse:
    """List the documents with a way to each form of them."""
    return render(
        request,
        "overview/documents.html",
        {
            "documents": DOCUMENT_KINDS,
            "file_url": FILE_URL,
            "stamp": as_of_words(access.plan, reading_date(access.plan)),
        },
    )


@on_plan(Capability.SEE)
def document(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """Show a document for reading, as it is now."""
    page = dict(pages.page(access.plan, _kind(name).code, get_language() or "nb"))
    page["body"] = to_workbench(page["body"], access.plan)
    return render(request, "overview/document.html", {"page": page, "file_url": FILE_URL})


@on_plan(Capability.SEE)
def document_file(
    request: HttpRequest,
    access: Access,
    name: str,
    format: str,
) -> HttpResponseBase:
    """Send a document as a file; it is made first when nobody has asked for it before."""
    kind = _kind(name)
    reading_url = reverse("document", args=[access.plan.slug, name])
    return send_document(
        request,
        access,
        kind.name,
        format,
        frame="frame/workbench.html",
        reading_url=reading_url,
    )


def _kind(name: str) -> DocumentKind:
    try:
        return document_named(name)
    except BadInput as unknown:
        raise Http404(_("Planen har ikke noe dokument med denne adressen.")) from unknown
