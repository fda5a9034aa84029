"""The documents that a plan has, by name: code, address, title, one sentence."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.errors import BadInput


@dataclass(frozen=True)
class DocumentKind:
    """A document that is built from the plan's data.

    `code` stands in commands and stored rows, `name` in addresses.
    """

    code: str
    name: str
    title: str | Promise
    sentence: str | Promise


STATUS = DocumentKind(
    "status",
    "status-og-videre-arbeid",
    gettext_lazy("Status og videre arbeid"),
    gettext_lazy("Hva som er bestilt, hva som er funnet ut, og hva som skjer videre."),
)
CHALLENGES = DocumentKind(
    "challenges",
    "utfordringsdokument",
    gettext_lazy("Utfordringsdokument"),
    gettext_lazy("Hva planen må svare på, hva det bygger på, og hvem som kan gjøre noe."),
)
DOCUMENT_KINDS = (STATUS, CHALLENGES)


def document_named(name: str) -> DocumentKind:
    """Return the document with this name in addresses, or raise `BadInput`."""
    return _found(name, {kind.name: kind for kind in DOCUMENT_KINDS})


def document_coded(code: str) -> DocumentKind:
    """Return the document with this code, or raise `BadInput`."""
    return _found(code, {kind.code: kind for kind in DOCUMENT_KINDS})


def _found(word: str, known: dict[str, DocumentKind]) -> DocumentKind:
    if word not in known:
        raise BadInput(
            _("Dokumentet «%(word)s» finnes ikke. Velg mellom %(known)s.")
            % {"word": word, "known": ", ".join(known)},
            code="unknown_document",
        )
    return known[word]
