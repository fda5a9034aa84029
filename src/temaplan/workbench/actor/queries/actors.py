"""Questions to the actor house."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.rules.actors import plain_name
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.sorting import norwegian


def actors(plan: Plan) -> QuerySet[Organisation]:
    """Return the plan's actors by name."""
    return (
        Organisation.objects.filter(plan=plan)
        .annotate(name_order=norwegian("name"))
        .order_by("name_order", "pk")
    )


def actor_named(access: Access, slug: str) -> Organisation:
    """Fetch one actor, or answer 404."""
    row = Organisation.objects.filter(plan=access.plan, slug=slug).select_related("plan").first()
    if row is None:
        raise Http404(_("Planen har ingen aktør med adressen «%(slug)s».") % {"slug": slug})
    return row


def is_noted(actor: Organisation) -> bool:
    """Tell whether an actor stands in the contact log or has a seat in a group."""
    noted = Q(contacts__isnull=False) | Q(seats__isnull=False)
    return Organisation.objects.filter(noted, pk=actor.pk).exists()


@dataclass(frozen=True)
class Others:
    """The plan's other actors: what each plain name and each number belongs to."""

    names: dict[str, str]
    numbers: dict[str, str]


def others(plan: Plan, *, but: Organisation | None = None) -> Others:
    """Return the names and numbers that are taken, except those of one actor."""
    rows = Organisation.objects.filter(plan=plan)
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    taken = list(rows.values_list("name", "org_number"))
    return Others(
        names={plain_name(name): name for name, _number in taken},
        numbers={number: name for name, number in taken if number},
    )
