"""Relations between orders; making one gives the earlier order the state that follows."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.mandate.actions.course import Decision, set_state
from temaplan.workbench.mandate.models import Mandate, MandateRelation
from temaplan.workbench.mandate.queries.course import holding, ring_closed_by, state_before
from temaplan.workbench.mandate.rules import course as course_rules
from temaplan.workbench.mandate.rules import relations as rules
from temaplan.workbench.mandate.vocabulary import RELATION, Relation
from temaplan.workbench.plan.actions.objects import add_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def relate(
    later: Mandate,
    *,
    relation: Relation,
    earlier: Mandate,
    by: Person | None,
    decision: Decision,
    new_deadline: date | None = None,
    revision: int | None = None,
    submission: UUID | None = None,
) -> MandateRelation:
    """Say how a later order relates to an earlier one, which gets its new state and a step.

    Where the decision names no document, it is the one in which the later order stands.
    `revision` is that of the earlier order, when the person had it before them.
    """
    refuse_repeat(MandateRelation, plan=later.plan, submission=submission)
    take_turn(later.plan)
    _require_possible(later, relation, earlier, decision, new_deadline)
    row = add_object(
        MandateRelation,
        plan=later.plan,
        by=by,
        values={
            "later": later,
            "relation": relation.code,
            "earlier": earlier,
            "reason": decision.reason,
        },
        slug_from=f"{later.slug} {relation.code} {earlier.slug}",
        submission=submission,
        verb="linked",
        reason=decision.reason,
    )
    if relation.target_becomes:
        changes: dict[str, Any] = {"state": relation.target_becomes}
        if relation is RELATION["postpones"] and new_deadline is not None:
            changes["postponed_to"] = new_deadline
        set_state(
            earlier,
            by=by,
            changes=changes,
            decision=_in_the_later_document(decision, later),
            revision=_now(earlier).revision if revision is None else revision,
        )
    return row


@transaction.atomic
def unrelate(row: MandateRelation, *, by: Person | None, reason: str) -> None:
    """Remove a relation that was wrong; the earlier order gets back the state it had before.

    It keeps its state when another order still gives it the same.
    """
    take_turn(row.plan)
    require(course_rules.reason_given(reason))
    becomes = RELATION[row.relation].target_becomes
    discard_object(row, by=by, reason=reason)
    earlier = _now(row.earlier)
    if not becomes or earlier.state != becomes or holding(earlier):
        return
    changes: dict[str, Any] = {"state": state_before(earlier)}
    if row.relation == "postpones":
        changes["postponed_to"] = None
    set_state(earlier, by=by, changes=changes, decision=Decision(reason), revision=earlier.revision)


def _require_possible(
    later: Mandate,
    relation: Relation,
    earlier: Mandate,
    decision: Decision,
    new_deadline: date | None,
) -> None:
    earlier = _now(earlier)
    require(
        rules.may_relate(
            same=later.pk == earlier.pk,
            related_already=MandateRelation.objects.filter(
                later=later, relation=relation.code, earlier=earlier
            ).exists(),
            ring=ring_closed_by(later, earlier),
        )
    )
    becomes = relation.target_becomes
    require(course_rules.may_become(earlier.title, state=earlier.state, becomes=becomes))
    if becomes:
        require(course_rules.reason_given(decision.reason))
    if new_deadline is not None:
        require(course_rules.new_deadline_fits(new_deadline, old=earlier.due))


def _in_the_later_document(decision: Decision, later: Mandate) -> Decision:
    if decision.document is not None:
        return decision
    return replace(
        decision,
        document=later.document,
        taken_on=decision.taken_on or later.document.decided_on,
    )


def _now(order: Mandate) -> Mandate:
    return Mandate.objects.select_for_update().get(pk=order.pk)
