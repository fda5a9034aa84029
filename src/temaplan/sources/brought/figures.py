"""Cells that hold a figure: the number, the published sign, or the sentence that refuses it."""

import re

from temaplan.sources.brought.problems import Notes
from temaplan.sources.cells import OBSERVED, ZERO, Cell, published
from temaplan.sources.words import gettext_noop as _

_NO_NUMBER = "not_a_number"
_STATES = ("observed", "zero", "rounded", "suppressed", "missing", "not_applicable")
_WITHOUT_FIGURE = {"suppressed", "missing", "not_applicable"}
_SIGNS = {":", "..", ".", "-", "–", ""}
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_COMMA = re.compile(r"[+-]?\d{1,3}([ .\u00a0\u202f]?\d{3})*,\d+")
_EITHER = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+")


def figure(text: str, line: int, notes: Notes) -> Cell | None:
    """Read one figure; what cannot be one is noted with its cure."""
    plain = text.strip()
    if plain in _SIGNS:
        return published(plain)
    if _EITHER.fullmatch(plain):
        notes.add(
            line,
            _("«{text}» har komma. Skriv {whole} hvis det skiller tusen, {decimal} hvis ikke."),
            finding=_NO_NUMBER,
            text=plain,
            whole=plain.replace(",", ""),
            decimal=plain.replace(",", ".", 1),
        )
    elif _COMMA.fullmatch(plain):
        notes.add(
            line,
            _("«{text}» har desimalkomma. Skriv punktum: {cure}."),
            finding=_NO_NUMBER,
            text=plain,
            cure=re.sub(r"[ .\u00a0\u202f]", "", plain).replace(",", "."),
        )
    elif _THOUSANDS.fullmatch(plain):
        cure = re.sub(r"\s", "", plain)
        notes.add(
            line,
            _("«{text}» har mellomrom i tallet. Skriv {cure}."),
            finding=_NO_NUMBER,
            text=plain,
            cure=cure,
        )
    elif not _NUMBER.fullmatch(plain):
        notes.add(
            line,
            _("«{text}» er ikke et tall. La cellen stå tom, eller skriv «:» hvis den er skjermet."),
            finding=_NO_NUMBER,
            text=plain,
        )
    elif plain.startswith("-") and float(plain) != 0:
        notes.add(
            line,
            _("{text} er negativt, og et antall kan ikke være det."),
            finding="negative",
            text=plain,
        )
    else:
        return Cell(float(plain), OBSERVED)
    return None


def with_state(cell: Cell, state: str, line: int, notes: Notes) -> Cell | None:
    """Combine a figure with what the state column says; they must agree."""
    if not state:
        return cell
    if state not in _STATES:
        notes.add(
            line,
            _("Tilstanden «{state}» er ukjent. Bruk {known}."),
            finding=_NO_NUMBER,
            state=state,
            known=", ".join(_STATES),
        )
        return None
    if (cell.value is None) != (state in _WITHOUT_FIGURE) or (state == ZERO and cell.value):
        notes.add(
            line,
            _("Tilstanden «{state}» passer ikke med tallet i samme linje."),
            finding=_NO_NUMBER,
            state=state,
        )
        return None
    return Cell(cell.value, state)
