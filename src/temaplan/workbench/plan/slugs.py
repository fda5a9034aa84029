"""Stable short names for rows: folded to ASCII, free within the plan, never reused."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from temaplan.workbench.plan.models import Event, Plan

_FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ŋ": "n"})

# Words that stand where a slug may stand: `/arbeid/ny/`, `/arbeid/<plan>/mandat/ny/`.
RESERVED = frozenset(
    {
        "analyser",
        "dekning",
        "dokumenter",
        "filer",
        "funn",
        "grupper",
        "hent",
        "kjoring",
        "kladd",
        "ny",
        "roller",
        "samlet",
        "sammenlign",
        "standardrapport",
        "tabeller",
        "vedta",
    }
)


def slugify_norwegian(text: str, *, longest: int = 60) -> str:
    """Fold a title to a slug: «Næringsplan på Øya» → `naeringsplan-pa-oya`."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLD))
    plain = folded.encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:longest].rstrip("-") or "rad"


def free_slug(model: Any, *, plan: Plan, text: str) -> str:
    """Return a slug that no row of this kind has or has had in the plan."""
    wanted = slugify_norwegian(text)
    return _first_free(wanted, taken_slugs(model, plan=plan, beginning=wanted))


def free_slugs(model: Any, *, plan: Plan, texts: Sequence[str]) -> list[str]:
    """Return such a slug for each of many texts, with the same two statements."""
    taken = taken_slugs(model, plan=plan)
    slugs = []
    for text in texts:
        slug = _first_free(slugify_norwegian(text), taken)
        slugs.append(slug)
        taken.add(slug)
    return slugs


def taken_slugs(model: Any, *, plan: Plan, beginning: str = "") -> set[str]:
    """Return the slugs that rows of this kind have or have had, and the reserved words.

    Discarded rows keep their reference in the log, so it is not given to another.
    """
    now = model._default_manager.filter(plan=plan, slug__startswith=beginning)
    told = Event.objects.filter(
        chain=plan.chain, ref__startswith=f"{model.record.kind}/{beginning}"
    )
    ever = {ref.split("/", 1)[1] for ref in told.values_list("ref", flat=True)}
    return set(now.values_list("slug", flat=True)) | ever | RESERVED


def _first_free(wanted: str, taken: set[str]) -> str:
    number, slug = 2, wanted
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
