"""Read a PX file: the older format of statistics banks (PX file format 2013).

Keywords end with a semicolon that stands outside quotes. Stub and heading give the order
of the variables, the last one runs fastest. A sign instead of a number stands in quotes.
"""

import re
from collections.abc import Mapping

from temaplan.sources.cells import MISSING, NOT_APPLICABLE, OBSERVED, SUPPRESSED, ZERO, Cell
from temaplan.sources.cube import Cube, Dimension, UnreadableTable

_KEYWORD = re.compile(r"\s*([A-Z0-9-]+)(?:\[([^\]]*)\])?(?:\(([^=]*)\))?\s*=\s*", re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"])*)"')
_TOKEN = re.compile(r'"[^"]*"|[^\s,;]+')
_STATES = {
    '"."': NOT_APPLICABLE,
    '".."': MISSING,
    '"..."': MISSING,
    '":"': SUPPRESSED,
    '"-"': ZERO,
}
_OTHER_DOTS = re.compile(r'"\.{4,6}"')

Keywords = Mapping[tuple[str, str], str]  # (keyword, its argument) → raw text; main language only


def read_px(content: bytes) -> Cube:
    """Return the table of a PX file. Raises `UnreadableTable`."""
    keywords = _keywords(_decoded(content))
    names = _texts(keywords, "STUB") + _texts(keywords, "HEADING")
    if not names:
        raise UnreadableTable("PX-fila sier ikke hvilke variabler tabellen har (STUB, HEADING).")
    return Cube(
        label=_text(keywords, "TITLE") or _text(keywords, "CONTENTS"),
        source=_text(keywords, "SOURCE"),
        updated=_text(keywords, "LAST-UPDATED") or _text(keywords, "CREATION-DATE"),
        dimensions=tuple(_dimension(keywords, name) for name in names),
        cells=tuple(_cells(keywords)),
        notes=tuple(_texts(keywords, "NOTE")),
    )


def _decoded(content: bytes) -> str:
    """Decode as the file says, else as most of them are written."""
    if content.startswith(b"\xef\xbb\xbf"):
        return content.decode("utf-8-sig", "strict")
    said = re.search(rb'CODEPAGE="([^"]+)"', content[:4000])
    name = said[1].decode("ascii", "replace") if said else "windows-1252"
    try:
        return content.decode(name)
    except (LookupError, UnicodeDecodeError) as fault:
        raise UnreadableTable(
            f"PX-fila sier at tegnsettet er «{name}», men det går ikke opp. Hent fila på nytt."
        ) from fault


def _keywords(text: str) -> Keywords:
    found: dict[tuple[str, str], str] = {}
    at = 0
    while at < len(text) and text[at:].strip():
        match = _KEYWORD.match(text, at)
        if match is None:
            line = text.count("\n", 0, at) + 1
            raise UnreadableTable(f"PX-fila er ikke forstått på linje {line}.")
        end = _end(text, match.end())
        if match[2] is None:  # a translation of what stands in the main language
            argument = (match[3] or "").strip().strip('"')
            found[match[1], argument] = text[match.end() : end]
        at = end + 1
    return found


def _end(text: str, start: int) -> int:
    """Return where the keyword ends: the first semicolon that stands outside quotes."""
    at = start
    while (stop := text.find(";", at)) >= 0:
        quote = text.find('"', at)
        if quote < 0 or quote > stop:
            return stop
        closing = text.find('"', quote + 1)
        if closing < 0:
            break
        at = closing + 1
    raise UnreadableTable("PX-fila slutter midt i en opplysning. Hent den på nytt.")


def _texts(keywords: Keywords, name: str, argument: str = "") -> list[str]:
    return _QUOTED.findall(keywords.get((name, argument), ""))


def _text(keywords: Keywords, name: str) -> str:
    """Return a text; one that is written in pieces over several lines is put together."""
    raw = next((value for (word, _), value in keywords.items() if word == name), "")
    return "".join(_QUOTED.findall(raw))


def _dimension(keywords: Keywords, name: str) -> Dimension:
    labels = _texts(keywords, "VALUES", name)
    codes = _texts(keywords, "CODES", name) or labels
    if not labels or len(codes) != len(labels) or len(set(codes)) != len(codes):
        raise UnreadableTable(
            f"Variabelen «{name}» i PX-fila mangler verdier, eller har dem dobbelt."
        )
    said = _texts(keywords, "VARIABLECODE", name)
    is_time = ("TIMEVAL", name) in keywords
    is_contents = name in _texts(keywords, "CONTVARIABLE")
    return Dimension(
        code=said[0] if said else name,
        label=name,
        codes=tuple(codes),
        labels=tuple(labels),
        role="time" if is_time else "metric" if is_contents else "",
    )


def _cells(keywords: Keywords) -> list[Cell]:
    if ("DATA", "") not in keywords:
        raise UnreadableTable(
            "PX-fila har ingen tall (DATA). Den kan være kuttet. Hent den på nytt."
        )
    if any(word == "KEYS" for word, _ in keywords):
        raise UnreadableTable(
            "PX-fila har bare noen av rutene (KEYS). Den formen leses ikke. Hent hele tabellen."
        )
    return [_cell(token) for token in _TOKEN.findall(keywords["DATA", ""])]


def _cell(token: str) -> Cell:
    if token in _STATES:
        state = _STATES[token]
        return Cell(0.0 if state == ZERO else None, state)
    if _OTHER_DOTS.fullmatch(token):
        return Cell(None, MISSING)
    try:
        return Cell(float(token), OBSERVED)
    except ValueError as fault:
        raise UnreadableTable(
            f"PX-fila holder {token}, som verken er et tall eller et tegn."
        ) from fault
