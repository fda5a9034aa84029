"""Dates as people in a municipality write them, and the sentence when they cannot be."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from temaplan.errors import TemaplanError

MONTHS = {
    "januar": 1,
    "februar": 2,
    "mars": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "desember": 12,
}
_CENTURY, _SHORT = 2000, 100  # «7.6.26» is of this century
_FIRST_YEAR, _LAST_YEAR = 1838, 2200  # the first Norwegian municipalities were made in 1838
_SHORTEST_MONTHS = 4  # «mai», «juni», «juli» and «mars» are written out
_NAMES = {number: name for name, number in MONTHS.items()}
_MONTH = "|".join(MONTHS)

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_WORDS = re.compile(rf"(\d{{1,2}})\.?\s*({_MONTH})\s*(\d{{4}})?")
_MONTH_ONLY = re.compile(rf"({_MONTH})\s*(\d{{4}})?")


class NotADate(TemaplanError):
    """The text is no date, or names a day that does not exist."""

    code = "not_a_date"


@dataclass(frozen=True)
class ReadDate:
    """A date with how exactly it was given: `day`, or `month` (then the first of it)."""

    day: date
    precision: str


def read_date(text: str, *, year: int | None = None, what: str = "") -> ReadDate:
    """Read «7. juni 2011», «07.06.2011», «2011-06-07» or «juni 2011».

    `year` is used where the text has none. `what` begins the sentence of a refusal
    («Fristen»). Raises `NotADate`.
    """
    plain = " ".join(text.casefold().split())
    what = what or _("Datoen")
    if match := _ISO.fullmatch(plain):
        return _day(int(match[1]), int(match[2]), int(match[3]), text, what)
    if match := _POINTS.fullmatch(plain):
        day, month, short = (int(part) for part in match.groups())
        return _day(short + _CENTURY if short < _SHORT else short, month, day, text, what)
    if match := _WORDS.fullmatch(plain):
        chosen = _year(match[3], year, text, what)
        return _day(chosen, MONTHS[match[2]], int(match[1]), text, what)
    if match := _MONTH_ONLY.fullmatch(plain):
        first = _day(_year(match[2], year, text, what), MONTHS[match[1]], 1, text, what)
        return ReadDate(first.day, "month")
    raise NotADate(
        _("%(what)s «%(text)s» er ikke forstått. Skriv for eksempel 7. juni 2011 eller 07.06.2011.")
        % {"what": what, "text": text}
    )


def _year(given: str | None, year: int | None, text: str, what: str) -> int:
    if given:
        return int(given)
    if year is None:
        raise NotADate(_("%(what)s «%(text)s» mangler årstall.") % {"what": what, "text": text})
    return year


def _day(year: int, month: int, day: int, text: str, what: str) -> ReadDate:
    if not 1 <= month <= len(MONTHS):
        raise NotADate(
            _("%(what)s «%(text)s» finnes ikke. Året har 12 måneder.")
            % {"what": what, "text": text}
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotADate(
            _("%(what)s «%(text)s» finnes ikke. Året må være mellom 1838 og 2200.")
            % {"what": what, "text": text}
        )
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise NotADate(
            _("%(what)s %(text)s finnes ikke. %(month)s har %(length)d dager.")
            % {
                "what": what,
                "text": text.strip(),
                "month": _NAMES[month].capitalize(),
                "length": length,
            }
        )
    return ReadDate(date(year, month, day), "day")


def written_date(day: date | None, precision: str = "day") -> str:
    """Write a date as people do: «7. juni 2011», «juni 2011», or «ukjent»."""
    if day is None:
        return _("ukjent")
    month = f"{_NAMES[day.month]} {day.year}"
    return month if precision == "month" else f"{day.day}. {month}"


def short_month(day: date) -> str:
    """Name a month where there is little room: «feb.», «mai»."""
    name = _NAMES[day.month]
    return name if len(name) <= _SHORTEST_MONTHS else f"{name[:3]}."


def near_date(day: date, precision: str, as_of: date) -> str:
    """Write a date without its year when that is the year of reading: «12. februar»."""
    written = written_date(day, precision)
    return written.removesuffix(f" {day.year}") if day.year == as_of.year else written
