"""A coat of arms as a picture file: PNG, JPEG or SVG, and nothing that could act."""

import re
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from temaplan.errors import BadInput

LARGEST = 1_000_000
MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}
_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_SVG_SPACE = "{http://www.w3.org/2000/svg}"
# What makes an SVG more than a drawing. The file is never inlined either, and is served
# with a CSP of its own; this is so that nobody carries such a file further.
_ACTING = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler"}
_REACHES_OUT = re.compile(r"(?i)(?:url\(\s*['\"]?|^\s*)(?!#)(?:[a-z][a-z0-9+.-]*:|//)")
_DRAWN_IN = re.compile(r"(?i)^\s*data:image/(?:png|jpeg);base64,")


def suffix_of_arms(name: str, content: bytes) -> str:
    """Return what kind of picture the bytes are, as a suffix; refuse what is none of ours."""
    if len(content) > LARGEST:
        raise BadInput(_("Filen «%(name)s» er større enn 1 MB. Velg en mindre.") % {"name": name})
    found = _kind(content)
    if not found:
        raise BadInput(
            _("Filen «%(name)s» er ikke et bilde i formatet PNG, JPEG eller SVG.") % {"name": name}
        )
    named = "." + name.rpartition(".")[2].lower() if "." in name else ""
    if {".jpeg": ".jpg"}.get(named, named) != found:
        raise BadInput(
            _("Filen heter «%(name)s», men innholdet er %(kind)s. Gi den riktig navn først.")
            % {"name": name, "kind": found.removeprefix(".").upper()}
        )
    if found == ".svg":
        _check_drawing(name, content)
    return found


def _kind(content: bytes) -> str:
    if content.startswith(_PNG) and content.endswith(_PNG_END):
        return ".png"
    if content.startswith(_JPEG) and content.rstrip(b"\x00").endswith(_JPEG_END):
        return ".jpg"
    head = content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return ".svg" if head.startswith(b"<") and b"<svg" in content[:20_000] else ""


def _check_drawing(name: str, content: bytes) -> None:
    try:
        text = content.decode("utf-8")
        # A document type can hold entities that grow, or that read files.
        root = None if "<!" in text.replace("<!--", "") else ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError):
        root = None
    if root is None or root.tag != f"{_SVG_SPACE}svg":
        raise BadInput(
            _(
                "Filen «%(name)s» er ikke en SVG som kan leses. Lagre den på nytt som enkel SVG "
                "i UTF-8, uten DOCTYPE, eller bruk PNG."
            )
            % {"name": name}
        )
    if any(_acts(element) for element in root.iter()):
        raise BadInput(
            _(
                "Tegningen «%(name)s» inneholder skript eller henter noe utenfra. "
                "Lagre den uten, eller bruk PNG."
            )
            % {"name": name}
        )


def _acts(element: "ElementTree.Element[str]") -> bool:
    tag = str(element.tag).rpartition("}")[2].lower()
    if tag in _ACTING or (tag == "style" and _reaches_out(element.text or "")):
        return True
    return any(
        attribute.rpartition("}")[2].lower().startswith("on") or _reaches_out(value)
        for attribute, value in element.attrib.items()
    )


def _reaches_out(text: str) -> bool:
    if _DRAWN_IN.match(text):
        return False
    return "@import" in text.lower() or bool(_REACHES_OUT.search(text))
