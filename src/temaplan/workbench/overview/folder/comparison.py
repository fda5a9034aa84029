"""What differs between a plan and the folder that is to take its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from temaplan.documents.exchange.plan_folder import PlanSnapshot
from temaplan.documents.exchange.plan_folder.snapshot import Values
from temaplan.workbench.overview.folder.shapes import models_of_rows
from temaplan.workbench.plan.records import differences


@dataclass(frozen=True)
class Change:
    """One thing that differs. `before` or `after` is None for a row that comes or goes."""

    ref: str
    before: Values | None
    after: Values | None

    @property
    def kind(self) -> str:
        """Code name of the thing."""
        return self.ref.partition("/")[0]

    @property
    def slug(self) -> str:
        """Its slug."""
        return self.ref.partition("/")[2]

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """The fields that differ, as (before, after)."""
        return differences(self.before or {}, self.after or {})


def changes_between(before: PlanSnapshot, after: PlanSnapshot) -> list[Change]:
    """Return every difference: the plan's own fields first, then rows along the chain.

    The municipality belongs to more plans than this one, and is compared apart.
    """
    plan = Change(f"plan/{after.plan['slug']}", before.plan, after.plan)
    rows = (
        change for model in models_of_rows() for change in _rows(model.record.kind, before, after)
    )
    return [change for change in (plan, *rows) if change.before != change.after]


def _rows(kind: str, before: PlanSnapshot, after: PlanSnapshot) -> Iterator[Change]:
    old = {row["slug"]: row for row in before.of(kind)}
    new = {row["slug"]: row for row in after.of(kind)}
    for slug in sorted(old | new):
        yield Change(f"{kind}/{slug}", old.get(slug), new.get(slug))
