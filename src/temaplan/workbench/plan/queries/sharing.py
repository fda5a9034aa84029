"""Questions about milestones that two plans have in common.

Both plans are of one municipality: what is asked here never reaches into another's.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from temaplan.workbench.plan.access import Access, plans_for
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.queries.timeline import OVER
from temaplan.workbench.plan.vocabulary import Capability


@dataclass(frozen=True)
class Owner:
    """How a shared milestone stands in the plan that owns it.

    Without a `plan` that is not on this installation; without a `milestone` it is gone.
    """

    plan: Plan | None
    milestone: Milestone | None

    @property
    def when(self) -> tuple[date | None, str] | None:
        """The date there, or None when there is none to read."""
        return (self.milestone.date, self.milestone.precision) if self.milestone else None

    def differs_from(self, here: Milestone) -> bool:
        """Tell whether the owner has moved, ended or removed what stands here."""
        if self.milestone is None:
            return self.plan is not None
        ended = self.milestone.state in OVER and self.milestone.state != here.state
        return ended or self.when != (here.date, here.precision)


def owning_milestones() -> QuerySet[Milestone]:
    """Return, inside a query about shared milestones, the one that each is owned as."""
    return Milestone.objects.filter(
        plan__slug=OuterRef("owner_plan"),
        plan__municipality=OuterRef("plan__municipality"),
        slug=OuterRef("owner_milestone"),
    )


def shared_here(plan: Plan) -> QuerySet[Milestone]:
    """Return the milestones of a plan that another plan owns."""
    return Milestone.objects.filter(plan=plan).exclude(owner_plan="")


def moved_by_their_owner(plan: Plan) -> QuerySet[Milestone]:
    """Return shared milestones that stand otherwise in the plan that owns them."""
    owning_plan = Plan.objects.filter(
        slug=OuterRef("owner_plan"), municipality=OuterRef("plan__municipality")
    )
    alike = owning_milestones().filter(
        Q(state=OuterRef("state")) | ~Q(state__in=OVER),
        date=OuterRef("date"),
        precision=OuterRef("precision"),
    )
    return shared_here(plan).filter(Exists(owning_plan), ~Exists(alike))


def owner_of(milestone: Milestone) -> Owner:
    """Return how a shared milestone stands in the plan that owns it."""
    plan = Plan.objects.filter(
        slug=milestone.owner_plan, municipality=milestone.plan.municipality_id
    ).first()
    if plan is None:
        return Owner(None, None)
    found = Milestone.objects.filter(plan=plan, slug=milestone.owner_milestone).first()
    return Owner(plan, found)


def owners_of(plan: Plan) -> dict[tuple[str, str], Owner]:
    """Return how every shared milestone of a plan stands with its owner, in one statement."""
    mine = shared_here(plan)
    found: Any = Milestone.objects.filter(
        plan__municipality=plan.municipality_id,
        plan__slug__in=mine.order_by().values("owner_plan"),
        slug__in=mine.order_by().values("owner_milestone"),
    ).select_related("plan")
    return {(row.plan.slug, row.slug): Owner(row.plan, row) for row in found}


def shown_in(milestone: Milestone) -> QuerySet[Milestone]:
    """Return the rows by which other plans show a milestone of this one."""
    return (
        Milestone.objects.filter(
            owner_plan=milestone.plan.slug,
            owner_milestone=milestone.slug,
            plan__municipality=milestone.plan.municipality_id,
        )
        .select_related("plan")
        .order_by("plan__title", "pk")
    )


@dataclass(frozen=True)
class Offered:
    """A milestone of another plan, as a person chooses it."""

    pk: int
    title: str
    day: date
    precision: str
    plan_title: str


def offered_to(access: Access) -> list[Offered]:
    """Return what may be shown in this plan, by plan and date, but for what is here."""
    here = set(shared_here(access.plan).order_by().values_list("owner_plan", "owner_milestone"))
    names = ("plan__slug", "slug", "pk", "title", "date", "precision", "plan__title")
    rows: Any = may_be_shared_with(access).values_list(*names)
    return [Offered(*rest) for plan, slug, *rest in rows if (plan, slug) not in here]


def may_be_shared_with(access: Access) -> QuerySet[Milestone]:
    """Return what may be shown in this plan: coming milestones of the municipality's other plans.

    Of plans where the person may write, since showing them here lets others read them.
    """
    if access.person is None:
        return Milestone.objects.none()
    theirs = plans_for(access.person, Capability.EDIT).filter(
        municipality=access.plan.municipality_id
    )
    return (
        Milestone.objects.filter(
            plan__in=theirs.exclude(pk=access.plan.pk),
            owner_plan="",
            date__isnull=False,
        )
        .exclude(state__in=OVER)
        .select_related("plan")
        .order_by("plan__title", "plan", "date", "position", "pk")
    )
