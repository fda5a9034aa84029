"""Letting one milestone come after another, and no longer."""

from uuid import UUID

from django.db import transaction

from temaplan.workbench.plan.actions.objects import add_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Milestone, MilestoneDependency, Person
from temaplan.workbench.plan.queries.dependencies import arrows, placed
from temaplan.workbench.plan.rules.dependencies import comes_in_order, makes_no_ring
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def add_dependency(
    milestone: Milestone,
    *,
    by: Person | None,
    after: Milestone,
    least_days: int = 0,
    submission: UUID | None = None,
) -> MilestoneDependency:
    """Let a milestone come after another. Rings and impossible dates are refused.

    The plan's turn is taken, so that two people cannot close a ring between them.
    """
    plan = milestone.plan
    refuse_repeat(MilestoneDependency, plan=plan, submission=submission)
    take_turn(plan)
    require(
        makes_no_ring(
            milestone=milestone.slug,
            after=after.slug,
            known=arrows(plan),
            titles=dict(Milestone.objects.filter(plan=plan).values_list("slug", "title")),
        )
    )
    require(comes_in_order(placed(after), placed(milestone), least_days=least_days))
    return add_object(
        MilestoneDependency,
        plan=plan,
        by=by,
        values={"milestone": milestone, "after": after, "least_days": least_days},
        slug_from=f"{milestone.slug}-etter-{after.slug}",
        submission=submission,
    )


def discard_dependency(dependency: MilestoneDependency, *, by: Person | None, reason: str) -> None:
    """Let a milestone no longer wait for another."""
    discard_object(dependency, by=by, reason=reason)
