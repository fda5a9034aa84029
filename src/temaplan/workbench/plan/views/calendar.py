"""The timeline in a calendar: a file, and an address that a person's own calendar follows."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from temaplan.documents.exchange.ical import MEDIA_TYPE
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.calendar_feed import make_feed, withdraw_feed
from temaplan.workbench.plan.calendar_entries import feed_address, timeline_calendar
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import hostname, on_plan, person_of, public
from temaplan.workbench.plan.language import speak_for
from temaplan.workbench.plan.queries.calendar_feed import feed_of, followed_by
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def calendar(request: HttpRequest, access: Access) -> HttpResponse:
    """Offer the file, and the person's own address."""
    feed = feed_of(access.person, access.plan)
    made = written_date(timezone.localdate(feed.made_at)) if feed else ""
    return render(request, "plan/calendar.html", {"made": made, **_addresses(access)})


@on_plan(Capability.SEE)
def calendar_file(request: HttpRequest, access: Access) -> HttpResponse:
    """Send the timeline as a file."""
    name = f"{access.plan.slug}-framdrift.ics"
    return HttpResponse(
        timeline_calendar(access.plan),
        content_type=MEDIA_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@on_plan(Capability.SEE)
@require_POST
@never_cache
def calendar_make(request: HttpRequest, access: Access) -> HttpResponse:
    """Make an address; it is shown in this answer only. One from before stops working."""
    token = make_feed(person_of(request), access.plan)
    return render(
        request, "plan/calendar_made.html", {"address": feed_address(token), **_addresses(access)}
    )


@on_plan(Capability.SEE)
@require_POST
def calendar_withdraw(request: HttpRequest, access: Access) -> HttpResponse:
    """Let the person's address no longer work."""
    withdraw_feed(person_of(request), access.plan)
    messages.success(request, _("Adressen er trukket tilbake og virker ikke lenger."))
    return redirect("calendar", access.plan.slug)


@public
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Send the timeline to whoever has the address of a person who may see the plan."""
    access = followed_by(token, hostname(request))
    speak_for(request, access.plan, access.person.language if access.person else "")
    response = HttpResponse(timeline_calendar(access.plan), content_type=MEDIA_TYPE)
    patch_cache_control(response, private=True, no_cache=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _addresses(access: Access) -> dict[str, str]:
    names = {
        "back": "timeline",
        "file": "calendar-file",
        "make": "calendar-make",
        "withdraw": "calendar-withdraw",
        "calendar": "calendar",
    }
    return {f"{word}_url": reverse(name, args=[access.plan.slug]) for word, name in names.items()}
