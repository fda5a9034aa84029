"""Small pieces of written Norwegian that the documents and public pages share."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.wording import EN_DASH, body_word, first_up, listed, years

__all__ = [
    "EN_DASH",
    "as_of_words",
    "body_word",
    "first_up",
    "listed",
    "when",
    "years",
]


def when(milestone: Milestone) -> str:
    """Write the date of a milestone as exactly as it is known."""
    return written_date(milestone.date, milestone.precision)


def as_of_words(plan: Plan, as_of: date) -> str:
    """Say on which date the plan is read, and that a fixed date is assumed."""
    day = written_date(as_of)
    if plan.as_of is None:
        return _("Stand per %(date)s") % {"date": day}
    return _("Stand per %(date)s (antatt dato)") % {"date": day}
