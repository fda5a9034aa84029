"""The blocks of a document as WordprocessingML."""

from collections.abc import Callable, Iterator
from typing import Any

from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    PlanDocument,
    Table,
)
from temaplan.documents.docx.figures import figure_xml
from temaplan.documents.docx.inline import inline_xml, jump, marked, run_xml
from temaplan.documents.docx.paragraphs import paragraph
from temaplan.documents.docx.tables import table_xml
from temaplan.documents.docx.writing import Writing
from temaplan.documents.links import NOTES_ANCHOR, call_anchor, note_anchor
from temaplan.documents.outline import with_depth

STYLES = {"lead": "Lead", "quote": "Quote", "missing": "Missing", "note": "Remark"}


def body_xml(document: PlanDocument, writing: Writing) -> str:
    """Return everything between the first and the last page furniture."""
    return "\n".join(_parts(document, writing))


def _parts(document: PlanDocument, writing: Writing) -> Iterator[str]:
    yield paragraph("Title", run_xml(document.title))
    yield paragraph("Subtitle", run_xml(document.plan))
    yield paragraph("Stamp", run_xml(document.stamp))
    for block, depth in with_depth(document.blocks):
        yield RENDERERS[type(block)](block, depth, writing)
    if document.notes:
        title = run_xml(writing.words["notes"])
        yield paragraph("Heading1", marked(NOTES_ANCHOR, title, writing))
    for note in document.notes:
        yield _note(note, writing)


def _note(note: Note, writing: Writing) -> str:
    number = str(note.number)
    hint = writing.words["back"].format(number=number)
    back = (
        jump(call_anchor(note.number), number, "Hyperlink", writing, hint)
        if writing.destinations.is_called(note.number)
        else run_xml(number)
    )
    words = f"{back}<w:r><w:tab/></w:r>{inline_xml(note.runs, writing)}"
    return paragraph("NoteText", marked(note_anchor(note.number), words, writing))


def _heading(heading: Heading, depth: int, writing: Writing) -> str:
    words = run_xml(f"{heading.number} {heading.text}".strip())
    return paragraph(f"Heading{depth}", marked(heading.anchor, words, writing))


def _paragraph(block: Paragraph, depth: int, writing: Writing) -> str:
    words = inline_xml(block.runs, writing)
    return paragraph(STYLES.get(block.kind, ""), marked(block.anchor, words, writing))


def _listing(listing: Listing, depth: int, writing: Writing) -> str:
    style = "ListNumber" if listing.ordered else "ListBullet"
    number = writing.next_list() if listing.ordered else 0
    return "\n".join(
        paragraph(style, inline_xml(item, writing), number_list=number) for item in listing.items
    )


RENDERERS: dict[type[Block], Callable[[Any, int, Writing], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Table: table_xml,
    Figure: figure_xml,
}
