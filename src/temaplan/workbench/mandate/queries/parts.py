"""One part of an order."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import (
    Criterion,
    Deliverable,
    Mandate,
    MandateRelation,
)


def criterion_of(order: Mandate, slug: str) -> Criterion:
    """Fetch a criterion of the order, or answer 404."""
    return _part(order.criteria.filter(slug=slug))


def deliverable_of(order: Mandate, slug: str) -> Deliverable:
    """Fetch a deliverable of the order, or answer 404."""
    return _part(order.deliverables.filter(slug=slug))


def relation_of(order: Mandate, slug: str) -> MandateRelation:
    """Fetch a relation that has the order at either end, or answer 404."""
    rows = MandateRelation.objects.filter(plan=order.plan, slug=slug).select_related(
        "plan", "later", "earlier"
    )
    return _part(rows.filter(later=order) | rows.filter(earlier=order))


def _part(rows: Any) -> Any:
    row = rows.first()
    if row is None:
        raise Http404(_("Ordren har ikke den delen som adressen nevner."))
    return row
