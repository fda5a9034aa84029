"""Roles in challenges: add, change, remove."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge import rules
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.vocabulary import ACTOR_ROLE
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def add_role(
    challenge: Challenge,
    *,
    by: Person | None,
    values: Mapping[str, Any],
    submission: UUID | None = None,
) -> RoleAssignment:
    """Say what an actor can be to a challenge, whether it leads, and its room for action."""
    refuse_repeat(RoleAssignment, plan=challenge.plan, submission=submission)
    take_turn(challenge.plan)
    _require_new(challenge, values)
    return add_object(
        RoleAssignment,
        plan=challenge.plan,
        by=by,
        values={**values, "challenge": challenge},
        slug_from=f"{challenge.slug[:30]} {values['organisation'].label[:20]} {values['role']}",
        submission=submission,
    )


@transaction.atomic
def change_role(
    row: RoleAssignment, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> RoleAssignment:
    """Change a role, its lead or its room for action."""
    take_turn(row.plan)
    now = {"organisation": row.organisation, "role": row.role}
    _require_new(row.challenge, {**now, **changes}, but=row)
    return change_object(row, by=by, changes=changes, revision=revision)


def remove_role(row: RoleAssignment, *, by: Person | None, reason: str) -> None:
    """Remove a role; the event keeps what it was."""
    discard_object(row, by=by, reason=reason)


def _require_new(
    challenge: Challenge, values: Mapping[str, Any], but: RoleAssignment | None = None
) -> None:
    actor: Organisation = values["organisation"]
    same = RoleAssignment.objects.filter(
        challenge=challenge, organisation=actor, role=values["role"]
    )
    if but is not None:
        same = same.exclude(pk=but.pk)
    label = str(ACTOR_ROLE[str(values["role"])].label)
    require(rules.role_is_new(actor=actor.name, role=label, held=same.exists()))
