"""References in a history (`finding/jobs-down`) as the titles that people know.

A reference to what the reader may not see is left out, also from what once stood there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.trace import everything, traced


class Names:
    """Titles of the rows that some references are to, as far as the reader may see them."""

    def __init__(self, refs: Iterable[str], access: Access) -> None:
        slugs: dict[str, set[str]] = {}
        for ref in refs:
            code, _slash, slug = ref.partition("/")
            slugs.setdefault(code, set()).add(slug)
        kinds = [kind for kind in traced() if kind.kind in slugs]
        self._closable = {kind.kind for kind in kinds if kind.visible is not everything}
        self._titles: dict[str, str] = {}
        for kind in kinds:
            rows = kind.model._default_manager.filter(plan=access.plan, slug__in=slugs[kind.kind])
            self._titles |= {row.ref: kind.title(row) for row in kind.fetched(rows, access)}

    def of(self, ref: str) -> str | None:
        """Return the title; of a row that is gone the reference; of a hidden one nothing."""
        if ref in self._titles:
            return self._titles[ref]
        return None if ref.partition("/")[0] in self._closable else ref


def references_in(model: Any, sides: Iterable[Mapping[str, Any] | None]) -> set[str]:
    """Return every reference that stands in old and new values of rows of a model."""
    names = {field.name for field in model._meta.get_fields() if field.is_relation}
    found: set[str] = set()
    for side in sides:
        for name in names & set(side or {}):
            value = (side or {})[name]
            found |= set(value if isinstance(value, list) else [value] if value else [])
    return {ref for ref in found if isinstance(ref, str)}
