"""A person's own address to the calendar of a plan: made, made anew, withdrawn."""

import secrets

from django.db import transaction

from temaplan.workbench.plan.models import CalendarFeed, Person, Plan
from temaplan.workbench.plan.queries.calendar_feed import hash_of


@transaction.atomic
def make_feed(person: Person, plan: Plan) -> str:
    """Make an address and return its secret part, which is kept nowhere. The old one stops."""
    withdraw_feed(person, plan)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(person=person, plan=plan, token_hash=hash_of(token))
    return token


def withdraw_feed(person: Person, plan: Plan) -> None:
    """Let the address no longer work: from now on it answers as if it never was."""
    CalendarFeed.objects.filter(person=person, plan=plan).delete()
