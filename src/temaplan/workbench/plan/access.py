"""Who may see and do what: memberships turned into capabilities.

Fetching is authorising: `plan_for` gives a plan only to those who may know of
it, and everybody else gets the same 404 as for a plan that does not exist.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from temaplan.workbench.plan.models import Membership, Municipality, Person, Plan
from temaplan.workbench.plan.vocabulary import ABOUT_THE_MUNICIPALITY, ROLE, Capability

Visitor = Person | AnonymousUser


@dataclass(frozen=True)
class Access:
    """What one visitor may do on one plan."""

    person: Person | None
    plan: Plan
    capabilities: frozenset[Capability]
    roles: tuple[str, ...] = ()

    def may(self, capability: Capability) -> bool:
        """Tell whether the visitor has this capability on the plan."""
        return capability in self.capabilities

    @property
    def municipality(self) -> Municipality:
        """The plan's municipality."""
        return self.plan.municipality


def today() -> date:
    """Return the date in Norway; the one place where access asks the clock."""
    return timezone.localdate()


def reading_date(plan: Plan) -> date:
    """Return the date that the plan is read as of: its own, else today."""
    return plan.as_of or today()


def still_valid() -> Q:
    """Limit memberships to those that have not ended; the last day is a day of access."""
    return Q(ends_on__isnull=True, ends_on__gte=today(), _connector=Q.OR)


def _valid_memberships(person: Person) -> QuerySet[Membership]:
    return Membership.objects.filter(still_valid(), person=person)


def on_host(host: str) -> Q:
    """Limit plans to the municipality that owns a host; a host of nobody shows all."""
    taken = Municipality.objects.filter(host=host)
    return Q(municipality__host=host) | Q(~Exists(taken))


def plans_for(visitor: Visitor, capability: Capability = Capability.SEE) -> QuerySet[Plan]:
    """Return the plans whose workbench the visitor may see, or where they may do more."""
    if not isinstance(visitor, Person):
        return Plan.objects.none()
    fit = [code for code, role in ROLE.items() if capability in role.capabilities]
    mine = _valid_memberships(visitor).filter(
        Q(plan=OuterRef("pk")) | Q(plan__isnull=True, municipality=OuterRef("municipality")),
        role__in=fit,
    )
    return Plan.objects.select_related("municipality").filter(Exists(mine))


def public_plans(host: str) -> QuerySet[Plan]:
    """Return the published plans that a host shows."""
    return Plan.objects.select_related("municipality").filter(on_host(host), is_public=True)


def access_for(visitor: Visitor, plan: Plan) -> Access:
    """Return what the visitor may do on a plan already fetched."""
    if not isinstance(visitor, Person):
        return Access(None, plan, frozenset())
    held = tuple(
        _valid_memberships(visitor)
        .filter(Q(plan=plan) | Q(plan__isnull=True, municipality=plan.municipality_id))
        .values_list("role", "plan")
    )
    allowed: frozenset[Capability] = frozenset()
    for role, on_plan in held:
        given = capabilities_of((role,))
        allowed |= given if on_plan is None else given - ABOUT_THE_MUNICIPALITY
    return Access(visitor, plan, allowed, tuple(role for role, _on_plan in held))


def capabilities_of(roles: tuple[str, ...]) -> frozenset[Capability]:
    """Return everything that any of the roles allows."""
    return frozenset().union(*(ROLE[code].capabilities for code in roles if code in ROLE))


def plan_for(visitor: Visitor, slug: str, host: str) -> Access:
    """Fetch a plan for its workbench, or answer as if it did not exist."""
    plan = Plan.objects.select_related("municipality").filter(on_host(host), slug=slug).first()
    if plan is not None:
        access = access_for(visitor, plan)
        if access.may(Capability.SEE):
            return access
    raise Http404(_("Det finnes ingen plan med adressen «%(slug)s».") % {"slug": slug})


def public_plan(slug: str, host: str) -> Access:
    """Fetch a published plan for reading, or answer as if it did not exist."""
    plan = public_plans(host).filter(slug=slug).first()
    if plan is None:
        raise Http404(
            _("Det finnes ingen publisert plan med adressen «%(slug)s».") % {"slug": slug}
        )
    return Access(None, plan, frozenset())


def municipalities_with(visitor: Visitor, capability: Capability) -> QuerySet[Municipality]:
    """Return the municipalities where the visitor has a capability for all plans."""
    if not isinstance(visitor, Person):
        return Municipality.objects.none()
    fit: list[Any] = [code for code, role in ROLE.items() if capability in role.capabilities]
    return Municipality.objects.filter(
        pk__in=_valid_memberships(visitor)
        .filter(plan__isnull=True, role__in=fit)
        .values("municipality")
    )
