"""A plan's timeline as entries of a calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from temaplan.documents.exchange.ical import Calendar, Entry, calendar_text
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.language import plain_address
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.wording import body_word, first_up


def timeline_calendar(plan: Plan) -> str:
    """Return the dated milestones of a plan as a calendar, in one statement."""
    rows = Milestone.objects.filter(plan=plan, date__isnull=False)
    name = _("%(plan)s: framdrift") % {"plan": plan.title}
    return calendar_text(Calendar(name, _entries(plan, rows.iterator())))


def _entries(plan: Plan, rows: Iterator[Milestone]) -> Iterator[Entry]:
    # Looked up once: an address a row would cost more than the row itself.
    place = f"{settings.BASE_URL}{plain_address('timeline', plan.slug)}"
    host = urlsplit(settings.BASE_URL).hostname or "temaplan"
    for row in rows:
        if row.date is not None:
            yield _entry(row, row.date, plan, place, host)


def _entry(row: Milestone, day: date, plan: Plan, place: str, host: str) -> Entry:
    only_month = row.precision == "month"
    return Entry(
        uid=f"{row.slug}@{plan.slug}.{host}",
        title=_title(row),
        start=day,
        end=day + timedelta(days=(row.duration_days or 1) - 1),
        changed=row.changed_at,
        revision=row.revision,
        description=_description(row, plan, only_month),
        address=f"{place}{row.slug}/",
        status=_status(row, plan),
    )


def _title(row: Milestone) -> str:
    if row.precision == "month":
        return f"{row.title} ({written_date(row.date, 'month')})"
    return row.title


def _description(row: Milestone, plan: Plan, only_month: bool) -> str:
    who = first_up(body_word(row.responsible, plan.municipality))
    body = first_up(body_word(row.body, plan.municipality))
    lines = [
        _("Bare måneden er kjent. Milepælen står på første dag i måneden.") if only_month else "",
        _("Ansvarlig: %(who)s") % {"who": who} if who else "",
        _("Organ: %(body)s") % {"body": body} if body else "",
        row.note,
    ]
    return "\n".join(line for line in lines if line)


def _status(row: Milestone, plan: Plan) -> str:
    if row.state == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if plan.baseline_approved_on is None else "CONFIRMED"


def feed_address(token: str) -> str:
    """Return the whole address of a person's calendar, from the settings and never the request."""
    return f"{settings.BASE_URL}{plain_address('calendar-feed', token)}"
