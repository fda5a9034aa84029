"""Starting a plan of one's own from a template."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.plan.actions.objects import add_object
from temaplan.workbench.plan.events import append_event
from temaplan.workbench.plan.models import Milestone, Municipality, Person, Plan
from temaplan.workbench.plan.plan_templates import PLAN_TEMPLATE, PlannedStep, PlanTemplate
from temaplan.workbench.plan.queries.start import free_plan_slug, plan_slug_verdict
from temaplan.workbench.plan.records import values_of
from temaplan.workbench.plan.rules.profile import period_is_possible
from temaplan.workbench.plan.rules.start import first_year_is_possible
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def start_plan(
    *,
    municipality: Municipality,
    by: Person | None,
    values: Mapping[str, Any],
    template: str,
    first_year: int,
    slug: str = "",
    submission: UUID | None = None,
) -> Plan:
    """Make a plan with the milestones of its template; the same submission makes it once.

    `slug` is taken from municipality and title when none is given.
    """
    begun = Plan.objects.filter(submission=submission).first() if submission else None
    if begun is not None:
        return begun
    require(period_is_possible(values.get("period_start"), values.get("period_end")))
    require(first_year_is_possible(first_year))
    if slug:
        require(plan_slug_verdict(slug))
    plan = Plan.objects.create(
        municipality=municipality,
        slug=slug or free_plan_slug(municipality, str(values["title"])),
        template=_template(template).code,
        submission=submission,
        **values,
    )
    append_event(plan, by=by, verb="started", ref=plan.ref, title=str(plan), after=values_of(plan))
    with translation.override(plan.written_language):
        for position, step in enumerate(_template(template).steps, start=1):
            _add_step(plan, by, step, position, first_year)
    return plan


def _template(code: str) -> PlanTemplate:
    found = PLAN_TEMPLATE.get(code)
    if found is None:
        raise BadInput(
            _("Malen «%(code)s» finnes ikke. Velg mellom %(known)s.")
            % {"code": code, "known": ", ".join(PLAN_TEMPLATE)}
        )
    return found


def _add_step(plan: Plan, by: Person | None, step: PlannedStep, position: int, year: int) -> None:
    add_object(
        Milestone,
        plan=plan,
        by=by,
        values={
            "slug": step.slug,
            "position": position,
            "title": str(step.title),
            "date": date(year, step.month, 1),
            "precision": "month",
            "body": step.body,
            "step": step.step,
        },
    )
