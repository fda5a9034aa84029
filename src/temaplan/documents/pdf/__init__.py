"""A document as PDF: PDF/UA-1 and PDF/A-2a in one file, the same bytes every time."""

import json
from datetime import UTC, datetime, time
from typing import Final

from temaplan.documents.document import PlanDocument
from temaplan.documents.links import Link, nowhere
from temaplan.documents.pdf.content import content_of

STANDARDS: Final = ("ua-1", "a-2a")


def render_pdf(document: PlanDocument, *, link: Link = nowhere) -> bytes:
    """Return the document as a file to keep and print.

    Loads the typesetting library, so only worker and command line call this.
    """
    from temaplan.documents.typesetting import typeset

    made = datetime.combine(document.as_of, time(), UTC)
    data = json.dumps(content_of(document, link), ensure_ascii=False)
    return typeset(
        "document.typ",
        data={"document": data},
        form="pdf",
        standards=STANDARDS,
        timestamp=int(made.timestamp()),
    )
