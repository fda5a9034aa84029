"""Which characters a document may hold, and how wide they are in the document font.

A character that XML cannot hold would stop Word and the drawings; one that the font
of the PDF lacks would stop the PDF. Both are settled here, once for all outputs.
"""

import re
import struct
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FONT = FONTS / "Inter.ttf"
FAMILY = "Inter"
# Semibold letters are at most this much wider than regular ones; a test measures it.
SEMIBOLD = 1.09
# Letters that the font lacks come from one that we do not know: count them as broad.
STRANGER = 1.1
MAP_FORMAT = 4

# Shown where the font has no sign for a character.
REPLACEMENT = "\u25a1"
# Soft hyphen and zero-width blank: where a line may break, and nothing to see.
BREAKS = "\u00ad\u200b"

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# They turn the reading direction of what stands beside them, and are no wording.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS = re.compile("[ \t\r\n]+")


def clean(text: str) -> str:
    """Return the text without control characters and with single blanks."""
    return _BLANKS.sub(" ", _DIRECTIONS.sub("", _NOT_IN_XML.sub("", text)))


def printable(text: str) -> str:
    """Return a clean text with a square for what the document font cannot show.

    A PDF with a missing sign is no archive file, and the typesetting library refuses
    to make it. Page and Word show the character with a font of the reader's machine.
    """
    widths = _widths()
    composed = unicodedata.normalize("NFC", clean(text))
    return "".join(
        letter if ord(letter) in widths or letter in BREAKS else REPLACEMENT for letter in composed
    )


def lacks_signs(text: str) -> bool:
    """Tell whether the document font lacks a sign that a text holds."""
    return printable(text).count(REPLACEMENT) > clean(text).count(REPLACEMENT)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is when set in the document font, without kerning."""
    widths = _widths()
    total = sum(widths.get(ord(letter), STRANGER) for letter in text)
    return total * size * (SEMIBOLD if bold else 1)


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines no wider than `width`; a word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if text_width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, width, size)
        lines += full
    return [*lines, line]


def _cut(word: str, width: float, size: float) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and text_width(parts[-1] + letter, size) > width:
            parts.append("")
        parts[-1] += letter
    return parts


@cache
def _widths() -> Mapping[int, float]:
    """Return the advance of every character of the font, in ems."""
    font = FONT.read_bytes()
    tables = dict(_tables(font))
    (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (long_metrics,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [
        struct.unpack_from(">H", font, tables["hmtx"] + 4 * glyph)[0]
        for glyph in range(long_metrics)
    ]
    return {
        character: advances[min(glyph, long_metrics - 1)] / units
        for character, glyph in _glyphs(font, tables["cmap"]).items()
    }


def _tables(font: bytes) -> list[tuple[str, int]]:
    (number,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(number))
    return [(tag.decode("ascii"), offset) for tag, _sum, offset, _length in records]


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Read the character map: format 4 of the OpenType specification."""
    (first_offset,) = struct.unpack_from(">I", font, cmap + 8)
    start = cmap + first_offset
    form, _length, _language, doubled = struct.unpack_from(">4H", font, start)
    assert form == MAP_FORMAT, "the vendored font has another kind of character map"
    count = doubled // 2
    shape = f">{count}H"
    ends = struct.unpack_from(shape, font, start + 14)
    begins = struct.unpack_from(shape, font, start + 16 + doubled)
    deltas = struct.unpack_from(shape, font, start + 16 + 2 * doubled)
    offsets_at = start + 16 + 3 * doubled
    offsets = struct.unpack_from(shape, font, offsets_at)
    glyphs: dict[int, int] = {}
    for place in range(count):
        for character in range(begins[place], min(ends[place], 0xFFFE) + 1):
            glyph = character
            if offsets[place]:
                at = offsets_at + 2 * place + offsets[place] + 2 * (character - begins[place])
                (glyph,) = struct.unpack_from(">H", font, at)
            if glyph:
                glyphs[character] = (glyph + deltas[place]) % 0x10000
    return glyphs
