"""Small pieces of written Norwegian that pages and documents share."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.workbench.plan.models import Municipality
from temaplan.workbench.plan.slugs import slugify_norwegian

EN_DASH = "\u2013"

# What a council, its committee and a top executive are called. A stored one of these
# words is written as the municipality says now; quoted orders keep their own.
COUNCILS = frozenset({"kommunestyret", "bystyret", "heradsstyret"})
COMMITTEE = "formannskapet"
EXECUTIVES = frozenset({"kommunedirektøren", "rådmannen", "byrådet"})


def listed(words: Sequence[str]) -> str:
    """Join words as people write a list: «a, b og c»."""
    if len(words) <= 1:
        return "".join(words)
    return _("%(first)s og %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def body_word(text: str, municipality: Municipality) -> str:
    """Return the name of a body or an office as the municipality itself says it."""
    plain = text.strip().casefold()
    if plain in COUNCILS:
        return municipality.council_name
    if plain == COMMITTEE:
        return municipality.executive_committee_name
    return municipality.chief_executive_title if plain in EXECUTIVES else text.strip()


def first_up(text: str) -> str:
    """Begin a sentence with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def years(start: int | None, end: int | None) -> str:
    """Write a period: «2011–2014», «fra 2011», or nothing when unknown."""
    if start and end and start != end:
        return f"{start}{EN_DASH}{end}"
    if start and not end:
        return _("fra %(year)d") % {"year": start}
    return str(start or end or "")


def marking_of(municipality: Municipality) -> str:
    """Return what an invented municipality has on every page and in every chart."""
    return _("Oppdiktet eksempel") if municipality.fictional else ""


def file_name(name: str, municipality: Municipality) -> str:
    """Name a file that a reader takes home: of an invented municipality the name says so.

    A file of figures or edges has no room for the words, and its columns are agreed on.
    """
    marking = marking_of(municipality)
    return f"{name}-{slugify_norwegian(marking)}" if marking else name
