"""A document as Word: real headings, lists and tables, all looks in styles.

The XML is written here and not through a library: almost all that matters for access
(language, repeated table heads, alternative texts, links both ways, lists that begin
at 1) is beyond what the library offers, and so are the same bytes every time.
"""

from temaplan.documents.document import PlanDocument
from temaplan.documents.docx.blocks import body_xml
from temaplan.documents.docx.package import package
from temaplan.documents.docx.parts import parts_of
from temaplan.documents.docx.writing import Writing
from temaplan.documents.links import Destinations, Link, nowhere
from temaplan.documents.words import words_of


def render_docx(document: PlanDocument, *, link: Link = nowhere) -> bytes:
    """Return the document as a file to work on. Loads the library that makes pictures."""
    writing = Writing(Destinations(document, link), words_of(document))
    body = body_xml(document, writing)
    return package(parts_of(document, body, writing))
