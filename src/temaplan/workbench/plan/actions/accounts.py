"""Verbs about one's own account, and the first administrator's."""

from collections.abc import Mapping

from django.db import transaction

from temaplan.workbench.plan.actions.municipality import add_municipality
from temaplan.workbench.plan.actions.one_time_links import (
    PASSWORD_LINKS,
    link_for,
    usable_link,
    use_up,
)
from temaplan.workbench.plan.actions.people import give_role
from temaplan.workbench.plan.models import Municipality, Person
from temaplan.workbench.plan.queries.people import Scope, has_administrator


def first_administrator_address() -> str:
    """Return a one-time address for making the first administrator; empty when there is one.

    Each call makes the earlier address useless, so only the newest start's works.
    """
    return "" if has_administrator() else link_for(None, "first_administrator").address


@transaction.atomic
def choose_password(*, token: str, password: str) -> Person:
    """Set the password of the person whose address this is, and use the address up."""
    link = usable_link(token, *PASSWORD_LINKS, lock=True)
    person = link.person
    assert person is not None  # only the first administrator's address has no person
    _set_password(person, password)
    use_up(link)
    return person


@transaction.atomic
def make_first_administrator(
    *,
    token: str,
    name: str,
    email: str,
    password: str,
    municipality: Municipality | None,
    municipality_name: str,
) -> Person:
    """Make the administrator of a municipality, which is made too when it is new."""
    link = usable_link(token, "first_administrator", lock=True)
    person, _made = Person.objects.get_or_create(email=email, defaults={"name": name})
    person.name, person.is_active = name, True
    _set_password(person, password)
    place = municipality or add_municipality(municipality_name, by=person)
    give_role(person=person, scope=Scope(place), role="administrator", ends_on=None, by=person)
    use_up(link)
    return person


def _set_password(person: Person, password: str) -> None:
    person.set_password(password)
    person.save()


def change_password(person: Person, *, password: str) -> None:
    """Change one's own password; Django thereby ends every session that rests on the old."""
    _set_password(person, password)


def change_account(person: Person, *, values: Mapping[str, str]) -> Person:
    """Change one's own name and written form. What is in the history keeps the old name."""
    person.name, person.language = values["name"], values["language"]
    person.save(update_fields=["name", "language"])
    return person
