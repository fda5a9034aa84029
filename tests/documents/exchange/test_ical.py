"""Calendars: read back by an independent reader, and the few rules of the format by hand."""

import time
from datetime import UTC, date, datetime

import icalendar
import pytest

from temaplan.documents.exchange.ical import Calendar, Entry, calendar_text

CHANGED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def entry(**values: object) -> Entry:
    given: dict[str, object] = {
        "uid": "swot@plan.test",
        "title": "Arbeidsverksted",
        "start": date(2026, 4, 9),
        "end": date(2026, 4, 9),
        "changed": CHANGED,
    }
    return Entry(**{**given, **values})  # type: ignore[arg-type]


def read_back(*entries: Entry) -> list[icalendar.Event]:
    text = calendar_text(Calendar("Plan", entries))
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_day_is_a_day_without_clock_or_zone() -> None:
    (event,) = read_back(entry())
    assert event["DTSTART"].dt == date(2026, 4, 9)
    assert event["DTEND"].dt == date(2026, 4, 10)  # the first day after it


def test_several_days_end_on_the_day_after_the_last() -> None:
    (event,) = read_back(entry(end=date(2026, 6, 12)))
    assert event["DTEND"].dt == date(2026, 6, 13)


def test_moment_is_in_utc() -> None:
    start, end = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (1, 3))
    (event,) = read_back(entry(start=start, end=end))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Møte; om alt, og \\ mer",
        "to\nlinjer",
        "æøå ÆØÅ " * 30,
        "𝒳" * 60,
        "BEGIN:VEVENT\nSUMMARY:smuglet",
        " blank først",
        "",
    ],
)
def test_text_comes_back_as_it_was(text: str) -> None:
    (event,) = read_back(entry(title=text or "x", description=text))
    assert str(event["SUMMARY"]) == (text or "x")
    assert str(event.get("DESCRIPTION", "")) == text


def test_line_ends_and_control_characters_cannot_make_new_lines() -> None:
    (event,) = read_back(entry(title="a\r\nb\rc\x00\x0bd"))
    assert str(event["SUMMARY"]) == "a\nb\ncd"


def test_no_line_is_longer_than_75_octets_and_none_cuts_a_letter() -> None:
    text = calendar_text(Calendar("ø" * 200, [entry(title="å" * 200)]))
    lines = text.encode().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert text.endswith("END:VCALENDAR\r\n")


def test_newer_entry_is_told_by_its_number_and_time() -> None:
    (event,) = read_back(entry(revision=4, status="CANCELLED", address="https://plan.test/a/"))
    assert (event["SEQUENCE"], event["DTSTAMP"].dt, event["UID"]) == (4, CHANGED, "swot@plan.test")
    assert (event["STATUS"], event["URL"]) == ("CANCELLED", "https://plan.test/a/")


def test_calendar_without_entries_is_one() -> None:
    assert icalendar.Calendar.from_ical(calendar_text(Calendar("Tom", ())))["X-WR-CALNAME"] == "Tom"


def test_thousand_entries_take_less_than_a_tenth_of_a_second() -> None:
    # Issue 5: iCal of 1,000 entries under 100 ms. CPU time, so that a busy machine counts less.
    entries = [entry(uid=f"{n}@plan.test", title="Møte i gruppen " * 8) for n in range(1000)]
    began = time.process_time()
    text = calendar_text(Calendar("Plan", entries))
    assert time.process_time() - began < 0.1
    assert text.count("BEGIN:VEVENT") == 1000
