"""Stable short names for rows: folded to ASCII, free within the plan, never reused."""

import re
import unicodedata
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
        "ny",
        "roller",
        "samlet",
        "sammenlign",
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
    kind = model.record.kind
    taken = set(
        model._default_manager.filter(plan=plan, slug__startswith=wanted).values_list(
            "slug", flat=True
        )
    )
    # Discarded rows keep their reference in the log, so it is not given to another.
    taken |= {
        ref.split("/", 1)[1]
        for ref in Event.objects.filter(
            chain=plan.chain, ref__startswith=f"{kind}/{wanted}"
        ).values_list("ref", flat=True)
    }
    taken |= RESERVED
    number, slug = 2, wanted
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
