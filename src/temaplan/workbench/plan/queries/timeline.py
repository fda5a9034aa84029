"""Questions about the timeline."""

from calendar import monthrange
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.rules.timeline import may_approve_timeline
from temaplan.workbench.plan.verdicts import Verdict
from temaplan.workbench.plan.vocabulary import MILESTONE_STATES

OVER = tuple(state.code for state in MILESTONE_STATES if state.over)


def milestones(plan: Plan) -> QuerySet[Milestone]:
    """Return the timeline in its order, undated steps last."""
    return Milestone.objects.filter(plan=plan)


def passed(as_of: date) -> Q:
    """Match milestones whose day, or whole month, lies before the day of reading."""
    first_of_month = as_of.replace(day=1)
    return Q(precision="day", date__lt=as_of) | Q(precision="month", date__lt=first_of_month)


def late_milestones(plan: Plan, as_of: date) -> QuerySet[Milestone]:
    """Return steps that should have been taken by now."""
    return milestones(plan).filter(passed(as_of)).exclude(state__in=OVER)


def coming_milestones(plan: Plan, as_of: date) -> QuerySet[Milestone]:
    """Return dated steps that are still ahead."""
    return (
        milestones(plan).filter(date__isnull=False).exclude(passed(as_of)).exclude(state__in=OVER)
    )


def is_late(milestone: Milestone, as_of: date) -> bool:
    """Tell of one milestone what `late_milestones` tells of all."""
    if milestone.date is None or milestone.state in OVER:
        return False
    last = milestone.date
    if milestone.precision == "month":
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return last < as_of


def milestone_for(access: Access, slug: str) -> Milestone:
    """Fetch one milestone of the plan with its shifts, or answer as if it did not exist."""
    found = (
        Milestone.objects.filter(plan=access.plan, slug=slug)
        .select_related("plan")
        .prefetch_related("shifts")
        .first()
    )
    if found is None:
        raise Http404(_("Tidslinjen har ingen milepæl med denne adressen."))
    return found


def approval_verdict(plan: Plan) -> Verdict:
    """Tell whether the timeline may be approved as it stands."""
    days = list(milestones(plan).values_list("date", flat=True))
    return may_approve_timeline(
        approved_on=plan.baseline_approved_on, milestones=len(days), undated=days.count(None)
    )
