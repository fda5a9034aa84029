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
_WORDS = re.compile(f"((?:\\S|{THIN})+)")

Content = dict[str, Any]


def inline_content(
    inline: Inline, destinations: Destinations, *, room: float = 0, size: float = 1
) -> list[Content]:
    """Return the runs; inside a table `room` is the width of the column in points."""
    return [_run(run, destinations, room, size) for run in inline]


def words_content(text: str, room: float = 0, size: float = 1) -> list[Content]:
    """Return a text in parts, of which only words that are too wide are hyphenated.

    Lines are ragged, and Typst would otherwise hyphenate wherever it can.
    """
    parts: list[Content] = []
    for word in _WORDS.split(printable(text)):
        if room and text_width(word, size, bold=True) > room:
            parts.append({"text": _breakable_in_column(word, room, size), "hyphenate": True})
        elif parts and not parts[-1]["hyphenate"]:
            parts[-1]["text"] += breakable(word)
        else:
            parts.append({"text": breakable(word), "hyphenate": False})
    return parts


def breakable(word: str) -> str:
    """Let what is no word break, or it would run out of the page."""
    return _in_pieces(word, PIECE) if len(word) > NO_WORD else word


def _run(run: Run, destinations: Destinations, room: float, size: float) -> Content:
    address = destinations.address(run.href) if run.text.strip() else ""
    call = destinations.call(run)
    return {
        "parts": words_content(run.text, room, size),
        "strong": run.strong,
        "emphasis": run.emphasis,
        "address": "" if address.startswith("#") else address,
        "place": address[1:] if address.startswith("#") else "",
        "call": call,
        "note": note_anchor(run.note) if call and run.note is not None else "",
        "number": str(run.note or ""),
    }


def _breakable_in_column(word: str, room: float, size: float) -> str:
    if THIN in word:
        return word.replace(THIN, THIN + ZERO_WIDTH)
    if room < NARROW:
        return _in_pieces(word, max(int(room / size) - 1, 1))
    return breakable(word)


def _in_pieces(word: str, length: int) -> str:
    parts = [word[place : place + length] for place in range(0, len(word), length)]
    return SOFT_HYPHEN.join(parts)
