"""The notes under a document, each linked to where it is called."""

from collections.abc import Sequence

from temaplan.documents.document import Note
from temaplan.documents.html.inline import Setting, inline_html, text_html
from temaplan.documents.links import NOTES_ANCHOR, call_anchor, note_anchor


def notes_html(notes: Sequence[Note], setting: Setting) -> str:
    """Return the numbered notes; the number leads back to the text."""
    items = [
        f'<li id="{note_anchor(note.number)}">{_number(note, setting)} '
        f"{inline_html(note.runs, setting)}</li>"
        for note in notes
    ]
    heading = f'<h2 id="{NOTES_ANCHOR}">{text_html(setting.words["notes"])}</h2>'
    return f'{heading}\n<ol class="notes" role="list">{"".join(items)}</ol>'


def _number(note: Note, setting: Setting) -> str:
    if not setting.destinations.is_called(note.number):
        return str(note.number)
    name = text_html(setting.words["back"].format(number=note.number))
    return (
        f'<a class="note-back" href="#{call_anchor(note.number)}" '
        f'aria-label="{name}">{note.number}</a>'
    )
