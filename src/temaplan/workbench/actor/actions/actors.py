"""Verbs of the actor house."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.queries.actors import is_noted, others
from temaplan.workbench.actor.rules import actors as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.verdicts import Verdict, require


@transaction.atomic
def add_actor(
    *, plan: Plan, by: Person | None, values: Mapping[str, Any], submission: UUID | None = None
) -> Organisation:
    """Register an actor that the plan does not have already."""
    refuse_repeat(Organisation, plan=plan, submission=submission)
    take_turn(plan)
    _require_right(values, plan)
    return add_object(
        Organisation,
        plan=plan,
        by=by,
        values=_compact(values),
        slug_from=str(values.get("short_name") or values["name"]),
        submission=submission,
    )


@transaction.atomic
def change_actor(
    actor: Organisation, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> Organisation:
    """Change what is known about an actor."""
    take_turn(actor.plan)
    now = {"name": actor.name, "org_number": actor.org_number}
    _require_right({**now, **changes}, actor.plan, but=actor)
    return change_object(actor, by=by, changes=_compact(changes), revision=revision)


def may_discard(actor: Organisation) -> Verdict:
    """Tell whether the actor may be removed from the plan."""
    return rules.may_discard(
        in_a_document=stands_in_a_document(actor),
        used=something_rests_on(actor),
        noted=is_noted(actor),
    )


@transaction.atomic
def discard_actor(actor: Organisation, *, by: Person | None, reason: str) -> None:
    """Remove an actor that is used nowhere; the event keeps what it was."""
    take_turn(actor.plan)
    require(may_discard(actor))
    discard_object(actor, by=by, reason=reason)


def _require_right(values: Mapping[str, Any], plan: Plan, but: Organisation | None = None) -> None:
    number = rules.compact_number(str(values.get("org_number", "")))
    if number:
        require(rules.number_is_right(number))
    taken = others(plan, but=but)
    require(
        rules.is_new(
            name=str(values["name"]), number=number, names=taken.names, numbers=taken.numbers
        )
    )


def _compact(values: Mapping[str, Any]) -> dict[str, Any]:
    if "org_number" not in values:
        return dict(values)
    return {**values, "org_number": rules.compact_number(str(values["org_number"]))}
