"""Where a row stands in a document: the anchor that its house has declared."""

from functools import cache
from typing import Any

from temaplan.workbench.plan.trace import Traced, traced


def anchor_of(row: Any) -> str:
    """Return the row's anchor, the same in every document that shows it."""
    kind = _kinds().get(type(row))
    place = kind.public_anchor(row) if kind else None
    return place[1] if place else str(row.ref).replace("/", "-")


@cache
def _kinds() -> dict[type[Any], Traced]:
    return {kind.model: kind for kind in traced()}
