"""Norwegian public holidays, computed: no list of years that runs out.

Sources: lov om helligdager og helligdagsfred (LOV-1995-02-24-12) § 2, and lov om 1 og 17
mai som høgtidsdager (LOV-1947-04-26-1). Easter by the anonymous Gregorian rule (J. Meeus,
Astronomical Algorithms, 1991, chapter 8), which holds for every year from 1583.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term

HIGH_DAYS_SINCE = 1947  # 1 and 17 May


@dataclass(frozen=True)
class MovableDay(Term):
    """A holiday that stands so many days from Easter Sunday."""

    from_easter: int = 0


@dataclass(frozen=True)
class FixedDay(Term):
    """A holiday that has its date, in force since a year."""

    month: int = 1
    day: int = 1
    since: int = 0


MOVABLE_DAYS = (
    MovableDay("maundy_thursday", _("skjærtorsdag"), -3),
    MovableDay("good_friday", _("langfredag"), -2),
    MovableDay("easter_sunday", _("første påskedag"), 0),
    MovableDay("easter_monday", _("andre påskedag"), 1),
    MovableDay("ascension_day", _("Kristi himmelfartsdag"), 39),
    MovableDay("whit_sunday", _("første pinsedag"), 49),
    MovableDay("whit_monday", _("andre pinsedag"), 50),
)
FIXED_DAYS = (
    FixedDay("new_years_day", _("første nyttårsdag"), 1, 1),
    FixedDay("labour_day", _("arbeidernes dag"), 5, 1, HIGH_DAYS_SINCE),
    FixedDay("constitution_day", _("grunnlovsdagen"), 5, 17, HIGH_DAYS_SINCE),
    FixedDay("christmas_day", _("første juledag"), 12, 25),
    FixedDay("boxing_day", _("andre juledag"), 12, 26),
)


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, odd_centuries = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leap_years, odd_years = divmod(of_century, 4)
    to_sunday = (32 + 2 * odd_centuries + 2 * leap_years - epact - odd_years) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> Mapping[date, Term]:
    """Return the public holidays of a year by date, ordinary Sundays left out.

    Where two fall on one day (17 May and Whit Sunday), the fixed one names it.
    """
    easter = easter_sunday(year)
    movable: dict[date, Term] = {
        easter + timedelta(days=each.from_easter): each for each in MOVABLE_DAYS
    }
    fixed: dict[date, Term] = {
        date(year, each.month, each.day): each for each in FIXED_DAYS if year >= each.since
    }
    return dict(sorted({**movable, **fixed}.items()))


def holiday_on(day: date) -> Term | None:
    """Return the public holiday that a day is, if it is one."""
    return public_holidays(day.year).get(day)
