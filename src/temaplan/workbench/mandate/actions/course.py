"""Steps in the life of an order. Each keeps when, in which document and why."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from temaplan.workbench.mandate.models import Mandate, MandateStep, SourceDocument
from temaplan.workbench.mandate.queries.course import holding
from temaplan.workbench.mandate.rules import course as rules
from temaplan.workbench.mandate.vocabulary import STEP, Step
from temaplan.workbench.plan.actions.objects import Conflict, add_object, change_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.verdicts import Verdict, require


@dataclass(frozen=True)
class Decision:
    """Why a step is taken, and when and where that was decided; unknown is allowed."""

    reason: str
    taken_on: date | None = None
    document: SourceDocument | None = None


def may_take(step: Step, order: Mandate) -> Verdict:
    """Tell whether the step may be taken now."""
    held_by = [row.title for row in holding(order)] if step.code == "reopen" else []
    return rules.may_take(step, state=order.state, held_by=held_by)


@transaction.atomic
def take_step(
    order: Mandate,
    *,
    step: Step,
    by: Person | None,
    decision: Decision,
    revision: int,
    new_deadline: date | None = None,
    submission: UUID | None = None,
) -> Mandate:
    """Answer, postpone, withdraw or open an order again, and keep the step.

    Nothing is deleted. A postponement may move the day by which the order is due.
    """
    refuse_repeat(MandateStep, plan=order.plan, submission=submission)
    take_turn(order.plan)
    _require_newest(order, revision)
    require(may_take(step, order))
    require(rules.reason_given(decision.reason))
    require(rules.new_deadline_fits(new_deadline, old=order.due))
    changes: dict[str, Any] = {"state": step.becomes}
    if step is STEP["postpone"] and new_deadline is not None:
        changes["postponed_to"] = new_deadline
    if step is STEP["reopen"]:
        changes["postponed_to"] = None
    return set_state(
        order,
        by=by,
        changes=changes,
        decision=decision,
        revision=revision,
        submission=submission,
    )


def set_state(
    order: Mandate,
    *,
    by: Person | None,
    changes: dict[str, Any],
    decision: Decision,
    revision: int,
    submission: UUID | None = None,
) -> Mandate:
    """Give an order its new state and keep the step that says why.

    Must stand in the transaction of what the state follows from.
    """
    changed = change_object(
        order,
        by=by,
        changes=changes,
        revision=revision,
        verb="state_changed",
        reason=decision.reason,
    )
    last = order.steps.aggregate(last=Max("position"))["last"]
    add_object(
        MandateStep,
        plan=order.plan,
        by=by,
        values={
            "mandate": order,
            "position": (last or 0) + 1,
            "state": changed.state,
            "taken_on": decision.taken_on,
            "document": decision.document,
            "reason": decision.reason,
        },
        slug_from=f"{order.slug}-{changed.state}",
        submission=submission,
        verb="state_changed",
        reason=decision.reason,
    )
    return changed


def _require_newest(order: Mandate, revision: int) -> None:
    """Raise `Conflict` when somebody has taken a step since, even to the same state.

    The two have each their reason, so the second is not stored already.
    """
    now = Mandate.objects.select_for_update().get(pk=order.pk)
    if now.revision != revision:
        raise Conflict(now, {"revision": revision})
