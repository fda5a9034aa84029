"""The blocks of a document, as data for the template."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from temaplan.documents.charts import Chart, draw
from temaplan.documents.columns import PADDING, Columns, columns_of
from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Table,
    plain,
)
from temaplan.documents.lettering import printable, text_width
from temaplan.documents.links import Destinations
from temaplan.documents.pdf.inline import inline_content, words_content

# A4 less the margins of the template, in points.
ROOM = 402.0
# Lines of text in a row that may be broken.
TALL = 15

Content = dict[str, Any]
Words = Mapping[str, str]


def block_content(block: Block, depth: int, destinations: Destinations, words: Words) -> Content:
    """Return one block."""
    return CONTENTS[type(block)](block, depth, destinations, words)


def _heading(heading: Heading, depth: int, _to: Destinations, _words: Words) -> Content:
    text = f"{heading.number} {heading.text}".strip()
    return {
        "type": "heading",
        "depth": depth,
        "text": words_content(text),
        "anchor": heading.anchor,
    }


def _paragraph(paragraph: Paragraph, _depth: int, to: Destinations, _words: Words) -> Content:
    return {
        "type": "paragraph",
        "kind": paragraph.kind,
        "anchor": paragraph.anchor,
        "runs": inline_content(paragraph.runs, to),
    }


def _listing(listing: Listing, _depth: int, to: Destinations, _words: Words) -> Content:
    return {
        "type": "listing",
        "ordered": listing.ordered,
        "items": [inline_content(item, to) for item in listing.items],
    }


def _table(table: Table, _depth: int, to: Destinations, _words: Words) -> Content:
    columns = columns_of(table, ROOM)
    return {
        "type": "table",
        "title": words_content(table.title),
        "anchor": table.anchor,
        "size": columns.size,
        "columns": columns.widths,
        "sideways": columns.sideways,
        "numeric": sorted(table.numeric),
        "head": [
            words_content(text, width - PADDING, columns.size)
            for text, width in zip(table.head, columns.widths, strict=True)
        ],
        "rows": [_cells(row, columns, to) for row in table.rows],
        "source": _source(table.source, to),
    }


def _cells(row: tuple[Inline, ...], columns: Columns, to: Destinations) -> list[Content]:
    """Return the cells of a row. A row goes over to the next page only if it is very tall."""
    empty: Inline = ()
    cells = [*row, *[empty] * (len(columns.widths) - len(row))]
    lines = max(
        text_width(plain(cell), columns.size) / width
        for cell, width in zip(cells, columns.widths, strict=True)
    )
    return [
        {
            "runs": inline_content(cell, to, room=width - PADDING, size=columns.size),
            "breakable": lines > TALL,
        }
        for cell, width in zip(cells, columns.widths, strict=True)
    ]


def _source(source: Inline, to: Destinations) -> list[Content]:
    return inline_content(source, to) if plain(source) else []


def _figure(figure: Figure, depth: int, to: Destinations, words: Words) -> Content:
    title = words["figure"].format(number=figure.number, title=figure.title)
    drawing = draw(cast("Chart", figure.chart)).wide if figure.chart else ""
    return {
        "type": "figure",
        "title": words_content(title),
        "anchor": figure.anchor,
        "description": printable(figure.description),
        "drawing": printable(drawing),
        "source": _source(figure.source, to),
        "table": _table(figure.table, depth, to, words),
    }


CONTENTS: dict[type[Block], Callable[[Any, int, Destinations, Words], Content]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Table: _table,
    Figure: _figure,
}
