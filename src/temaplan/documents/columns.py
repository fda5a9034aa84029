"""How wide the columns of a table may be, so that none is wider than the page.

Used for PDF and Word; a browser decides for itself.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.documents.document import Table, plain
from temaplan.documents.lettering import clean, text_width

# Points. A sheet on its side has 25 mm margins in PDF and Word.
SIZE, SMALL_SIZE = 9.5, 8.0
PADDING = 6.0
SIDEWAYS = 700.0
# A word asks for no more room than this, and is hyphenated in less; figures are not.
LONGEST_WORD = 110.0
HYPHENATED = 60.0
MANY_COLUMNS = 7


@dataclass(frozen=True)
class Columns:
    """The size of the letters, the width of each column, and whether the sheet is turned."""

    size: float
    widths: Sequence[float]
    sideways: bool


def columns_of(table: Table, upright: float) -> Columns:
    """Share the width of the page between the columns by what stands in them.

    A table that would have to break figures on an upright sheet is set sideways.
    """
    size = SIZE if len(table.head) < MANY_COLUMNS else SMALL_SIZE
    texts = [
        [head, *(clean(plain(row[place])) for row in table.rows if place < len(row))]
        for place, head in enumerate(table.head)
    ]
    sideways = sum(_least(column, size, HYPHENATED) for column in texts) > upright
    least = [_least(column, size, LONGEST_WORD) for column in texts]
    wishes = [max(_wish(column, size), width) for column, width in zip(texts, least, strict=True)]
    return Columns(size, _shared(wishes, least, SIDEWAYS if sideways else upright), sideways)


def _wish(column: Sequence[str], size: float) -> float:
    """Return the width that needs no line breaks. The head is semibold."""
    head, *cells = column
    widths = [text_width(head, size, bold=True), *(text_width(cell, size) for cell in cells)]
    return max(widths) + PADDING


def _least(column: Sequence[str], size: float, longest: float) -> float:
    words = [word for text in column for word in text.split(" ")]
    return max(_room_for(word, size, longest) for word in words) + PADDING


def _room_for(word: str, size: float, longest: float) -> float:
    width = text_width(word, size, bold=True)
    return min(width, longest) if any(letter.isalpha() for letter in word) else width


def _shared(wishes: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    if sum(wishes) <= room:
        return [wish * room / sum(wishes) for wish in wishes]
    if sum(least) >= room:
        most = _highest_that_fits(least, room)
        return [min(width, most) for width in least]
    # Short texts, such as dates, stay on one line; long ones share what is left.
    most = _highest_that_fits(wishes, room)
    base = [wish if wish <= most else width for wish, width in zip(wishes, least, strict=True)]
    if sum(base) > room:
        base = list(least)
    longing = [
        math.sqrt(wish) if wish > width else 0.0 for wish, width in zip(wishes, base, strict=True)
    ]
    left = room - sum(base)
    return [width + left * part / sum(longing) for width, part in zip(base, longing, strict=True)]


def _highest_that_fits(widths: Sequence[float], room: float) -> float:
    """Return the width that the broadest columns must be cut to; narrow ones keep theirs."""
    left, columns = room, len(widths)
    for width in sorted(widths):
        if width * columns >= left:
            break
        left, columns = left - width, columns - 1
    return left / columns
