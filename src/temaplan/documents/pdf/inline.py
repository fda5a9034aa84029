"""Text with its dress, as data."""

import re
from typing import Any

from temaplan.documents.document import Inline, Run
from temaplan.documents.lettering import printable, text_width
from temaplan.documents.links import Destinations, note_anchor
from temaplan.documents.numbers import THIN

SOFT_HYPHEN, ZERO_WIDTH = "\u00ad", "\u200b"
# Longer than any word that hyphenation patterns know: an address, a checksum, a slip.
NO_WORD = 40
PIECE = 10
# In a column narrower than this (points) patterns are of no help.
NARROW = 45.0

# A figure is one word: its thin blanks are no-break blanks.
_WORDS = re.compile(f"(?:\\S|{THIN})+")


def inline_content(
    inline: Inline, destinations: Destinations, *, room: float = 0, size: float = 1
) -> list[dict[str, Any]]:
    """Return the runs; inside a table `room` is the width of the column in points."""
    return [_run(run, destinations, room, size) for run in inline]


def _run(run: Run, destinations: Destinations, room: float, size: float) -> dict[str, Any]:
    address = destinations.address(run.href) if run.text.strip() else ""
    call = destinations.call(run)
    return {
        "text": breakable(printable(run.text), room, size),
        "strong": run.strong,
        "emphasis": run.emphasis,
        "address": "" if address.startswith("#") else address,
        "place": address[1:] if address.startswith("#") else "",
        "call": call,
        "note": note_anchor(run.note) if call and run.note is not None else "",
        "number": str(run.note or ""),
    }


def breakable(text: str, room: float = 0, size: float = 1) -> str:
    """Let words break that would otherwise run out of the page or the column."""

    def broken(found: re.Match[str]) -> str:
        word = found.group()
        if room and THIN in word and text_width(word, size) > room:
            return word.replace(THIN, THIN + ZERO_WIDTH)
        if room and room < NARROW and text_width(word, size, bold=True) > room:
            return _in_pieces(word, max(int(room / size) - 1, 1))
        return _in_pieces(word, PIECE) if len(word) > NO_WORD else word

    return _WORDS.sub(broken, text)


def _in_pieces(word: str, length: int) -> str:
    parts = [word[place : place + length] for place in range(0, len(word), length)]
    return SOFT_HYPHEN.join(parts)
