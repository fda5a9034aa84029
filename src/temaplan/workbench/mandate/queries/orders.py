"""Orders of a plan: all, one, the late ones, and those that lack something."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import (
    Deliverable,
    Mandate,
    MandateRelation,
    MandateStep,
)
from temaplan.workbench.mandate.vocabulary import CLOSED_STATES
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.trace import links


def orders(plan: Plan) -> QuerySet[Any]:
    """Return the plan's orders as they were given, each with its source and its due day."""
    return (
        Mandate.objects.filter(plan=plan)
        .select_related("document")
        .annotate(due_day=Coalesce("postponed_to", "deadline"))
    )


def waiting(plan: Plan) -> QuerySet[Any]:
    """Return the orders that are neither answered nor withdrawn."""
    return orders(plan).exclude(state__in=CLOSED_STATES)


def late_orders(plan: Plan, as_of: date) -> QuerySet[Any]:
    """Return the orders that wait for an answer on a day after their deadline."""
    return waiting(plan).filter(due_day__lt=as_of)


def late_now(access: Access) -> QuerySet[Any]:
    """Return the orders that are late on the date on which the plan is read."""
    return late_orders(access.plan, reading_date(access.plan))


def order_named(access: Access, slug: str) -> Mandate:
    """Fetch one order with everything its page shows, or answer 404."""
    later = MandateRelation.objects.select_related("later__document")
    earlier = MandateRelation.objects.select_related("earlier__document")
    row = (
        orders(access.plan)
        .select_related("plan")
        .prefetch_related(
            "criteria",
            "deliverables",
            "partners",
            Prefetch("relations", earlier),
            Prefetch("inverse_relations", later),
            Prefetch("steps", MandateStep.objects.select_related("document")),
        )
        .filter(slug=slug)
        .first()
    )
    if row is None:
        raise Http404(_("Planen har ingen ordre med adressen «%(slug)s».") % {"slug": slug})
    return row


def unserved(plan: Plan) -> QuerySet[Any]:
    """Return the waiting orders that nothing in the plan serves and no other order takes up."""
    rows = waiting(plan)
    for link in links():
        if link.target is Mandate:
            serving = link.model._default_manager.filter(
                plan=plan, **{f"{link.field}__isnull": False}, **link.where
            )
            rows = rows.exclude(pk__in=serving.values(link.field))
    return rows


def answered_without_delivery(plan: Plan) -> QuerySet[Any]:
    """Return the answered orders that still owe a deliverable."""
    owed = Deliverable.objects.exclude(state="delivered")
    return (
        orders(plan)
        .filter(Q(state="answered"), pk__in=owed.filter(plan=plan).values("mandate"))
        .prefetch_related(Prefetch("deliverables", owed, to_attr="owed"))
    )


def place_of(order: Mandate) -> tuple[int, int]:
    """Return which number the order is among those of its plan, and how many there are."""
    keys = list(orders(order.plan).values_list("pk", flat=True))
    return keys.index(order.pk) + 1, len(keys)
