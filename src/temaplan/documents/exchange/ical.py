"""Calendars as iCalendar text (RFC 5545), for other programs to follow.

Days are written as days, without a clock or a zone: a milestone is the same day wherever
it is read. Moments are written in UTC, which needs no table of zones.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MEDIA_TYPE = "text/calendar; charset=utf-8"
_LONGEST_LINE = 75  # octets, without the line end (RFC 5545, 3.1)
_END = "\r\n"
# Neither text nor a calendar may hold these (RFC 5545, 3.3.11: CONTROL but for tab).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class Entry:
    """Something in a calendar: whole days from `start` to `end`, or moments with a zone.

    `end` is the last day itself, or the moment when it is over. `uid` is the same however
    often the entry is written; `changed` and `revision` tell a reader which is newer.
    """

    uid: str
    title: str
    start: date | datetime
    end: date | datetime
    changed: datetime
    revision: int = 0
    description: str = ""
    place: str = ""
    address: str = ""  # of the page about it
    status: str = "CONFIRMED"  # or TENTATIVE, CANCELLED


@dataclass(frozen=True)
class Calendar:
    """A calendar with its name. `method` is PUBLISH for one that is followed."""

    name: str
    entries: Iterable[Entry]
    method: str = "PUBLISH"
    read_again_after: str = "PT6H"  # an ISO duration


def calendar_text(calendar: Calendar) -> str:
    """Return the calendar as text with the line ends that the format asks for."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Temaplan//Temaplan//NB",
        "CALSCALE:GREGORIAN",
        f"METHOD:{calendar.method}",
        f"NAME:{_text(calendar.name)}",
        f"X-WR-CALNAME:{_text(calendar.name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{calendar.read_again_after}",
        f"X-PUBLISHED-TTL:{calendar.read_again_after}",
    ]
    for entry in calendar.entries:
        lines += _entry(entry)
    lines.append("END:VCALENDAR")
    return _END.join(_folded(line) for line in lines) + _END


def _entry(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_moment(entry.changed)}"
    yield f"LAST-MODIFIED:{_moment(entry.changed)}"
    yield f"SEQUENCE:{entry.revision}"
    yield from _when(entry)
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.address:
        yield f"URL:{_CONTROL.sub('', entry.address)}"
    yield f"STATUS:{entry.status}"
    yield "END:VEVENT"


def _when(entry: Entry) -> Iterator[str]:
    start, end = entry.start, entry.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        yield f"DTSTART:{_moment(start)}"
        yield f"DTEND:{_moment(end)}"
        return
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    # The format's end is the first day that is no longer part of it.
    yield f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", plain).translate(_ESCAPED)


def _folded(line: str) -> str:
    """Break a long line where no letter is cut: octets count, letters may be several."""
    if len(line.encode()) <= _LONGEST_LINE:
        return line
    parts, part, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LONGEST_LINE:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += width
    return _END.join([*parts, part])
