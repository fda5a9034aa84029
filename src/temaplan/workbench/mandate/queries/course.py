"""How orders hang together over time: chains of relations, and questions left undecided."""

from collections.abc import Iterable, Mapping, Sequence

from temaplan.workbench.mandate.models import Mandate, MandateRelation
from temaplan.workbench.mandate.vocabulary import RELATIONS
from temaplan.workbench.plan.models import Plan

Pairs = Iterable[tuple[int, int]]


def ring_closed_by(later: Mandate, earlier: Mandate) -> Sequence[str]:
    """Return the titles of the ring that «later → earlier» would close, or nothing."""
    onward = _grouped(
        MandateRelation.objects.filter(plan=later.plan_id).values_list("later", "earlier")
    )
    path = _path(onward, earlier.pk, later.pk)
    if not path:
        return ()
    titles = dict(Mandate.objects.filter(pk__in=path).values_list("pk", "title"))
    return [titles[pk] for pk in (later.pk, *path)]


def undecided_in(order: Mandate) -> list[Mandate]:
    """Return the orders taken into this one, directly or through others, that still wait."""
    taken_in = _taken_in(order.plan_id)
    return [row for row in _waiting(_reached(taken_in, order.pk)) if row.pk != order.pk]


def holding(order: Mandate) -> list[Mandate]:
    """Return the later orders whose relation to this one gives it the state it has."""
    giving = [each.code for each in RELATIONS if each.target_becomes == order.state]
    rows = MandateRelation.objects.filter(earlier=order, relation__in=giving)
    return [row.later for row in rows.select_related("later")]


def state_before(order: Mandate) -> str:
    """Return the last state that the order had before the one it has now."""
    states = order.steps.order_by("position", "pk").values_list("state", flat=True)
    return next((state for state in reversed(states) if state != order.state), "open")


def closed_over_undecided(plan: Plan) -> list[int]:
    """Return the keys of closed orders that have taken in an order which still waits."""
    taken_in = _taken_in(plan.pk)
    states = {row.pk: row for row in Mandate.objects.filter(plan=plan)}
    return [
        pk
        for pk in taken_in
        if states[pk].is_closed
        and any(not states[reached].is_closed for reached in _reached(taken_in, pk))
    ]


def _taken_in(plan_key: int) -> Mapping[int, list[int]]:
    absorbing = MandateRelation.objects.filter(plan=plan_key, relation="absorbs")
    return _grouped(absorbing.values_list("later", "earlier"))


def _waiting(keys: Iterable[int]) -> list[Mandate]:
    rows = Mandate.objects.filter(pk__in=list(keys)).select_related("plan")
    return [row for row in rows if not row.is_closed]


def _grouped(pairs: Pairs) -> dict[int, list[int]]:
    onward: dict[int, list[int]] = {}
    for start, end in pairs:
        onward.setdefault(start, []).append(end)
    return onward


def _reached(onward: Mapping[int, Sequence[int]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        new = set(onward.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _path(onward: Mapping[int, Sequence[int]], start: int, goal: int) -> list[int]:
    """Return one way from start to goal as keys, both included, or nothing."""
    came_from: dict[int, int | None] = {start: None}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        if here == goal:
            return _way_back(came_from, here)
        for there in onward.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return []


def _way_back(came_from: Mapping[int, int | None], end: int) -> list[int]:
    way, here = [end], came_from[end]
    while here is not None:
        way.append(here)
        here = came_from[here]
    return way[::-1]
