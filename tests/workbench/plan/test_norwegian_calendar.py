"""Public holidays, counting of days, and moments in Norway: pure, without a database."""

import os
import time as system_clock
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import holidays as other_list
import pytest

from temaplan.workbench.plan.holidays import easter_sunday, holiday_on, public_holidays
from temaplan.workbench.plan.moments import day_in_norway, end_of_day, moment_of
from temaplan.workbench.plan.working_days import (
    add_working_days,
    days_counted,
    is_squeezed,
    last_day_of,
    latest_announcement,
    span_between,
    why_free,
    why_quiet,
    working_day_from,
    working_day_until,
)


def test_holidays_are_those_of_an_independent_package_from_1947_to_2099() -> None:
    # The `holidays` package keeps its own list; it ends in 2099.
    ours = {day for year in range(1947, 2100) for day in public_holidays(year)}
    theirs = set(other_list.country_holidays("NO", years=range(1947, 2100)))
    assert ours == theirs


# Tables of Easter dates in any almanac; 1943 and 2038 are the latest possible, 1818 the earliest.
@pytest.mark.parametrize(
    "easter",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(2000, 4, 23),
        date(2011, 4, 24),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ],
)
def test_easter(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


def test_there_was_no_holiday_on_17_may_before_the_act_of_1947() -> None:
    assert holiday_on(date(1946, 5, 17)) is None
    assert [holiday_on(date(1946, 5, day)) for day in (1, 17)] == [None, None]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 2), "skjærtorsdag"),  # when Eksempelvik first set its workshop
        (date(2026, 5, 1), "arbeidernes dag"),
        (date(2026, 5, 17), "grunnlovsdagen"),  # a Sunday too: the holiday names it
        (date(2026, 5, 24), "første pinsedag"),
        (date(2026, 6, 7), "en søndag"),
        (date(2026, 6, 6), "en lørdag"),
        (date(2026, 6, 8), None),
    ],
)
def test_free_day_says_why(day: date, why: str | None) -> None:
    said = why_free(day)
    assert (said if said is None else str(said)) == why


@pytest.mark.parametrize(
    ("day", "onwards", "back"),
    [
        (date(2026, 5, 17), date(2026, 5, 18), date(2026, 5, 15)),
        (date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 1)),  # the whole of Easter
        (date(2026, 12, 25), date(2026, 12, 28), date(2026, 12, 24)),
        (date(2026, 6, 8), date(2026, 6, 8), date(2026, 6, 8)),
    ],
)
def test_going_over_free_days(day: date, onwards: date, back: date) -> None:
    assert (working_day_from(day), working_day_until(day)) == (onwards, back)


def test_adding_working_days_goes_both_ways() -> None:
    # Maundy Thursday to Easter Monday 2026 are 2 to 6 April.
    assert add_working_days(date(2026, 4, 1), 1) == date(2026, 4, 7)
    assert add_working_days(date(2026, 4, 7), -1) == date(2026, 4, 1)
    assert add_working_days(date(2026, 4, 7), 0) == date(2026, 4, 7)


def test_days_of_the_decks_hearing() -> None:
    # Handbook 1.3: 37 days from 1 May to 7 June 2011, the latter counted; six weeks need
    # a start on 26 April.
    assert days_counted(date(2011, 5, 1), date(2011, 6, 7)) == 37
    assert latest_announcement(date(2011, 6, 7), 42) == date(2011, 4, 26)
    assert last_day_of(date(2011, 4, 26), 42) == date(2011, 6, 7)


@pytest.mark.parametrize(
    ("day", "squeezed"),
    [
        (date(2026, 5, 15), True),  # Friday after Ascension Day, 14 May
        (date(2022, 5, 16), True),  # Monday before 17 May
        (date(2026, 5, 13), False),
        (date(2026, 5, 14), False),  # the holiday itself
    ],
)
def test_squeezed_day(day: date, squeezed: bool) -> None:
    assert is_squeezed(day) is squeezed


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 7, 6), "fellesferien"),  # Monday of week 28
        (date(2026, 7, 26), "fellesferien"),  # Sunday of week 30
        (date(2026, 7, 27), None),
        (date(2026, 12, 24), "juleuken"),
        (date(2026, 1, 1), "juleuken"),
        (date(2026, 1, 2), "en inneklemt dag"),  # a Friday after the first of January
        (date(2026, 5, 15), "en inneklemt dag"),
    ],
)
def test_quiet_day_says_why(day: date, why: str | None) -> None:
    said = why_quiet(day)
    assert (said if said is None else str(said)) == why


def test_span_of_eksempelviks_hearing() -> None:
    # 9 May to 12 June 2026: 35 days, 25 of them Monday to Friday. 14 and 25 May are
    # holidays, 15 May stands between two free days; 17 and 24 May are Sundays.
    span = span_between(date(2026, 5, 8), date(2026, 6, 12))
    assert (span.days, span.working_days, span.effective_days, span.quiet_days) == (35, 23, 22, 5)
    assert (span.weeks, span.effective_weeks) == (5.0, 4.4)
    assert not span.is_mostly_quiet


def test_hearing_through_the_summer_is_mostly_quiet() -> None:
    # 21 days of the common holiday in six weeks from 22 June 2026.
    span = span_between(date(2026, 6, 22), date(2026, 8, 3))
    assert (span.days, span.quiet_days, span.is_mostly_quiet) == (42, 21, True)


def test_span_that_ends_before_it_begins_has_no_days() -> None:
    span = span_between(date(2026, 6, 12), date(2026, 5, 8))
    assert (span.days, span.working_days, span.is_mostly_quiet) == (0, 0, False)


@pytest.fixture(params=["UTC", "Europe/Oslo", "Pacific/Auckland", "America/Los_Angeles"])
def server_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run as on a server whose own clock stands in another zone."""
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", request.param)
    system_clock.tzset()
    yield request.param
    monkeypatch.setenv("TZ", before) if before else monkeypatch.delenv("TZ")
    system_clock.tzset()


# Clocks in Norway go back at 03:00 on 25 October 2026 and forward at 02:00 on 28 March 2027.
@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (date(2026, 6, 12), time(23, 59), datetime(2026, 6, 12, 21, 59, tzinfo=UTC)),
        (date(2026, 12, 1), time(12, 0), datetime(2026, 12, 1, 11, 0, tzinfo=UTC)),
    ],
)
def test_moment_is_the_same_on_every_server(
    server_zone: str, day: date, clock: time, moment: datetime
) -> None:
    assert moment_of(day, clock) == moment


@pytest.mark.parametrize(
    ("day", "over"),
    [
        (date(2026, 6, 12), datetime(2026, 6, 12, 22, 0, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, 0, tzinfo=UTC)),  # a day of 25 hours
        (date(2027, 3, 28), datetime(2027, 3, 28, 22, 0, tzinfo=UTC)),  # a day of 23 hours
    ],
)
def test_last_day_lasts_until_midnight_in_norway(
    server_zone: str, day: date, over: datetime
) -> None:
    assert end_of_day(day) == over
    assert day_in_norway(over) == date.fromordinal(day.toordinal() + 1)


def test_moment_without_a_zone_has_no_date() -> None:
    with pytest.raises(ValueError, match="time zone"):
        day_in_norway(datetime(2026, 6, 12, 22, 0))  # noqa: DTZ001
