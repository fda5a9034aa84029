"""Verbs of the overview house: confirm that a rule is kept, and take it back."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.overview import rules
from temaplan.workbench.overview.models import RuleConfirmation
from temaplan.workbench.overview.rule_engine.engine import Result
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.actions.objects import add_object, change_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def confirm_rule(
    result: Result,
    *,
    plan: Plan,
    by: Person,
    confirmed_on: date,
    reason: str,
    submission: UUID | None = None,
) -> RuleConfirmation:
    """Keep a person's word that a rule is kept, about the version that `result` shows.

    One about an earlier version is withdrawn by the same act. Raises `NotAllowed`.
    """
    refuse_repeat(RuleConfirmation, plan=plan, submission=submission)
    take_turn(plan)
    standing = RuleConfirmation.objects.filter(
        plan=plan, rule=result.rule.id, withdrawn_on__isnull=True
    )
    same = standing.filter(text_version=result.text.version).exists()
    require(
        rules.may_confirm(
            by_person=result.rule.confirmed_by_person, applies=bool(result.severity), stands=same
        )
    )
    as_of = reading_date(plan)
    require(rules.confirmation_is_founded(day=confirmed_on, as_of=as_of, reason=reason))
    for earlier in standing:
        why = _("Regelen har fått ny tekst, og er bekreftet på nytt.")
        withdraw_confirmation(earlier, by=by, reason=why, revision=earlier.revision)
    return add_object(
        RuleConfirmation,
        plan=plan,
        by=by,
        values={
            "rule": result.rule.id,
            "text_version": result.text.version,
            "confirmed_by": by.name,
            "confirmed_on": confirmed_on,
            "reason": reason,
        },
        slug_from=result.rule.id,
        submission=submission,
        verb="confirmed",
        reason=reason,
    )


def withdraw_confirmation(
    row: RuleConfirmation, *, by: Person, reason: str, revision: int
) -> RuleConfirmation:
    """Say that a confirmation no longer holds; the row stays, with who, when and why."""
    require(rules.may_withdraw(stands=row.stands, reason=reason))
    return change_object(
        row,
        by=by,
        changes={
            "withdrawn_by": by.name,
            "withdrawn_on": reading_date(row.plan),
            "withdrawal_reason": reason,
        },
        revision=revision,
        verb="confirmation_withdrawn",
        reason=reason,
    )
