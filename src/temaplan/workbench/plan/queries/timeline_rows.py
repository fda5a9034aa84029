"""The timeline as pages show it: each milestone with all that stands beside it.

What is shown of a row comes with the row, so that a page costs the same however many
milestones the plan has.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import EarlierBaselineDate, Milestone, MilestoneShift, Plan
from temaplan.workbench.plan.queries.dependencies import with_what_they_wait_for
from temaplan.workbench.plan.queries.documents import documents_with
from temaplan.workbench.plan.queries.sharing import owning_milestones
from temaplan.workbench.plan.queries.timeline import found_or_404, milestones

_BETWEEN = "\x1f"  # the unit separator: no title holds it


def shown_milestones(plan: Plan) -> QuerySet[Milestone]:
    """Return the timeline with the newest reason for moving, and how owners have it.

    Each row has `last_reason`, and `owner_told`, which the function of that name reads.
    """
    return with_what_they_wait_for(with_owners(milestones(plan)))


def shown_milestone(access: Access, slug: str) -> Any:
    """Fetch one milestone for its page, or answer as if it did not exist.

    It has what `shown_milestones` gives, and `stands_in_a_document` and `has_earlier_dates`.
    """
    rows = with_owners(Milestone.objects.filter(plan=access.plan, slug=slug))
    return found_or_404(
        rows.annotate(
            stands_in_a_document=Exists(documents_with(Milestone.record.kind)),
            has_earlier_dates=Exists(EarlierBaselineDate.objects.filter(milestone=OuterRef("pk"))),
        )
    )


def with_owners(rows: QuerySet[Milestone]) -> QuerySet[Any]:
    """Read along what stands beside each milestone, without a statement of its own."""
    newest = MilestoneShift.objects.filter(milestone=OuterRef("pk")).order_by("-decided_on", "-pk")
    # One text and not four columns: to put a subquery together costs more than to run it.
    told = Concat(
        Coalesce(Cast("date", CharField()), Value("")),
        *(
            part
            for name in ("precision", "state", "plan__title")
            for part in (Value(_BETWEEN), name)
        ),
        output_field=CharField(),
    )
    return rows.annotate(
        last_reason=Coalesce(
            Subquery(newest.values("reason")[:1], output_field=CharField()),
            Value("", output_field=CharField()),
        ),
        owner_told=Subquery(owning_milestones().annotate(told=told).values("told")[:1]),
    )


@dataclass(frozen=True)
class OwnerTold:
    """How a milestone stands in the plan that owns it; all empty where none is found."""

    day: date | None = None
    precision: str = ""
    state: str = ""
    plan_title: str = ""


def owner_told(row: Any) -> OwnerTold:
    """Read what was fetched along with a milestone about the plan that owns it."""
    if not row.owner_told:
        return OwnerTold()
    day, precision, state, title = row.owner_told.split(_BETWEEN, 3)
    return OwnerTold(date.fromisoformat(day) if day else None, precision, state, title)
