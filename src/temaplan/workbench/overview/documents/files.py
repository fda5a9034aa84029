"""A document as the bytes of one file: a web page that stands alone, PDF or Word."""

from datetime import date
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation

from temaplan.documents.document import PlanDocument
from temaplan.documents.html import render_html
from temaplan.documents.links import Link
from temaplan.workbench.overview.documents.artefacts import rendered
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.kinds import document_coded
from temaplan.workbench.overview.documents.links import file_links
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.models import Plan

STYLES = Path(__file__).parents[2] / "static" / "temaplan"


def document_of(plan: Plan, code: str, *, as_of: date | None = None) -> PlanDocument:
    """Build a document in the plan's own written form, as of a date if one is given.

    Raises `BadInput` for a code that is no document.
    """
    kind = document_coded(code)
    with translation.override(plan.written_language):
        return BUILDERS[kind.code](read(plan, as_of))


def document_file(document: PlanDocument, plan: Plan, format: str) -> bytes:
    """Return the document as `html`, `pdf` or `docx`."""
    with translation.override(document.language):
        if format == "html":
            return standalone_page(document, file_links(document, plan)).encode()
        return rendered(document, plan, format)


def standalone_page(document: PlanDocument, link: Link) -> str:
    """Return a document as a whole web page that needs no other file."""
    return render_to_string(
        "public/standalone.html",
        {
            "document": document,
            "body": render_html(document, link=link),
            "style": "".join(
                (STYLES / name).read_text() for name in ("standalone.css", "article.css")
            ),
        },
    )
