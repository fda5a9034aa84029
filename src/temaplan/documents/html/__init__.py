"""A document as the inside of one `<article>`.

Everything is escaped here; nothing in a document is markup. No element has a style of
its own (strict CSP); the look is in `article.css` of the workbench. Words that only
the page has (link signs, buttons) stand beside the document's own blocks and not in them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Listing,
    Paragraph,
    PlanDocument,
    Table,
)
from temaplan.documents.html.figures import figure_html
from temaplan.documents.html.inline import Setting, identity, inline_html, text_html
from temaplan.documents.html.notes import notes_html
from temaplan.documents.html.tables import table_html
from temaplan.documents.links import Destinations, Link
from temaplan.documents.outline import with_depth
from temaplan.documents.words import words_of

PARAGRAPH_CLASSES = {"lead": "lead", "missing": "missing", "note": "remark"}
QUOTE = "quote"


def render_html(document: PlanDocument, *, link: Link) -> str:
    """Return the document for reading on a page."""
    setting = Setting(Destinations(document, link), words_of(document))
    return "\n".join([_head(document), *_body(document, setting)])


def _head(document: PlanDocument) -> str:
    return (
        f'<header class="document-head"><h1>{text_html(document.title)}</h1>'
        f'<p class="document-plan">{text_html(document.plan)}</p>'
        f'<p class="document-stamp">{text_html(document.stamp)}</p></header>'
    )


def _body(document: PlanDocument, setting: Setting) -> Iterator[str]:
    yield '<div class="document-body">'
    for block, depth in with_depth(document.blocks):
        yield RENDERERS[type(block)](block, depth, setting)
    if document.notes:
        yield notes_html(document.notes, setting)
    yield "</div>"


def heading_html(heading: Heading, depth: int, setting: Setting) -> str:
    """Return a heading with the sign that links to it. The title of the document is `h1`."""
    number = f'<span class="number">{text_html(heading.number)}</span> ' if heading.number else ""
    level = depth + 1
    words = f"<h{level}{identity(heading.anchor)}>{number}{text_html(heading.text)}</h{level}>"
    if not heading.anchor:
        return words
    title = f"{heading.number} {heading.text}".strip()
    name = text_html(setting.words["link_to"].format(title=title))
    return (
        f'<div class="heading heading-{level}">{words}'
        f'<a class="link-sign" href="#{text_html(heading.anchor)}" aria-label="{name}"></a></div>'
    )


def paragraph_html(paragraph: Paragraph, depth: int, setting: Setting) -> str:
    """Return a paragraph; an order in its own words is a quotation."""
    words = inline_html(paragraph.runs, setting)
    place = identity(paragraph.anchor)
    if paragraph.kind == QUOTE:
        return f'<blockquote class="order"{place}><p>{words}</p></blockquote>'
    name = PARAGRAPH_CLASSES.get(paragraph.kind)
    dress = f' class="{name}"' if name else ""
    return f"<p{dress}{place}>{words}</p>"


def listing_html(listing: Listing, depth: int, setting: Setting) -> str:
    """Return a list."""
    kind = "ol" if listing.ordered else "ul"
    items = "".join(f"<li>{inline_html(item, setting)}</li>" for item in listing.items)
    return f"<{kind}>{items}</{kind}>"


RENDERERS: dict[type[Block], Callable[[Any, int, Setting], str]] = {
    Heading: heading_html,
    Paragraph: paragraph_html,
    Listing: listing_html,
    Table: table_html,
    Figure: figure_html,
}
