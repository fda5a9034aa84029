"""Who has which role on a plan or in a municipality, and who can look after whom."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.plan.access import Access, still_valid
from temaplan.workbench.plan.models import Event, Membership, Municipality, Person, Plan
from temaplan.workbench.plan.vocabulary import ROLE, ROLES, Capability

EVENTS_SHOWN = 50


@dataclass(frozen=True)
class Scope:
    """Where a role holds: on one plan, or on every plan of a municipality."""

    municipality: Municipality
    plan: Plan | None = None

    @property
    def head(self) -> Plan | Municipality:
        """What the events about these roles are told on."""
        return self.plan or self.municipality

    @property
    def name(self) -> str:
        """What people call it."""
        return self.plan.title if self.plan else self.municipality.name


def scope_of(membership: Membership) -> Scope:
    """Return where a role holds."""
    return Scope(membership.municipality, membership.plan)


def roles_on(plan: Plan) -> QuerySet[Membership]:
    """Return every valid role on the plan, those on all plans of the municipality too."""
    return _valid().filter(Q(plan=plan) | Q(plan=None, municipality=plan.municipality_id))


def roles_in(municipality: Municipality) -> QuerySet[Membership]:
    """Return every valid role on all plans of the municipality."""
    return _valid().filter(plan=None, municipality=municipality)


def _valid() -> QuerySet[Membership]:
    return (
        Membership.objects.filter(still_valid(), person__is_active=True)
        .select_related("person", "plan", "municipality")
        .order_by("person__name", "pk")
    )


def role_given_on(scope: Scope, number: int) -> Membership:
    """Fetch a role given on just this plan, or in the municipality, or say 404."""
    found = _valid().filter(pk=number, municipality=scope.municipality, plan=scope.plan).first()
    if found is None:
        raise Http404(_("Rollen finnes ikke, eller den er avsluttet."))
    return found


def managers_beside(membership: Membership) -> int:
    """Count others without end date who can give the same kind of roles in the same place."""
    wanted = Capability.MANAGE_PEOPLE if membership.plan_id is not None else Capability.ADMINISTER
    fit = [role.code for role in ROLES if wanted in role.capabilities]
    place = Q(plan=None, municipality=membership.municipality_id)
    if membership.plan_id is not None:
        place |= Q(plan=membership.plan_id)
    return (
        _valid()
        .filter(place, role__in=fit, ends_on=None)
        .exclude(person=membership.person_id)
        .count()
    )


def manages_every_role(access: Access, person: Person) -> bool:
    """Tell whether the visitor could give every role that the person has, here and elsewhere.

    Only then may the visitor hold an address that makes them that person.
    """
    if person.is_operator:
        return False
    return all(_could_give(access, each) for each in _valid().filter(person=person))


def _could_give(access: Access, membership: Membership) -> bool:
    if membership.municipality_id != access.municipality.pk:
        return False
    if access.may(Capability.ADMINISTER):
        return True
    return membership.plan_id == access.plan.pk and access.may(Capability.MANAGE_PEOPLE)


# What an event about people says; the labels of the verbs themselves need an object.
_SENTENCES = {
    "role_given": gettext_lazy("%(who)s ga %(person)s rollen %(role)s."),
    "role_changed": gettext_lazy("%(who)s endret siste dag for %(person)s som %(role)s."),
    "role_ended": gettext_lazy("%(who)s avsluttet rollen %(role)s for %(person)s."),
    "password_link_made": gettext_lazy("%(who)s laget en adresse for nytt passord til %(person)s."),
}


@dataclass(frozen=True)
class PeopleStep:
    """One event about people, as a sentence."""

    at: datetime
    sentence: str


def people_history(scope: Scope) -> list[PeopleStep]:
    """Return the newest events about roles in a place, newest first."""
    events = (
        Event.objects.filter(
            chain=scope.head.chain, ref__startswith="membership/", verb__in=_SENTENCES
        )
        .select_related("values")
        .order_by("-number")[:EVENTS_SHOWN]
    )
    return [PeopleStep(event.at, _sentence(event)) for event in events]


def _sentence(event: Event) -> str:
    values = getattr(event, "values", None)
    told = (values.after or values.before or {}) if values else {}
    role = ROLE.get(told.get("role", ""))
    return str(_SENTENCES[event.verb]) % {
        "who": event.person_name,
        "person": told.get("person", _("en slettet person")),
        "role": role.label if role else "",
    }


def has_administrator() -> bool:
    """Tell whether anybody who can log in administers a municipality on this installation.

    The demo's cast can log in only where the demo offers it.
    """
    fit = [role.code for role in ROLES if Capability.ADMINISTER in role.capabilities]
    return any(
        each.person.has_password or (settings.DEMO and each.person.demo_cast)
        for each in _valid().filter(plan=None, role__in=fit)
    )


def form_spoken_to(person: Person) -> str:
    """Return the written form for a page to somebody who is not logged in yet."""
    held = Membership.objects.filter(person=person).select_related("plan", "municipality")
    newest = held.order_by("-created_at", "-pk").first()
    if person.language or newest is None:
        return person.language
    return newest.plan.written_language if newest.plan else newest.municipality.language
