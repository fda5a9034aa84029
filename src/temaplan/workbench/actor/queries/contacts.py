"""Questions to the contact log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Contact, Organisation
from temaplan.workbench.actor.queries.actors import actors
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, CONTACT_KINDS, GROUPS_TO_ANCHOR
from temaplan.workbench.plan.models import Plan


def contact_of(actor: Organisation, slug: str) -> Contact:
    """Fetch one contact with the actor, or answer 404."""
    rows = actor.contacts.select_related("organisation", "plan")
    row = rows.filter(slug=slug).first()
    if row is None:
        raise Http404(_("Aktøren har ikke den kontakten som adressen nevner."))
    return row


def without_contact(plan: Plan) -> QuerySet[Organisation]:
    """Return the actors of the four groups that nobody has been in contact with."""
    return actors(plan).filter(group__in=GROUPS_TO_ANCHOR, contacts__isnull=True)


@dataclass(frozen=True)
class Coverage:
    """One group of actors: how many there are, how many of them each kind of contact reached."""

    group: str
    actors: int
    reached: Mapping[str, int]  # by the code of each kind

    @property
    def is_met(self) -> bool:
        """Tell whether there has been any contact at all."""
        return any(self.reached.values())


def coverage(plan: Plan) -> Sequence[Coverage]:
    """Return each group that must be anchored, and each other that has actors."""
    reached_by = {
        kind.code: Count("pk", filter=Q(contacts__kind=kind.code), distinct=True)
        for kind in CONTACT_KINDS
    }
    counted = (
        Organisation.objects.filter(plan=plan)
        .order_by()
        .values("group")
        .annotate(actors=Count("pk", distinct=True), **reached_by)
    )
    found: dict[str, Mapping[str, Any]] = {row["group"]: row for row in counted}
    return [
        _coverage(term.code, found.get(term.code, {}))
        for term in ACTOR_GROUPS
        if term.code in GROUPS_TO_ANCHOR or term.code in found
    ]


def _coverage(group: str, numbers: Mapping[str, Any]) -> Coverage:
    reached = {kind.code: numbers.get(kind.code, 0) for kind in CONTACT_KINDS}
    return Coverage(group, numbers.get("actors", 0), reached)
