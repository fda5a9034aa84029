"""Questions about the calendars that people follow."""

import hashlib

from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access, access_for, on_host
from temaplan.workbench.plan.models import CalendarFeed, Person, Plan
from temaplan.workbench.plan.vocabulary import Capability


def hash_of(token: str) -> str:
    """Return what is kept of an address."""
    return hashlib.sha256(token.encode()).hexdigest()


def feed_of(person: Person | None, plan: Plan) -> CalendarFeed | None:
    """Return a person's calendar of a plan, if there is one."""
    return CalendarFeed.objects.filter(person=person, plan=plan).first()


def followed_by(token: str, host: str) -> Access:
    """Return what an address gives access to, or answer as if it never was.

    Withdrawn, never given out, and of somebody who may no longer see the plan: all the same.
    """
    feed = (
        CalendarFeed.objects.select_related("person", "plan__municipality")
        .filter(token_hash=hash_of(token), person__is_active=True)
        .filter(plan__in=Plan.objects.filter(on_host(host)))
        .first()
    )
    if feed is not None:
        access = access_for(feed.person, feed.plan)
        if access.may(Capability.SEE):
            return access
    raise Http404(_("Her er det ingen kalender."))
