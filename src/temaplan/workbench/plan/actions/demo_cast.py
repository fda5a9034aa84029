"""The demo's cast: one person per office and municipality, who log in with one click.

They have no password and an address that can never receive mail, so outside the demo
nobody can log in as them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction

from temaplan.workbench.plan.events import append_event
from temaplan.workbench.plan.models import Membership, Municipality, Person, Plan


@dataclass(frozen=True)
class Office:
    """One member of the cast: the role, its word in an address, and where it holds."""

    role: str
    word: str
    name: str
    whole_municipality: bool = False


# Named by office only, in the order of the log-in page.
OFFICES = (
    Office("planner", "planlegger", "Planlegger", whole_municipality=True),
    Office("reader", "leser", "Leser"),
    Office("group_member", "gruppemedlem", "Gruppemedlem"),
    Office("adviser", "ekstern-radgiver", "Ekstern rådgiver"),
    Office("administrator", "administrator", "Administrator", whole_municipality=True),
)


@transaction.atomic
def make_demo_cast(plans: Iterable[Plan]) -> list[Person]:
    """Make the cast of the plans' municipalities; what is there already stays as it is."""
    found: dict[int, Person] = {}
    for plan in plans:
        for office in OFFICES:
            person = _person(office, plan.municipality)
            _role(office, person, plan)
            found[person.pk] = person
    return list(found.values())


def _person(office: Office, municipality: Municipality) -> Person:
    person, _made = Person.objects.get_or_create(
        email=f"{office.word}@{municipality.slug}.demo.invalid",
        defaults={
            "name": f"{office.name}, {municipality.name}",
            "password": make_password(None),
            "demo_cast": True,
        },
    )
    return person


def _role(office: Office, person: Person, plan: Plan) -> None:
    on_plan = None if office.whole_municipality else plan
    membership, made = Membership.objects.get_or_create(
        person=person, municipality=plan.municipality, plan=on_plan, role=office.role
    )
    if made:
        append_event(
            on_plan or plan.municipality,
            by=None,
            verb="role_given",
            ref=f"membership/{membership.pk}",
            title=str(on_plan or plan.municipality),
            after={"person": person.name, "role": office.role, "ends_on": None},
        )
