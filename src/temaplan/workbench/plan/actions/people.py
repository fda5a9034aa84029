"""Verbs about people: give, change and end a role, each with its event."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access, today
from temaplan.workbench.plan.actions.one_time_links import link_for
from temaplan.workbench.plan.events import Values, append_event
from temaplan.workbench.plan.mails import mail_is_set_up, send_invitation, send_reset
from temaplan.workbench.plan.models import Membership, Person
from temaplan.workbench.plan.queries.people import (
    Scope,
    managers_beside,
    manages_every_role,
    scope_of,
)
from temaplan.workbench.plan.rules.people import may_end_role, may_give_role, may_hand_over_link
from temaplan.workbench.plan.verdicts import NotAllowed, require


@dataclass(frozen=True)
class Invited:
    """What came of an invitation: the role, and the address to hand over when there is one."""

    membership: Membership
    address: str = ""
    has_account: bool = False
    mailed: bool = False


@transaction.atomic
def invite(
    *,
    access: Access,
    scope: Scope,
    email: str,
    name: str,
    role: str,
    ends_on: date | None,
    by: Person,
) -> Invited:
    """Give somebody a role, with an account if they have none.

    The address for choosing a password is returned only to somebody who could give every
    role that the person has; it is also sent by mail, on commit, when mail is set up.
    """
    person = _person(email, name)
    membership = give_role(person=person, scope=scope, role=role, ends_on=ends_on, by=by)
    if person.has_password or person.demo_cast:
        return Invited(membership, has_account=True, mailed=send_invitation(membership, by=by))
    may_hold = manages_every_role(access, person)
    if not may_hold and not mail_is_set_up():
        return Invited(membership)  # the address of the earlier invitation still works
    link = link_for(person, "invitation")
    mailed = send_invitation(membership, by=by, link=link)
    return Invited(membership, link.address if may_hold else "", mailed=mailed)


def _person(email: str, name: str) -> Person:
    person, _made = Person.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name, "password": make_password(None)}
    )
    if not person.is_active:
        raise NotAllowed(_("Kontoen med denne e-postadressen er stengt."))
    return person


@transaction.atomic
def give_role(
    *, person: Person, scope: Scope, role: str, ends_on: date | None, by: Person | None
) -> Membership:
    """Give a role, or give it again with another end date. Giving the same twice tells nothing."""
    in_municipality = scope.plan is None
    require(may_give_role(role, in_municipality=in_municipality, ends_on=ends_on, today=today()))
    _lock(scope)
    membership = Membership.objects.filter(
        person=person, municipality=scope.municipality, plan=scope.plan, role=role
    ).first()
    if membership is not None:
        return _move_end(membership, ends_on=ends_on, by=by)
    membership = Membership.objects.create(
        person=person,
        municipality=scope.municipality,
        plan=scope.plan,
        role=role,
        ends_on=ends_on,
    )
    _tell(membership, by=by, verb="role_given", after=_values(membership))
    return membership


@transaction.atomic
def change_role_end(membership: Membership, *, ends_on: date | None, by: Person) -> Membership:
    """Let a role hold until another day. Refused where nobody would be left to give roles."""
    return give_role(
        person=membership.person,
        scope=scope_of(membership),
        role=membership.role,
        ends_on=ends_on,
        by=by,
    )


def _move_end(membership: Membership, *, ends_on: date | None, by: Person | None) -> Membership:
    if membership.ends_on == ends_on:
        return membership
    if ends_on is not None:
        require(may_end_role(membership.role, others=managers_beside(membership)))
    before = _values(membership)
    membership.ends_on = ends_on
    membership.save()
    _tell(membership, by=by, verb="role_changed", before=before, after=_values(membership))
    return membership


@transaction.atomic
def end_role(membership: Membership, *, by: Person) -> None:
    """Take a role away at once; the event keeps what it was."""
    _lock(scope_of(membership))
    require(may_end_role(membership.role, others=managers_beside(membership)))
    _tell(membership, by=by, verb="role_ended", before=_values(membership))
    membership.delete()


@transaction.atomic
def renew_password(membership: Membership, *, access: Access, by: Person) -> Invited:
    """Make a one-time address for a new password; the old password works until it is used.

    Whoever may not hold the address can still have it mailed to the person.
    """
    person = membership.person
    verdict = may_hand_over_link(manages_every_role=manages_every_role(access, person))
    purpose = "reset" if person.has_password else "invitation"
    link = link_for(person, purpose)
    mailed = send_reset(membership, link=link)
    if not mailed:
        require(verdict)
    _tell(membership, by=by, verb="password_link_made", after=_values(membership))
    return Invited(membership, link.address if verdict.allowed else "", mailed=mailed)


def _lock(scope: Scope) -> None:
    """Wait for others who give or end roles here, so that two cannot remove each other."""
    type(scope.head)._default_manager.select_for_update().only("pk").get(pk=scope.head.pk)


def _values(membership: Membership) -> Values:
    """Say the role for the event log: the erasable part, without account or address."""
    return {
        "person": membership.person.name,
        "role": membership.role,
        "ends_on": membership.ends_on.isoformat() if membership.ends_on else None,
    }


def _tell(
    membership: Membership,
    *,
    by: Person | None,
    verb: str,
    before: Values = None,
    after: Values = None,
) -> None:
    scope = scope_of(membership)
    append_event(
        scope.head,
        by=by,
        verb=verb,
        ref=f"membership/{membership.pk}",
        title=scope.name,
        before=before,
        after=after,
    )
