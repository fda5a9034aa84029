"""Showing a milestone of another plan in this one, and following it when it moves there."""

from uuid import UUID

from django.db import transaction

from temaplan.workbench.plan.actions.objects import add_object, change_object
from temaplan.workbench.plan.actions.timeline import move_anyhow
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Milestone, Person, Plan
from temaplan.workbench.plan.queries.sharing import owner_of
from temaplan.workbench.plan.queries.timeline import OVER
from temaplan.workbench.plan.rules.sharing import may_follow, may_share
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def share_milestone(
    theirs: Milestone, *, into: Plan, by: Person | None, submission: UUID | None = None
) -> Milestone:
    """Show a milestone of another plan of the municipality in this one.

    Whether the person may write in both plans is asked before, where it is fetched.
    """
    refuse_repeat(Milestone, plan=into, submission=submission)
    take_turn(into)
    here = Milestone.objects.filter(
        plan=into, owner_plan=theirs.plan.slug, owner_milestone=theirs.slug
    )
    require(may_share(taken=here.exists(), shared_itself=theirs.is_shared))
    return add_object(
        Milestone,
        plan=into,
        by=by,
        values={
            "title": theirs.title,
            "date": theirs.date,
            "precision": theirs.precision,
            "duration_days": theirs.duration_days,
            "body": theirs.body,
            "responsible": theirs.responsible,
            "owner_plan": theirs.plan.slug,
            "owner_milestone": theirs.slug,
        },
        slug_from=f"{theirs.plan.slug}-{theirs.slug}",
        submission=submission,
        verb="shared",
    )


@transaction.atomic
def follow_owner(
    milestone: Milestone, *, by: Person | None, reason: str, revision: int
) -> Milestone:
    """Take over the date and the end from the plan that owns a milestone.

    In an approved timeline the move is kept with its reason, like any other.
    """
    there = owner_of(milestone).milestone
    here = (milestone.date, milestone.precision)
    ended = there is not None and there.state in OVER and there.state != milestone.state
    require(
        may_follow(
            here=here,
            there=(there.date, there.precision) if there else None,
            same_state=not ended,
        )
    )
    assert there is not None
    moved = milestone
    if (there.date, there.precision) != here:
        to = ReadDate(there.date, there.precision) if there.date else None
        moved = move_anyhow(
            milestone, by=by, to=to, reason=reason, revision=revision, verb="followed"
        )
        revision = moved.revision
    if ended:
        moved = change_object(
            moved,
            by=by,
            changes={"state": there.state},
            revision=revision,
            verb="followed",
            reason=reason,
        )
    return moved


def stop_following(
    milestone: Milestone, *, by: Person | None, reason: str, revision: int
) -> Milestone:
    """Make a shared milestone the plan's own; it stays where it stands."""
    return change_object(
        milestone,
        by=by,
        changes={"owner_plan": "", "owner_milestone": ""},
        revision=revision,
        reason=reason,
    )
