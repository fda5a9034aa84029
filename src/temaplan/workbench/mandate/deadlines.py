"""Deadlines in an order's own words, and the day that they mean.

«frem mot første tertial» means 30 April, and the document tells of which year. The
words are never changed; the day is computed beside them, and marked as interpreted
where the order does not give all of it. A period ends on its last day. Seasons are
those of the Norwegian Meteorological Institute: spring is March to May.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import MONTHS, NotADate, read_date

_ORDINALS = {"første": 1, "annet": 2, "andre": 2, "tredje": 3, "fjerde": 4}
_PARTS_OF_A_YEAR = {"tertial": 3, "kvartal": 4, "halvår": 2}
_FIRST_AND_LAST_MONTH = {"vår": (3, 5), "sommer": (6, 8), "høst": (9, 11), "vinter": (12, 2)}
_LEAP_YEAR = 2000  # when no year is known, 29 February may exist

_BEFORE = "før"
# Small words in front that do not move the day.
_LEAD = re.compile(
    r"(?:snarest|senest|seinest|innen|innan|i løpet av|frem mot|fram mot|frem til|fram til|ved"
    r"|mot|til|i|på|utgangen av|slutten av|ultimo|løpet av)\s+"
)
_YEAR = r"(?:\s+(?:i\s+)?(\d{4}))?"
_PART = re.compile(
    rf"(?:(\d+)\.?\s*|({'|'.join(_ORDINALS)})\s+)({'|'.join(_PARTS_OF_A_YEAR)})(?:et)?{_YEAR}"
)
_SEASON = re.compile(rf"(vår|sommer|høst|vinter)(?:en)?{_YEAR}")
_MONTH = re.compile(rf"({'|'.join(MONTHS)}){_YEAR}")
_DAY = re.compile(rf"(\d{{1,2}})\.?\s*({'|'.join(MONTHS)}){_YEAR}")
_WHOLE_YEAR = re.compile(r"(?:året\s+)?(\d{4})|(året|årets slutt|årsskiftet)")
_FULL_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})")


@dataclass(frozen=True)
class Deadline:
    """The order's words, the day they mean, and whether we had to interpret them.

    `day` is None when the words are not understood or no year is known.
    """

    text: str
    day: date | None = None
    interpreted: bool = False


@dataclass(frozen=True)
class _Span:
    """The days that some words cover, and whether the reading is ours."""

    first: date
    last: date
    interpreted: bool


def read_deadline(text: str, *, year: int | None = None, after: date | None = None) -> Deadline:
    """Return the day that an order's words mean.

    `year` is what the document says where the order gives none, `after` the day of
    the decision: a deadline without year never falls before it. Raises `NotADate` for
    a day or part of a year that does not exist.
    """
    core, before = _core(text)
    span = _span(core, year, after)
    if span is None:
        return Deadline(text)
    day = span.first - timedelta(days=1) if before else span.last
    return Deadline(text, day, span.interpreted)


class Source(Protocol):
    """What a deadline may take from the document in which the order stands."""

    year: int | None
    period_start: int | None
    decided_on: date | None


def deadline_in(text: str, *, source: Source) -> Deadline:
    """Return the day that the words mean in an order of this document."""
    return read_deadline(text, year=source.period_start or source.year, after=source.decided_on)


def _core(text: str) -> tuple[str, bool]:
    """Return the words that name the time, and whether the deadline is the day before."""
    plain = " ".join(text.casefold().split()).rstrip(".")
    before = False
    while True:
        if plain.startswith(f"{_BEFORE} "):
            before, plain = True, plain.removeprefix(f"{_BEFORE} ")
        elif match := _LEAD.match(plain):
            plain = plain[match.end() :]
        else:
            return plain, before


@dataclass(frozen=True)
class _Reading:
    """What some words can mean: whole months, or one day in a month; a year where given."""

    year: int | None
    first_month: int
    last_month: int
    day: int | None = None
    interpreted: bool = False

    def days(self, year: int, *, interpreted: bool) -> _Span:
        """Return the days it covers in a year. Raises `NotADate`."""
        if self.day is not None:
            named = read_date(_written(self), year=year, what=_("Fristen")).day
            return _Span(named, named, interpreted)
        starts_before = self.first_month > self.last_month  # winter begins the year before
        length = calendar.monthrange(year, self.last_month)[1]
        return _Span(
            date(year - 1 if starts_before else year, self.first_month, 1),
            date(year, self.last_month, length),
            interpreted,
        )


def _written(reading: _Reading) -> str:
    month = next(name for name, number in MONTHS.items() if number == reading.first_month)
    return f"{reading.day}. {month} {reading.year or ''}"


def _span(core: str, year: int | None, after: date | None) -> _Span | None:
    if _FULL_DATE.fullmatch(core):
        day = read_date(core, what=_("Fristen")).day
        return _Span(day, day, interpreted=False)
    reading = next(_readings(core), None)
    if reading is None:
        return None
    if reading.year is not None:
        _check_year(reading.year, core)
        return reading.days(reading.year, interpreted=reading.interpreted)
    if year is None:
        return None
    found = reading.days(year, interpreted=True)
    if after is not None and found.last < after:
        return reading.days(year + 1, interpreted=True)
    return found


def _check_year(year: int, core: str) -> None:
    try:
        read_date(f"{year:04d}-01-01")
    except NotADate as refusal:
        raise NotADate(
            _("Fristen «%(text)s» finnes ikke. Se om årstallet er riktig.") % {"text": core}
        ) from refusal


def _readings(core: str) -> Iterator[_Reading]:
    """Yield what the words can mean: the first that fits is the one."""
    if match := _PART.fullmatch(core):
        number = int(match[1]) if match[1] else _ORDINALS[match[2]]
        yield _Reading(_year(match[4]), *_part(number, match[3], core))
    if match := _DAY.fullmatch(core):
        month = MONTHS[match[2]]
        reading = _Reading(_year(match[3]), month, month, int(match[1]))
        if reading.year is None:  # a day that no year has is refused before anybody asks which
            reading.days(_LEAP_YEAR, interpreted=True)
        yield reading
    if match := _MONTH.fullmatch(core):
        yield _Reading(_year(match[2]), MONTHS[match[1]], MONTHS[match[1]])
    if match := _SEASON.fullmatch(core):
        yield _Reading(_year(match[2]), *_FIRST_AND_LAST_MONTH[match[1]], interpreted=True)
    if match := _WHOLE_YEAR.fullmatch(core):
        yield _Reading(_year(match[1]), 1, 12)


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _part(number: int, part: str, core: str) -> tuple[int, int]:
    """Return the first and last month of a part of the year."""
    parts = _PARTS_OF_A_YEAR[part]
    if not 1 <= number <= parts:
        raise NotADate(
            _("Fristen «%(text)s» finnes ikke. Året har %(number)d %(parts)s.")
            % {"text": core, "number": parts, "parts": part}
        )
    length = 12 // parts
    return (number - 1) * length + 1, number * length
