"""Text with its dress: links, emphasis, calls of notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from temaplan.documents.document import Inline, Run
from temaplan.documents.lettering import clean
from temaplan.documents.links import Destinations, note_anchor


@dataclass(frozen=True)
class Setting:
    """What every block needs to know of the document it stands in."""

    destinations: Destinations
    words: Mapping[str, str]


def text_html(text: str) -> str:
    """Return plain text that nothing can break out of."""
    return escape(clean(text))


def identity(anchor: str) -> str:
    """Return the attribute for a place that can be linked to, if it is one."""
    return f' id="{text_html(anchor)}"' if anchor else ""


def inline_html(inline: Inline, setting: Setting) -> str:
    """Return the runs of a paragraph, an item or a cell."""
    return "".join(_run_html(run, setting) for run in inline)


def _run_html(run: Run, setting: Setting) -> str:
    words = text_html(run.text)
    if run.emphasis:
        words = f"<em>{words}</em>"
    if run.strong:
        words = f"<strong>{words}</strong>"
    address = setting.destinations.address(run.href)
    if address and run.text.strip():
        words = f'<a href="{text_html(address)}">{words}</a>'
    return words + _call_html(run, setting)


def _call_html(run: Run, setting: Setting) -> str:
    place = setting.destinations.call(run)
    if not place or run.note is None:
        return ""
    name = text_html(setting.words["note"].format(number=run.note))
    return (
        f'<sup><a class="note-call" href="#{note_anchor(run.note)}" id="{place}" '
        f'aria-label="{name}">{run.note}</a></sup>'
    )
