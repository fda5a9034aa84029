"""The demo's cast as the log-in page shows it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from temaplan.workbench.plan.models import Membership, Municipality
from temaplan.workbench.plan.vocabulary import ROLE
from temaplan.workbench.plan.wording import first_up


@dataclass(frozen=True)
class CastMember:
    """Somebody to log in as: the person's key and the words of the button."""

    person: int
    label: str


@dataclass
class CastOfMunicipality:
    """The cast of one municipality."""

    municipality: Municipality
    members: list[CastMember] = field(default_factory=list)


def cast_by_municipality() -> list[CastOfMunicipality]:
    """Return the cast, planners first, one line per person."""
    roles = (
        Membership.objects.filter(person__demo_cast=True, person__is_active=True)
        .select_related("person", "municipality")
        .order_by("municipality__name", "person")
    )
    groups: dict[int, CastOfMunicipality] = {}
    seen: set[int] = set()
    for each in roles:
        if each.person_id not in seen:
            seen.add(each.person_id)
            group = groups.setdefault(each.municipality_id, CastOfMunicipality(each.municipality))
            group.members.append(CastMember(each.person_id, _label(each)))
    return list(groups.values())


def _label(membership: Membership) -> str:
    """Name the office as the page's own written form does: «Planlegger, Drammen kommune»."""
    return _("%(office)s, %(municipality)s") % {
        "office": first_up(_office(membership.role)),
        "municipality": membership.municipality.name,
    }


def _office(role: str) -> str:
    return _("administrator") if role == "administrator" else str(ROLE[role].label)
