"""The timeline as pages show it: each milestone with all that stands beside it.

What is shown of a row comes with the row, so that a page costs the same however many
milestones the plan has.
"""

from typing import Any

from django.db.models import CharField, DateField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import EarlierBaselineDate, Milestone, MilestoneShift, Plan
from temaplan.workbench.plan.queries.dependencies import with_what_they_wait_for
from temaplan.workbench.plan.queries.documents import documents_with
from temaplan.workbench.plan.queries.sharing import owning_milestones
from temaplan.workbench.plan.queries.timeline import found_or_404, milestones


def shown_milestones(plan: Plan) -> QuerySet[Milestone]:
    """Return the timeline with the newest reason for moving, and how owners have it.

    Each row has `last_reason`, and `owner_date`, `owner_precision`, `owner_state` and
    `owner_title`, empty where no other plan owns it.
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
    owning = owning_milestones()

    def text(found: QuerySet[Any], name: str) -> Coalesce:
        return Coalesce(
            Subquery(found.values(name)[:1], output_field=CharField()),
            Value("", output_field=CharField()),
        )

    return rows.annotate(
        last_reason=text(newest, "reason"),
        owner_date=Subquery(owning.values("date")[:1], output_field=DateField()),
        owner_precision=text(owning, "precision"),
        owner_state=text(owning, "state"),
        owner_title=text(owning, "plan__title"),
    )
