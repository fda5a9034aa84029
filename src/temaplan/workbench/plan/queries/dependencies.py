"""Questions about the order between milestones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Milestone, MilestoneDependency, Plan
from temaplan.workbench.plan.rules.dependencies import Placed, comes_in_order
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE


def placed(
    milestone: Milestone, *, day: date | None = None, precision: str | None = None
) -> Placed:
    """Return when a milestone lies as the rules see it, or would lie on another day."""
    return Placed(
        title=milestone.title,
        day=day or milestone.date,
        precision=precision or milestone.precision,
        days=milestone.duration_days,
    )


def waits_for(milestone: Milestone) -> QuerySet[MilestoneDependency]:
    """Return what a milestone comes after, but for what is called off."""
    return milestone.comes_after.exclude(after__state="cancelled").select_related("after")


def dependencies_of(milestone: Milestone) -> QuerySet[MilestoneDependency]:
    """Return every dependency that a milestone takes part in."""
    return MilestoneDependency.objects.filter(
        Q(milestone=milestone) | Q(after=milestone)
    ).select_related("plan", "milestone", "after")


def with_what_they_wait_for(rows: QuerySet[Milestone]) -> QuerySet[Milestone]:
    """Fetch what each milestone comes after in one more statement."""
    dependencies = MilestoneDependency.objects.select_related("after")
    return rows.prefetch_related(Prefetch("comes_after", dependencies))


def out_of_order(milestone: Milestone) -> list[str]:
    """Return a sentence for each thing that the milestone waits for and lies before.

    For a milestone fetched by `with_what_they_wait_for`.
    """
    if MILESTONE_STATE[milestone.state].over:
        return []
    verdicts = (
        comes_in_order(placed(each.after), placed(milestone), least_days=each.least_days)
        for each in milestone.comes_after.all()
        if each.after.state != "cancelled"
    )
    return [verdict.reason for verdict in verdicts if not verdict.allowed]


def arrows(plan: Plan) -> Mapping[str, Iterable[str]]:
    """Return what each milestone of the plan waits for, by their short names."""
    found: dict[str, list[str]] = defaultdict(list)
    pairs: Any = MilestoneDependency.objects.filter(plan=plan).values_list(
        "milestone__slug", "after__slug"
    )
    for milestone, after in pairs:
        found[milestone].append(after)
    return found


def dependency_of(access: Access, milestone: Milestone, slug: str) -> MilestoneDependency:
    """Fetch one thing that a milestone waits for, or answer as if it did not exist."""
    found = (
        MilestoneDependency.objects.filter(plan=access.plan, milestone=milestone, slug=slug)
        .select_related("plan", "milestone", "after")
        .first()
    )
    if found is None:
        raise Http404(_("Milepælen har ingen slik avhengighet."))
    return found


def may_come_before(milestone: Milestone) -> list[tuple[str, str, date | None, str]]:
    """Return the other milestones of the plan: short name, title, date and its precision."""
    rows: Any = (
        Milestone.objects.filter(plan=milestone.plan_id)
        .exclude(pk=milestone.pk)
        .values_list("slug", "title", "date", "precision")
    )
    return list(rows)
