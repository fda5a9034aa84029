"""Questions across the whole chain: what is due, and when each link was last changed."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, Max, QuerySet, Value
from django.db.models.functions import Coalesce

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.vocabulary import CLOSED_STATES
from temaplan.workbench.plan.models import Attachment, Milestone, Plan, PlanObject
from temaplan.workbench.plan.queries.timeline import OVER

# More late rows than this, and what comes next would not fit on the page anyhow.
MOST_FETCHED = 200


@dataclass(frozen=True)
class Due:
    """An order to be answered or a step to be taken, with its day."""

    kind: str
    plan_id: int
    slug: str
    title: str
    day: date
    precision: str
    responsible: str
    beside: str  # the order's source, the step's body
    position: int

    @property
    def last_day(self) -> date:
        """The day itself, or the last one of a month."""
        if self.precision == "day":
            return self.day
        return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])

    def is_late(self, as_of: date) -> bool:
        """Tell whether its day is past."""
        return self.last_day < as_of


def due_in(plans: Iterable[Plan]) -> Sequence[Due]:
    """Return what waits with a date in these plans, the earliest first, in one statement."""
    keys = [plan.pk for plan in plans]
    found = _orders(keys).union(_steps(keys), all=True).order_by("due_day", "position")
    return [Due(*row) for row in found[:MOST_FETCHED]]


def _orders(plans: Sequence[int]) -> QuerySet[Any, Any]:
    return (
        Mandate.objects.filter(plan__in=plans)
        .exclude(state__in=CLOSED_STATES)
        .annotate(
            due_day=Coalesce("postponed_to", "deadline"),
            what=Value("mandate", output_field=CharField()),
            exact=Value("day", output_field=CharField()),
        )
        .filter(due_day__isnull=False)
        .order_by()
        .values_list(
            *("what", "plan_id", "slug", "title", "due_day", "exact"),
            *("addressee", "document__title", "position"),
        )
    )


def _steps(plans: Sequence[int]) -> QuerySet[Any, Any]:
    return (
        Milestone.objects.filter(plan__in=plans, date__isnull=False)
        .exclude(state__in=OVER)
        .annotate(what=Value("milestone", output_field=CharField()))
        .order_by()
        .values_list(
            *("what", "plan_id", "slug", "title", "date", "precision"),
            *("responsible", "body", "position"),
        )
    )


def last_changed(plan: Plan) -> dict[str, datetime]:
    """Return when something under each menu link was last stored, in one statement."""
    asked = [
        model._default_manager.filter(plan=plan)
        .order_by()
        .values(code=Value(code, output_field=CharField()))
        .annotate(at=Max("changed_at"))
        .values_list("code", "at")
        for model, code in _rows_of_houses()
    ]
    newest: dict[str, datetime] = {}
    for code, at in asked[0].union(*asked[1:], all=True).order_by():
        if at is not None and (code not in newest or newest[code] < at):
            newest[code] = at
    return newest


@cache
def _rows_of_houses() -> Sequence[tuple[Any, str]]:
    models = [model for model in apps.get_models() if issubclass(model, PlanObject)]
    return [(model, _code(model)) for model in models if model is not Attachment]


def _code(model: Any) -> str:
    """Return the code of the menu link under which the rows of a model are found."""
    house = model.__module__.split(".")[2]
    return "timeline" if house == "plan" else house
