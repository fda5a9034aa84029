"""From the bytes of a file to its text, or the sentence that says what the file is instead."""

import codecs

from temaplan.sources.brought.problems import Notes
from temaplan.sources.words import gettext_noop as _

LARGEST = 20_000_000

_OTHER_KINDS = (
    (b"PK\x03\x04", _("Filen er et regneark. Lagre arket som CSV (UTF-8), og ta inn det.")),
    (b"\xd0\xcf\x11\xe0", _("Filen er et regneark. Lagre arket som CSV (UTF-8), og ta inn det.")),
    (b"%PDF", _("Filen er en PDF. Bare CSV kan tas inn.")),
    (b"\x1f\x8b", _("Filen er pakket. Pakk den ut først.")),
)


def text_of(content: bytes, notes: Notes) -> str:
    """Return the text with plain line ends; nothing when the file is no text."""
    if not content.strip():
        notes.add(0, _("Filen er tom."))
    elif len(content) > LARGEST:
        notes.add(0, _("Filen er større enn {limit} MB. Del den opp."), limit=LARGEST // 1_000_000)
    elif told := _other_kind(content):
        notes.add(0, told)
    else:
        return _decoded(content.removeprefix(codecs.BOM_UTF8), notes)
    return ""


def _other_kind(content: bytes) -> str:
    return next((told for sign, told in _OTHER_KINDS if content.startswith(sign)), "")


def _decoded(content: bytes, notes: Notes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        notes.add(line, _("Filen er ikke UTF-8. Lagre den på nytt som «CSV UTF-8»."))
        return ""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in plain:
        line = plain.count("\n", 0, plain.index("\x00")) + 1
        notes.add(line, _("Filen har tegn som ikke hører hjemme i tekst. Lagre den som CSV UTF-8."))
        return ""
    return plain
