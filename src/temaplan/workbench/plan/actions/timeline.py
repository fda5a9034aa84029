"""Verbs of the timeline. Each writes its event in the same transaction as the change."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.actions.objects import (
    add_object,
    change_object,
    discard_object,
)
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Milestone, MilestoneShift, Person, Plan
from temaplan.workbench.plan.queries.dependencies import dependencies_of, placed, waits_for
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.timeline import was_approved
from temaplan.workbench.plan.rules import timeline as rules
from temaplan.workbench.plan.rules.dependencies import comes_in_order, duration_is_possible
from temaplan.workbench.plan.rules.sharing import may_change_here
from temaplan.workbench.plan.verdicts import require


def add_milestone(
    *,
    plan: Plan,
    by: Person | None,
    values: Mapping[str, Any],
    when: ReadDate | None,
    submission: UUID | None = None,
    slug_from: str = "",
) -> Milestone:
    """Add a step to the timeline. After the approval it has a date, but no approved one."""
    _require_plausible(when, plan)
    require(duration_is_possible(values.get("duration_days")))
    return add_object(
        Milestone,
        plan=plan,
        by=by,
        values={**values, **_dated(when)},
        slug_from=slug_from or str(values["title"]),
        submission=submission,
    )


def change_milestone(
    milestone: Milestone, *, by: Person | None, values: Mapping[str, Any], revision: int
) -> Milestone:
    """Change what a milestone says; its date is moved and its state set by verbs of their own."""
    require(duration_is_possible(values.get("duration_days")))
    return change_object(milestone, by=by, changes=values, revision=revision)


@transaction.atomic
def move_milestone(
    milestone: Milestone,
    *,
    by: Person | None,
    to: ReadDate | None,
    reason: str,
    revision: int,
) -> Milestone:
    """Give a milestone another date; after the approval the move is kept with its reason."""
    require(may_change_here(owner=milestone.owner_plan))
    return move_anyhow(milestone, by=by, to=to, reason=reason, revision=revision)


@transaction.atomic
def move_anyhow(
    milestone: Milestone,
    *,
    by: Person | None,
    to: ReadDate | None,
    reason: str,
    revision: int,
    verb: str = "moved",
) -> Milestone:
    """Move a milestone whoever owns it: by a person's own choice, or after its owner."""
    plan, approved = milestone.plan, milestone.plan.baseline_approved_on is not None
    require(
        rules.may_move(
            state=milestone.state,
            had_date=milestone.date is not None,
            gets_date=to is not None,
            approved=approved,
        )
    )
    require(rules.reason_for_moving(reason=reason, approved=approved))
    _require_plausible(to, plan)
    _require_order(milestone, to)
    was, precision = milestone.date, milestone.precision
    moved = change_object(
        milestone, by=by, changes=_dated(to), revision=revision, verb=verb, reason=reason
    )
    after = (moved.date, moved.precision)
    require(rules.is_a_move(before=(was, precision), after=after))
    if approved and was and to:
        before = ReadDate(was, precision)
        _keep_shift(moved, by=by, before=before, to=to, reason=reason)
    return moved


def set_milestone_state(
    milestone: Milestone, *, by: Person | None, state: str, reason: str, revision: int
) -> Milestone:
    """Say where a milestone stands."""
    require(may_change_here(owner=milestone.owner_plan))
    require(rules.reason_for_state(state=state, reason=reason))
    return change_object(
        milestone,
        by=by,
        changes={"state": state},
        revision=revision,
        verb="state_changed",
        reason=reason,
    )


@transaction.atomic
def discard_milestone(milestone: Milestone, *, by: Person | None, reason: str) -> None:
    """Remove a milestone that nobody has approved or read in a document; the event remains.

    What it waited for, and what waited for it, is removed with it.
    """
    require(
        rules.may_discard_milestone(
            approved=was_approved(milestone),
            in_a_document=stands_in_a_document(milestone),
        )
    )
    for dependency in dependencies_of(milestone):
        discard_object(dependency, by=by, reason=reason)
    discard_object(milestone, by=by, reason=reason)


def _dated(when: ReadDate | None) -> dict[str, Any]:
    if when is None:
        return {"date": None, "precision": "day"}
    return {"date": when.day, "precision": when.precision}


def _require_plausible(when: ReadDate | None, plan: Plan) -> None:
    if when is not None:
        require(rules.day_is_plausible(when.day, reading_date(plan), what=_("Datoen")))


def _require_order(milestone: Milestone, to: ReadDate | None) -> None:
    """Refuse a date before what the milestone waits for; those that wait for it follow later."""
    if to is None:
        return
    later = placed(milestone, day=to.day, precision=to.precision)
    for each in waits_for(milestone):
        require(comes_in_order(placed(each.after), later, least_days=each.least_days))


def _keep_shift(
    milestone: Milestone,
    *,
    by: Person | None,
    before: ReadDate,
    to: ReadDate,
    reason: str,
) -> None:
    add_object(
        MilestoneShift,
        plan=milestone.plan,
        by=by,
        values={
            "milestone": milestone,
            "from_date": before.day,
            "from_precision": before.precision,
            "to_date": to.day,
            "to_precision": to.precision,
            "reason": reason,
            "decided_on": reading_date(milestone.plan),
        },
        slug_from=milestone.slug,
        verb="moved",
    )
