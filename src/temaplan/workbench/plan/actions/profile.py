"""Verbs of the plan's profile: change it, let everybody read it, take it back."""

from collections.abc import Mapping
from typing import Any

from temaplan.workbench.plan.actions.objects import change_head
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.rules import profile as rules
from temaplan.workbench.plan.verdicts import require


def change_profile(
    plan: Plan, *, by: Person | None, values: Mapping[str, Any], revision: int
) -> Plan:
    """Change what the plan says about itself."""
    require(rules.period_is_possible(values.get("period_start"), values.get("period_end")))
    return change_head(plan, by=by, changes=values, revision=revision)


def publish_plan(plan: Plan, *, by: Person | None, reason: str, revision: int) -> Plan:
    """Let everybody read the plan's open pages and documents."""
    require(rules.may_publish(summary=plan.summary))
    return change_head(
        plan,
        by=by,
        changes={"is_public": True},
        revision=revision,
        verb="published",
        reason=reason,
    )


def unpublish_plan(plan: Plan, *, by: Person | None, reason: str, revision: int) -> Plan:
    """Take the plan back from the public; those who work with it still see it."""
    require(rules.may_unpublish(reason=reason))
    return change_head(
        plan,
        by=by,
        changes={"is_public": False},
        revision=revision,
        verb="unpublished",
        reason=reason,
    )
