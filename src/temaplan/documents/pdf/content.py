"""The document as data for the template: everything resolved, nothing left to decide."""

from typing import Any

from temaplan.documents.charts.sheet import subject_colour
from temaplan.documents.document import Paragraph, PlanDocument, Run
from temaplan.documents.lettering import lacks_signs, printable
from temaplan.documents.links import NOTES_ANCHOR, Destinations, Link, call_anchor, note_anchor
from temaplan.documents.outline import with_depth
from temaplan.documents.pdf.blocks import block_content
from temaplan.documents.pdf.inline import inline_content
from temaplan.documents.words import words_of

SEPARATOR = " · "


def content_of(document: PlanDocument, link: Link) -> dict[str, Any]:
    """Return what `templates/document.typ` sets."""
    words = words_of(document)
    destinations = Destinations(document, link)
    blocks = [
        block_content(block, depth, destinations, words)
        for block, depth in with_depth(document.blocks)
    ]
    if lacks_signs(repr(document)):  # everything that it holds, charts and notes too
        told = block_content(Paragraph((Run(words["signs"]),), "note"), 0, destinations, words)
        blocks.insert(0, told)
    return {
        "title": printable(document.title),
        "plan": printable(document.plan),
        "sender": printable(document.sender),
        "stamp": printable(document.stamp),
        "marking": printable(document.marking),
        "head": printable(SEPARATOR.join([document.sender, document.plan])),
        "foot": printable(SEPARATOR.join([document.title, document.stamp])),
        "language": document.language,
        "colour": subject_colour(document.colour),
        "page": words["page"],
        "blocks": blocks,
        "notes-title": words["notes"],
        "notes-anchor": NOTES_ANCHOR,
        "notes": [
            {
                "anchor": note_anchor(note.number),
                "number": str(note.number),
                "back": call_anchor(note.number) if destinations.is_called(note.number) else "",
                "runs": inline_content(note.runs, destinations),
            }
            for note in document.notes
        ],
    }
