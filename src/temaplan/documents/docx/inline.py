"""Text with its dress, as WordprocessingML."""

import re
from html import escape

from temaplan.documents.document import Inline, Run
from temaplan.documents.docx.writing import Writing
from temaplan.documents.lettering import clean
from temaplan.documents.links import note_anchor

SOFT_HYPHEN = re.compile("(\u00ad)")


def text_xml(text: str) -> str:
    """Return plain text as the content of an element or attribute."""
    return escape(clean(text))


def run_xml(text: str, style: str = "") -> str:
    """Return a run. Word hyphenates at an element, not at the character."""
    dress = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    parts = SOFT_HYPHEN.split(clean(text))
    words = "".join(
        "<w:softHyphen/>"
        if SOFT_HYPHEN.match(part)
        else f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in parts
        if part
    )
    return f"<w:r>{dress}{words}</w:r>" if words else ""


def inline_xml(inline: Inline, writing: Writing) -> str:
    """Return the runs of a paragraph, an item or a cell."""
    return "".join(_one(run, writing) for run in inline)


def marked(anchor: str, content: str, writing: Writing) -> str:
    """Put a bookmark around content, so that links can lead to it."""
    if not anchor:
        return content
    number, name = writing.next_mark(), writing.bookmark(anchor)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def jump(anchor: str, text: str, style: str, writing: Writing, hint: str = "") -> str:
    """Return a link within the document."""
    told = f' w:tooltip="{text_xml(hint)}"' if hint else ""
    name = writing.bookmark(anchor)
    return (
        f'<w:hyperlink w:anchor="{name}" w:history="1"{told}>{run_xml(text, style)}</w:hyperlink>'
    )


def _one(run: Run, writing: Writing) -> str:
    return _words(run, writing) + _call(run, writing)


def _words(run: Run, writing: Writing) -> str:
    address = writing.destinations.address(run.href) if run.text.strip() else ""
    if address.startswith("#"):
        return jump(address[1:], run.text, "Hyperlink", writing)
    if address:
        link = writing.address_id(address)
        words = run_xml(run.text, "Hyperlink")
        return f'<w:hyperlink r:id="{link}" w:history="1">{words}</w:hyperlink>'
    return run_xml(run.text, _style(run))


def _style(run: Run) -> str:
    if run.strong:
        return "StrongEmphasis" if run.emphasis else "Strong"
    return "Emphasis" if run.emphasis else ""


def _call(run: Run, writing: Writing) -> str:
    place = writing.destinations.call(run)
    if not place or run.note is None:
        return ""
    hint = writing.words["note"].format(number=run.note)
    call = jump(note_anchor(run.note), str(run.note), "NoteCall", writing, hint)
    return marked(place, call, writing)
