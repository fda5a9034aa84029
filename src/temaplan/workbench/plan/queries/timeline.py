"""Questions about the timeline."""

from calendar import monthrange
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import EarlierBaseline, EarlierBaselineDate, Milestone, Plan
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
    """Fetch one milestone of the plan, or answer as if it did not exist."""
    return found_or_404(Milestone.objects.filter(plan=access.plan, slug=slug))


def found_or_404(rows: QuerySet[Milestone]) -> Milestone:
    """Return the one milestone of a query with its plan, or answer as if it did not exist."""
    found = rows.select_related("plan__municipality").first()
    if found is None:
        raise Http404(_("Tidslinjen har ingen milepæl med denne adressen."))
    return found


def approval_verdict(plan: Plan) -> Verdict:
    """Tell whether the timeline may be approved as it stands."""
    steps = list(
        milestones(plan).values_list(
            "state", "date", "precision", "baseline_date", "baseline_precision"
        )
    )
    return may_approve_timeline(
        approved_on=plan.baseline_approved_on,
        milestones=len(steps),
        undated=sum(day is None for _state, day, *_rest in steps),
        differing=sum(_differs(*step) for step in steps),
    )


def _differs(
    state: str, day: date | None, precision: str, approved: date | None, approved_precision: str
) -> bool:
    """Tell whether a new approval would change the approved date of a step."""
    if state == "cancelled" or day is None:
        return approved is not None
    return (day, precision) != (approved, approved_precision)


def was_approved(milestone: Milestone) -> bool:
    """Tell whether a step stands in the approved timeline, or has stood in an earlier one."""
    return milestone.baseline_date is not None or milestone.earlier_dates.exists()


def earlier_baselines(plan: Plan) -> QuerySet[EarlierBaseline]:
    """Return the approvals that later ones have replaced, the newest first."""
    return EarlierBaseline.objects.filter(plan=plan).order_by("-approved_on", "-pk")


def earlier_baseline_for(access: Access, slug: str) -> EarlierBaseline:
    """Fetch one earlier approval of the plan, or answer as if it did not exist."""
    found = EarlierBaseline.objects.filter(plan=access.plan, slug=slug).first()
    if found is None:
        raise Http404(_("Planen har ingen tidligere framdriftsplan med denne adressen."))
    return found


def dates_in(baseline: EarlierBaseline) -> QuerySet[EarlierBaselineDate]:
    """Return the dates of an earlier approval, each with its milestone as it stands now."""
    return EarlierBaselineDate.objects.filter(baseline=baseline).select_related("milestone")
