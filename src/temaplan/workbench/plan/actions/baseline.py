"""Approving the timeline: the dates of now become the approved ones, the old are kept."""

from datetime import date
from typing import Any

from django.db import transaction

from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.actions.objects import add_object, change_head, change_object
from temaplan.workbench.plan.models import (
    EarlierBaseline,
    EarlierBaselineDate,
    Milestone,
    Person,
    Plan,
)
from temaplan.workbench.plan.queries.timeline import approval_verdict
from temaplan.workbench.plan.rules import timeline as rules
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def approve_timeline(
    plan: Plan, *, by: Person | None, approved_on: date, reason: str, revision: int
) -> Plan:
    """Make the dates of now the approved ones, so that every later move stands beside them.

    An earlier approval is kept with its dates, and stays readable.
    """
    earlier = plan.baseline_approved_on
    require(approval_verdict(plan))
    require(rules.approval_day_fits(approved_on, reading_date(plan), earlier=earlier))
    require(rules.reason_for_new_approval(reason=reason, earlier=earlier))
    if earlier is not None:
        _keep_earlier(plan, earlier, by=by, replaced_on=approved_on)
    for milestone in Milestone.objects.filter(plan=plan):
        _approve(milestone, by=by, reason=reason)
    return change_head(
        plan,
        by=by,
        changes={"baseline_approved_on": approved_on, "baseline_reason": reason},
        revision=revision,
        verb="baseline_approved",
        reason=reason,
    )


def _approve(milestone: Milestone, *, by: Person | None, reason: str) -> None:
    """Let one milestone's date be the approved one; one that is called off has none."""
    counts = milestone.date is not None and milestone.state != "cancelled"
    approved: dict[str, Any] = {
        "baseline_date": milestone.date if counts else None,
        "baseline_precision": milestone.precision if counts else "",
    }
    if any(getattr(milestone, name) != value for name, value in approved.items()):
        change_object(
            milestone,
            by=by,
            changes=approved,
            revision=milestone.revision,
            verb="baseline_approved",
            reason=reason,
        )


def _keep_earlier(plan: Plan, earlier: date, *, by: Person | None, replaced_on: date) -> None:
    kept = add_object(
        EarlierBaseline,
        plan=plan,
        by=by,
        values={
            "approved_on": earlier,
            "reason": plan.baseline_reason,
            "replaced_on": replaced_on,
        },
        slug_from=f"vedtak-{earlier.isoformat()}",
        verb="kept",
    )
    dated = Milestone.objects.filter(plan=plan, baseline_date__isnull=False)
    for number, milestone in enumerate(dated, start=1):
        add_object(
            EarlierBaselineDate,
            plan=plan,
            by=by,
            values={
                "slug": f"{kept.slug}-{number}",
                "baseline": kept,
                "milestone": milestone,
                "date": milestone.baseline_date,
                "precision": milestone.baseline_precision or "day",
            },
            verb="kept",
        )
