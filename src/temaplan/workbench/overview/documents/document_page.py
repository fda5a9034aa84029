"""A document as the stored page that people read: body, contents, stamp, edition."""

from typing import Any

from temaplan.documents.document import PlanDocument
from temaplan.documents.html import render_html
from temaplan.workbench.overview.documents.links import page_links
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION

# A short form of the checksum, enough to tell two printed copies apart.
EDITION_LENGTH = 8


def _contents(document: PlanDocument) -> list[dict[str, Any]]:
    """Return the chapters, each with its sections."""
    chapters: list[dict[str, Any]] = []
    for heading in document.headings:
        entry = {"number": heading.number, "title": heading.text, "anchor": heading.anchor}
        if heading.level == CHAPTER:
            chapters.append({**entry, "sections": []})
        elif heading.level == SECTION and chapters:
            chapters[-1]["sections"].append(entry)
    return chapters


def document_page(document: PlanDocument) -> dict[str, Any]:
    """Return what the reading page shows, ready for its template."""
    return {
        "title": document.title,
        "name": document.name,
        "stamp": document.stamp,
        "edition": document.sha256[:EDITION_LENGTH],
        "hash": document.sha256,
        "contents": _contents(document),
        "body": render_html(document, link=page_links(document)),
    }
