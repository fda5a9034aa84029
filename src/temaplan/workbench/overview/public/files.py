"""Sends a document as PDF or Word, and lets the reader wait while it is made.

Also used by the workbench for plans that are not published.
"""

import time
from collections.abc import Callable

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import parse_etags, quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.overview.documents import artefacts, pages, queue, tasks
from temaplan.workbench.overview.documents.catalogue import DocumentKind, document_named
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Artefact

Wanted = tuple[int, str, str, str]

LONGEST_WAIT = 4.0
SECONDS_BETWEEN_LOOKS = 0.1
READY_AFTER = 3
TRY_AGAIN_AFTER = 60


def send_document(
    request: HttpRequest,
    access: Access,
    name: str,
    format: str,
    *,
    frame: str,
    reading_url: str,
) -> HttpResponseBase:
    """Answer with the file, or with a page that says where it is in the making."""
    if format not in artefacts.FORMATS:
        raise Http404(_("Dokumentet finnes som html, pdf og docx."))
    code, language = kind_or_404(name).code, get_language() or "nb"
    content = pages.page(access.plan, code, language)

    def look() -> Artefact | None:
        return artefacts.stored_artefact(access.plan, code, language, format, content["hash"])

    wanted = (access.plan.pk, code, language, format)
    artefact = look()
    if artefact is None and not _has_just_failed(wanted):
        queue.enqueue_once(tasks.build_file, *wanted)
        artefact = _wait_for(look, wanted)
    if artefact is not None:
        return _send(request, artefact, f"{content['title']} – {access.plan.title}.{format}")
    return _say_why(request, access, frame, reading_url, failed=_has_just_failed(wanted))


def kind_or_404(name: str) -> DocumentKind:
    """Return the document of this name, or answer that there is none."""
    try:
        return document_named(name)
    except BadInput as error:
        raise Http404(error.message) from error


def _wait_for(look: Callable[[], Artefact | None], wanted: Wanted) -> Artefact | None:
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        artefact = look()
        if artefact is not None or _has_just_failed(wanted):
            return artefact
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return None


def _has_just_failed(wanted: Wanted) -> bool:
    return queue.has_failed_lately(tasks.build_file, wanted, seconds=TRY_AGAIN_AFTER)


def _send(request: HttpRequest, artefact: Artefact, name: str) -> HttpResponseBase:
    tag = quote_etag(artefact.sha256)
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=304, headers={"ETag": tag})
    return FileResponse(
        artefact.file.open("rb"),
        as_attachment=True,
        filename=name,
        content_type=artefacts.FORMATS[artefact.format],
        headers={"ETag": tag, "Cache-Control": "no-cache"},
    )


def _say_why(
    request: HttpRequest, access: Access, frame: str, reading_url: str, *, failed: bool
) -> HttpResponse:
    if failed:
        heading = _("Dokumentet kunne ikke bygges")
        sentence = _(
            "Noe gikk galt da filen ble laget. Den som drifter Temaplan, finner feilen i loggen. "
            "Dokumentet kan leses på nettsiden, og du kan prøve igjen om et minutt."
        )
    else:
        heading = _("Dokumentet bygges …")
        sentence = _("Filen er snart ferdig. Prøv igjen om noen sekunder.")
    wait = TRY_AGAIN_AFTER if failed else READY_AFTER
    response = render(
        request,
        "public/waiting.html",
        {
            "frame": frame,
            "heading": heading,
            "sentence": sentence,
            "reading_url": reading_url,
        },
        status=503,
    )
    response.headers["Retry-After"] = str(wait)
    response.headers["Cache-Control"] = "no-store"
    return response
