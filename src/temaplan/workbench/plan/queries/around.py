"""Everything that stands around one milestone, in one statement: moves, order, other plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from temaplan.workbench.plan.models import (
    EarlierBaselineDate,
    Milestone,
    MilestoneDependency,
    MilestoneShift,
)
from temaplan.workbench.plan.queries.sharing import shown_in
from temaplan.workbench.plan.rules.dependencies import Placed

MOVED, WAITS_FOR, WAITED_FOR_BY, APPROVED_EARLIER, SHOWN_IN = range(5)


@dataclass(frozen=True)
class Beside:
    """One thing beside a milestone: what it is, which row, and the dates that belong to it.

    `day` is the date it had or has; `other_day` what it was moved to, or when that was
    approved; `told_on` when a move was decided.
    """

    what: int
    slug: str
    title: str
    day: date | None
    precision: str
    other_day: date | None
    other_precision: str
    told_on: date | None
    text: str
    number: int
    days: int | None  # how long the other milestone lasts

    @property
    def state(self) -> str:
        """Where the milestone at the other end of a dependency stands."""
        return self.other_precision

    @property
    def placed(self) -> Placed:
        """When the milestone at the other end of a dependency lies."""
        return Placed(self.title, self.day, self.precision, self.days)


@dataclass(frozen=True)
class Around:
    """What stands around one milestone, by what it is."""

    rows: Sequence[Beside]

    def of(self, what: int) -> list[Beside]:
        """Return what is of one kind, in its order."""
        return [row for row in self.rows if row.what == what]


def around(milestone: Milestone) -> Around:
    """Return moves, order, earlier approved dates and the plans that show a milestone."""
    parts = [
        _moves(milestone),
        _order(milestone, WAITS_FOR, Q(milestone=milestone), "after"),
        _order(milestone, WAITED_FOR_BY, Q(after=milestone), "milestone"),
        _earlier(milestone),
        _shown(milestone),
    ]
    found = parts[0].union(*parts[1:], all=True).order_by("what", "told", "first_day", "key")
    return Around([Beside(*row) for row in found])


def _columns(
    rows: QuerySet[Any],
    what: int,
    *,
    key: Any,
    title: Any,
    day: tuple[Any, Any],
    other: tuple[Any, Any] = (None, ""),
    told: Any = None,
    text: Any = "",
    number: Any = 0,
    days: Any = None,
) -> QuerySet[Any, Any]:
    """Give rows of any kind the same columns, of the same types on both databases."""
    return (
        rows.order_by()
        .annotate(
            what=Value(what, output_field=IntegerField()),
            key=_as(key, CharField()),
            heading=_as(title, TextField()),
            first_day=_as(day[0], DateField()),
            first_precision=_as(day[1], CharField()),
            second_day=_as(other[0], DateField()),
            second_precision=_as(other[1], CharField()),
            told=_as(told, DateField()),
            words=_as(text, TextField()),
            number_of=_as(number, IntegerField()),
            lasts=_as(days, IntegerField()),
        )
        .values_list(
            *("what", "key", "heading", "first_day", "first_precision"),
            *("second_day", "second_precision", "told", "words", "number_of", "lasts"),
        )
    )


def _as(value: Any, kind: Any) -> Cast:
    return Cast(value if isinstance(value, F) else Value(value), kind)


def _moves(milestone: Milestone) -> QuerySet[Any, Any]:
    return _columns(
        MilestoneShift.objects.filter(milestone=milestone),
        MOVED,
        key=F("slug"),
        title="",
        day=(F("from_date"), F("from_precision")),
        other=(F("to_date"), F("to_precision")),
        told=F("decided_on"),
        text=F("reason"),
    )


def _order(milestone: Milestone, what: int, which: Q, other: str) -> QuerySet[Any, Any]:
    """Return the dependencies of one direction, with the milestone at the other end."""
    return _columns(
        MilestoneDependency.objects.filter(which, plan=milestone.plan_id),
        what,
        key=F("slug"),
        title=F(f"{other}__title"),
        day=(F(f"{other}__date"), F(f"{other}__precision")),
        other=(None, F(f"{other}__state")),
        text=F(f"{other}__slug"),
        number=F("least_days"),
        days=F(f"{other}__duration_days"),
    )


def _earlier(milestone: Milestone) -> QuerySet[Any, Any]:
    return _columns(
        EarlierBaselineDate.objects.filter(milestone=milestone),
        APPROVED_EARLIER,
        key=F("baseline__slug"),
        title=F("baseline__reason"),
        day=(F("date"), F("precision")),
        other=(F("baseline__replaced_on"), ""),
        told=F("baseline__approved_on"),
    )


def _shown(milestone: Milestone) -> QuerySet[Any, Any]:
    return _columns(
        shown_in(milestone),
        SHOWN_IN,
        key=F("slug"),
        title=F("plan__title"),
        day=(F("date"), F("precision")),
        text=F("plan__slug"),
    )
