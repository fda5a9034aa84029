"""Orders: register with their source, change, discard."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from temaplan.workbench.mandate.actions.sources import add_source
from temaplan.workbench.mandate.deadlines import deadline_in
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.rules import registering as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.verdicts import Verdict, require


@transaction.atomic
def add_order(
    *,
    plan: Plan,
    by: Person | None,
    values: Mapping[str, Any],
    new_source: Mapping[str, Any] | None = None,
    submission: UUID | None = None,
) -> Mandate:
    """Register an order with its source: `values["document"]`, or the new one given beside it.

    Without a deadline of its own the day is computed from the order's words. A new
    source is stored with an event of its own.
    """
    refuse_repeat(Mandate, plan=plan, submission=submission)
    take_turn(plan)
    chosen: SourceDocument | None = values.get("document")
    given = new_source or {}
    require(
        rules.has_a_source(
            chosen=chosen is not None,
            new_title=str(given.get("title", "")),
            new_kind=str(given.get("kind", "")),
        )
    )
    source = chosen or add_source(plan=plan, by=by, values=given)
    complete = {**values, "document": source, **_deadline(values, source)}
    complete.setdefault("position", _next_position(source))
    return add_object(
        Mandate,
        plan=plan,
        by=by,
        values=complete,
        slug_from=f"{source.period_start or source.year or ''} {values['title']}",
        submission=submission,
    )


@transaction.atomic
def change_order(
    order: Mandate, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> Mandate:
    """Correct what an order says; its state is changed by steps of their own."""
    source = changes.get("document") or order.document
    return change_object(
        order, by=by, changes={**changes, **_deadline(changes, source)}, revision=revision
    )


def may_discard(order: Mandate) -> Verdict:
    """Tell whether the order may be removed."""
    return rules.may_discard_order(
        in_a_document=stands_in_a_document(order), used=something_rests_on(order)
    )


@transaction.atomic
def discard_order(order: Mandate, *, by: Person | None, reason: str) -> None:
    """Remove an order that nothing rests on, with its own parts; each leaves its event."""
    take_turn(order.plan)
    require(may_discard(order))
    for parts in (order.criteria, order.deliverables, order.relations, order.steps):
        for part in parts.all():
            discard_object(part, by=by, reason=reason)
    discard_object(order, by=by, reason=reason)


def _deadline(values: Mapping[str, Any], source: SourceDocument) -> dict[str, Any]:
    """Return the day: what a person wrote, else what the order's words mean.

    Raises `NotADate` for words that name a day that does not exist.
    """
    if "deadline_text" not in values:
        return {}
    read = deadline_in(str(values["deadline_text"]), source=source)
    own = values.get("deadline")
    if own is not None and own != read.day:
        return {"deadline": own, "deadline_interpreted": True}
    return {"deadline": read.day, "deadline_interpreted": read.interpreted}


def _next_position(source: SourceDocument) -> int:
    last = Mandate.objects.filter(document=source).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
