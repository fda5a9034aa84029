"""Which milestones may come after which: no rings, and no date before what it waits for."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

LONGEST_DAYS = 3660  # ten years: longer than any plan process is a slip of the pen


@dataclass(frozen=True)
class Placed:
    """When a milestone lies. One with only a month is read as suits the order best.

    What others wait for counts from the first of its month; what waits may lie on the last.
    """

    title: str
    day: date | None
    precision: str = "day"
    days: int | None = None

    @property
    def earliest_end(self) -> date | None:
        """The day on which it is over, at the earliest."""
        return self.day + timedelta(days=(self.days or 1) - 1) if self.day else None

    @property
    def latest_start(self) -> date | None:
        """The day on which it begins, at the latest."""
        if self.day is None or self.precision == "day":
            return self.day
        return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])

    @property
    def written(self) -> str:
        """The date in words."""
        return written_date(self.day, self.precision)


def comes_in_order(before: Placed, later: Placed, *, least_days: int = 0) -> Verdict:
    """Tell whether `later` lies at least so many days after `before` is over."""
    end, start = before.earliest_end, later.latest_start
    if end is None or start is None or start >= end + timedelta(days=least_days):
        return Allowed()
    return Refused(
        _(
            "«%(later)s» (%(day)s) kan ikke komme før «%(before)s», som er ferdig %(end)s. %(gap)s"
        ).strip()
        % {
            "later": later.title,
            "day": later.written,
            "before": before.title,
            "end": written_date(end),
            "gap": _gap(end + timedelta(days=least_days), least_days),
        }
    )


def _gap(earliest: date, least_days: int) -> str:
    if least_days == 0:
        return _("Tidligste dag er %(day)s.") % {"day": written_date(earliest)}
    return ngettext(
        "Det skal være minst %(number)d dag mellom dem. Tidligste dag er %(day)s.",
        "Det skal være minst %(number)d dager mellom dem. Tidligste dag er %(day)s.",
        least_days,
    ) % {"number": least_days, "day": written_date(earliest)}


def makes_no_ring(
    *, milestone: str, after: str, known: Mapping[str, Iterable[str]], titles: Mapping[str, str]
) -> Verdict:
    """Tell whether one milestone may wait for another.

    `known` leads from each milestone to those that it waits for already.
    """
    if milestone == after:
        return Refused(_("En milepæl kan ikke komme etter seg selv. Velg en annen."))
    if after in set(known.get(milestone, ())):
        return Refused(
            _("«%(milestone)s» kommer allerede etter «%(after)s».")
            % {"milestone": titles[milestone], "after": titles[after]}
        )
    way = _way(after, milestone, known)
    if not way:
        return Allowed()
    return Refused(
        _(
            "«%(after)s» kommer allerede etter «%(milestone)s»: %(way)s. De kan ikke vente på "
            "hverandre. Fjern en av avhengighetene først."
        )
        % {
            "after": titles[after],
            "milestone": titles[milestone],
            "way": " ← ".join(f"«{titles[key]}»" for key in reversed(way)),
        }
    )


def _way(start: str, goal: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the milestones from one to another along what they wait for, or nothing."""
    came_from: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return _traced_back(here, came_from)
        for onward in known.get(here, ()):
            if onward not in came_from:
                came_from[onward] = here
                waiting.append(onward)
    return []


def _traced_back(end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return list(reversed(way))


def duration_is_possible(days: int | None) -> Verdict:
    """Tell whether a milestone can last so long."""
    if days is None or 1 <= days <= LONGEST_DAYS:
        return Allowed()
    return Refused(
        _("Varigheten må være mellom 1 og %(most)d dager, ikke %(days)d.")
        % {"most": LONGEST_DAYS, "days": days}
    )
