"""What kind of file some bytes are, told by the bytes and never by the name."""

import io
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    """A kind of file that can be kept with a plan."""

    suffixes: tuple[str, ...]
    word: str
    media_type: str


PDF = FileKind((".pdf",), "PDF", "application/pdf")
WORD = FileKind(
    (".docx",),
    "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
EXCEL = FileKind(
    (".xlsx",), "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
PNG = FileKind((".png",), "PNG", "image/png")
JPEG = FileKind((".jpg", ".jpeg"), "JPEG", "image/jpeg")
CSV = FileKind((".csv",), "CSV", "text/csv")
TEXT = FileKind((".txt",), "TXT", "text/plain")

KINDS = (PDF, WORD, EXCEL, PNG, JPEG, CSV, TEXT)
_TEXTS = (CSV, TEXT)
_PARTS = {"word/document.xml": WORD, "xl/workbook.xml": EXCEL}
# A Word or Excel file may hold programs; one that does has these parts.
_PROGRAM = "vbaproject.bin"
_FIRST_PRINTED = 32


def kind_named(name: str) -> FileKind | None:
    """Return the kind that the end of a name stands for."""
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def kind_of(content: bytes, named: FileKind | None) -> FileKind | None:
    """Return the kind that the bytes are; text is the kind of text that the name says."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    if _is_text(content):
        return named if named in _TEXTS else TEXT
    return None


def _office(content: bytes) -> FileKind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if any(name.lower().endswith(_PROGRAM) for name in names):
        return None
    return next((kind for part, kind in _PARTS.items() if part in names), None)


def _is_text(content: bytes) -> bool:
    """Tell whether the bytes are text in some encoding, and no page that a browser would run."""
    if any(byte < _FIRST_PRINTED and byte not in b"\t\n\f\r" for byte in set(content)):
        return False
    head = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower()
    return not head.startswith((b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script"))
