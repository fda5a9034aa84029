"""The timeline drawn: where on a strip of months each milestone lies, in per cent.

Pure: dates in, places out. The page draws them as SVG beside the words of the table, so
the picture says nothing that the words do not.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from temaplan.workbench.plan.dates import short_month

MOST_LABELS = 12
_WHOLE = 100.0
_NARROWEST = 0.8  # per cent: a bar that can still be seen


@dataclass(frozen=True)
class Spot:
    """One date of a milestone: a day, a month or several days; `approved` is the old one."""

    first: date
    last: date
    is_day: bool
    approved: bool = False


@dataclass(frozen=True)
class Mark:
    """A spot on the strip: a dot in the middle of its day, or a bar."""

    left: str
    width: str
    is_dot: bool
    approved: bool


@dataclass(frozen=True)
class Label:
    """A month under which the strip is read, with its year where a new one begins."""

    left: str
    text: str
    year: str


@dataclass(frozen=True)
class Strip:
    """The months from the first date shown to the last."""

    start: date
    end: date  # the first day after it

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.end - self.start).days

    def place(self, day: date) -> float:
        """Return where a day begins, in per cent from the left."""
        return _WHOLE * (day - self.start).days / self.days

    def mark(self, spot: Spot) -> Mark:
        """Return where a spot is drawn."""
        left = self.place(spot.first)
        right = self.place(spot.last + timedelta(days=1))
        if spot.is_day:
            return Mark(_written((left + right) / 2), "0", is_dot=True, approved=spot.approved)
        width = max(right - left, _NARROWEST)
        return Mark(_written(left), _written(width), is_dot=False, approved=spot.approved)

    def line(self, day: date) -> str:
        """Return where a line through a day is drawn, or nothing when it is not shown."""
        return _written(self.place(day)) if self.start <= day < self.end else ""

    def labels(self) -> Sequence[Label]:
        """Return the months, or so few of them that their names have room."""
        months = list(_months(self.start, self.end))
        step = -(-len(months) // MOST_LABELS)
        shown = months[::step]
        years = [None, *(month.year for month in shown)]
        return [
            Label(
                _written(self.place(month)),
                short_month(month),
                str(month.year) if month.year != before else "",
            )
            for month, before in zip(shown, years, strict=False)
        ]


def strip_for(spots: Iterable[Spot], *, today: date) -> Strip:
    """Return whole months that hold every spot; the month of today when there is none."""
    found = list(spots)
    first = min((spot.first for spot in found), default=today)
    last = max((spot.last for spot in found), default=today)
    return Strip(first.replace(day=1), _next_month(last))


def spot_of(day: date | None, precision: str, days: int | None, *, approved: bool) -> Spot | None:
    """Return the spot of a date, or None when there is no date."""
    if day is None:
        return None
    if days and days > 1:
        return Spot(day, day + timedelta(days=days - 1), is_day=False, approved=approved)
    if precision == "month":
        last = day.replace(day=monthrange(day.year, day.month)[1])
        return Spot(day, last, is_day=False, approved=approved)
    return Spot(day, day, is_day=True, approved=approved)


def _months(start: date, end: date) -> Iterable[date]:
    while start < end:
        yield start
        start = _next_month(start)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _written(share: float) -> str:
    """Write per cent as SVG wants it, whatever the language."""
    return f"{share:.2f}"
