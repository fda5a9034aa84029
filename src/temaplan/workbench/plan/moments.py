"""Dates and moments in Norway, whatever time zone the server stands in.

A day of a plan is a date and has no zone. Where a moment must become a date, or a
deadline a moment, it is done here.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def day_in_norway(moment: datetime) -> date:
    """Return the date in Norway at a moment; a moment without a zone is refused."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(NORWAY).date()


def end_of_day(day: date) -> datetime:
    """Return the moment when a day is over in Norway, in UTC: a deadline's last day counts."""
    return moment_of(day + timedelta(days=1), time(0))


def moment_of(day: date, clock: time) -> datetime:
    """Return the moment, in UTC, when the clock in Norway shows a time.

    In the night when the clock is put back 02:30 comes twice, and when it is put forward
    it never comes. The later reading is taken, which nobody loses by: the second 02:30,
    and 03:30 where the hour was skipped.
    """
    readings = (datetime.combine(day, clock, NORWAY).replace(fold=fold) for fold in (0, 1))
    return max(reading.astimezone(UTC) for reading in readings)
