"""Two people at once: checks that look across rows, and forms that are sent twice."""

from typing import Any
from uuid import UUID

from temaplan.workbench.plan.actions.objects import AlreadySubmitted
from temaplan.workbench.plan.models import Plan, PlanObject


def take_turn(plan: Plan) -> None:
    """Let no other action on the plan come between a check across rows and the save.

    Holds until the transaction that it is called in ends.
    """
    Plan.objects.select_for_update().only("pk").get(pk=plan.pk)


def refuse_repeat(model: type[PlanObject], *, plan: Plan, submission: UUID | None) -> None:
    """Raise `AlreadySubmitted` for a form whose row is stored, before a rule looks at it."""
    if submission is None:
        return
    manager: Any = model._default_manager
    stored = manager.filter(plan=plan, submission=submission).first()
    if stored is not None:
        raise AlreadySubmitted(stored)
