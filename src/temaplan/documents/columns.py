"""How wide the columns of a table may be, so that none is wider than the page.

Used for PDF and Word; a browser decides for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.documents.document import Table, plain
from temaplan.documents.lettering import clean, text_width

# Points.
SIZE, SMALL_SIZE = 9.5, 8.0
PADDING = 6.0
# No column asks for more than this for its longest word; the word is hyphenated then.
LONGEST_WORD = 110.0
MANY_COLUMNS = 7


@dataclass(frozen=True)
class Columns:
    """The size of the letters and the width of each column, in points."""

    size: float
    widths: Sequence[float]


def columns_of(table: Table, room: float) -> Columns:
    """Share the width of the page between the columns by what stands in them."""
    size = SIZE if len(table.head) < MANY_COLUMNS else SMALL_SIZE
    texts = [
        [head, *(clean(plain(row[place])) for row in table.rows if place < len(row))]
        for place, head in enumerate(table.head)
    ]
    wishes = [_wish(column, size) for column in texts]
    least = [min(_least(column, size), wish) for column, wish in zip(texts, wishes, strict=True)]
    return Columns(size, _shared(wishes, least, room))


def _wish(column: Sequence[str], size: float) -> float:
    """Return the width that needs no line breaks. The head is semibold."""
    head, *cells = column
    widths = [text_width(head, size, bold=True), *(text_width(cell, size) for cell in cells)]
    return max(widths) + PADDING


def _least(column: Sequence[str], size: float) -> float:
    words = [word for text in column for word in text.split(" ")]
    longest = max(text_width(word, size, bold=True) for word in words)
    return min(longest, LONGEST_WORD) + PADDING


def _shared(wishes: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    # What is left after the words have room goes to the columns that wish for more.
    more = [wish - width for wish, width in zip(wishes, least, strict=True)]
    if sum(wishes) <= room:
        more = list(wishes)
    left = room - sum(least)
    return [width + left * part / sum(more) for width, part in zip(least, more, strict=True)]
