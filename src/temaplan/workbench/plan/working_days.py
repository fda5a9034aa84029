"""Counting days as a municipality does: deadlines, working days, weeks that really work.

No published rule says whether the day of announcement counts (handbook of the field,
«Dates»). The convention here is stated on every page that uses it: the day after the
announcement is day one, and the last day counts until midnight in Norway.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.holidays import holiday_on

_ONE_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
DAYS_IN_A_WEEK, WORKING_DAYS_IN_A_WEEK = 7, 5

# Weeks when many in a municipality are away: no law, but known to whoever plans (judgement).
FIRST_HOLIDAY_WEEK, LAST_HOLIDAY_WEEK = 28, 30
_CHRISTMAS = (12, 24)
# More than this of a hearing in quiet time, and people should be told.
MOST_QUIET = 1 / 3

COUNTING_RULE = _(
    "Dagene telles fra dagen etter at noe er kunngjort eller sendt ut. Siste dag er med, "
    "til midnatt norsk tid."
)


def why_free(day: date) -> str | Promise | None:
    """Return what makes a day free («grunnlovsdagen», «en søndag»), or None for a working day."""
    holiday = holiday_on(day)
    if holiday is not None:
        return holiday.label
    return {_SATURDAY: _("en lørdag"), _SUNDAY: _("en søndag")}.get(day.weekday())


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither Saturday, Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and holiday_on(day) is None


def working_day_from(day: date) -> date:
    """Return the day itself, or the next working day when it is free."""
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def working_day_until(day: date) -> date:
    """Return the day itself, or the last working day before it when it is free."""
    while not is_working_day(day):
        day -= _ONE_DAY
    return day


def add_working_days(day: date, number: int) -> date:
    """Return the day that lies so many working days later, or earlier for a negative number."""
    step = _ONE_DAY if number >= 0 else -_ONE_DAY
    for _each in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def days_counted(announced: date, last: date) -> int:
    """Return how many days a deadline gives: the day after the announcement is day one."""
    return (last - announced).days


def last_day_of(announced: date, days: int) -> date:
    """Return the last day of a deadline of so many days."""
    return announced + timedelta(days=days)


def latest_announcement(last: date, days: int) -> date:
    """Return the latest day to announce, so that `last` still gives so many days."""
    return last - timedelta(days=days)


def is_squeezed(day: date) -> bool:
    """Tell whether a working day stands alone between two free ones (inneklemt)."""
    return is_working_day(day) and not (
        is_working_day(day - _ONE_DAY) or is_working_day(day + _ONE_DAY)
    )


def is_in_summer_holiday(day: date) -> bool:
    """Tell whether a day lies in the common holiday, weeks 28 to 30."""
    return FIRST_HOLIDAY_WEEK <= day.isocalendar().week <= LAST_HOLIDAY_WEEK


def is_in_christmas_week(day: date) -> bool:
    """Tell whether a day lies from Christmas Eve to New Year's Day."""
    return (day.month, day.day) >= _CHRISTMAS or (day.month, day.day) == (1, 1)


def why_quiet(day: date) -> str | Promise | None:
    """Return why little is done on a day: free, squeezed, common holiday or Christmas week."""
    if is_in_summer_holiday(day):
        return _("fellesferien")
    if is_in_christmas_week(day):
        return _("juleuken")
    if is_squeezed(day):
        return _("en inneklemt dag")
    return why_free(day)


@dataclass(frozen=True)
class Span:
    """How long a deadline is: days as counted, working days, and days when people work."""

    days: int
    working_days: int
    effective_days: int
    quiet_days: int  # common holiday, Christmas week, squeezed days and public holidays

    @property
    def weeks(self) -> float:
        """Weeks by the calendar."""
        return self.days / DAYS_IN_A_WEEK

    @property
    def effective_weeks(self) -> float:
        """Weeks of five days when people work as usual."""
        return self.effective_days / WORKING_DAYS_IN_A_WEEK

    @property
    def is_mostly_quiet(self) -> bool:
        """Tell whether more than a third of the time is quiet, ordinary weekends not counted."""
        return self.days > 0 and self.quiet_days / self.days > MOST_QUIET


def span_between(announced: date, last: date) -> Span:
    """Return how long a deadline is from the announcement to its last day."""
    counted = list(_days_after(announced, last))
    working = [day for day in counted if is_working_day(day)]
    return Span(
        days=len(counted),
        working_days=len(working),
        effective_days=sum(why_quiet(day) is None for day in working),
        quiet_days=sum(_is_out_of_the_ordinary(day) for day in counted),
    )


def _is_out_of_the_ordinary(day: date) -> bool:
    return (
        is_in_summer_holiday(day)
        or is_in_christmas_week(day)
        or is_squeezed(day)
        or holiday_on(day) is not None
    )


def _days_after(announced: date, last: date) -> Iterator[date]:
    for number in range((last - announced).days):
        yield announced + timedelta(days=number + 1)
