"""What an order demands: its criteria and deliverables."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from temaplan.workbench.mandate.models import Criterion, Deliverable, Mandate
from temaplan.workbench.mandate.rules import registering as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.queries.documents import part_stands_in_a_document
from temaplan.workbench.plan.verdicts import Verdict, require

Part = Criterion | Deliverable


@transaction.atomic
def add_criterion(
    order: Mandate, *, by: Person | None, text: str, submission: UUID | None = None
) -> Criterion:
    """Add something that the answer must meet, after those that are there."""
    last = order.criteria.aggregate(last=Max("position"))["last"]
    return add_object(
        Criterion,
        plan=order.plan,
        by=by,
        values={"mandate": order, "text": text, "position": (last or 0) + 1},
        slug_from=text,
        submission=submission,
    )


def add_deliverable(
    order: Mandate,
    *,
    by: Person | None,
    values: Mapping[str, Any],
    submission: UUID | None = None,
) -> Deliverable:
    """Add something that the order shall bring."""
    return add_object(
        Deliverable,
        plan=order.plan,
        by=by,
        values={**values, "mandate": order},
        slug_from=str(values["title"]),
        submission=submission,
    )


def change_part[P: Part](
    part: P, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> P:
    """Change a criterion or a deliverable."""
    return change_object(part, by=by, changes=changes, revision=revision)


def may_discard_part(part: Part) -> Verdict:
    """Tell whether a criterion or a deliverable may be removed."""
    return rules.may_discard_part(in_a_document=part_stands_in_a_document(part, part.mandate))


def discard_part(part: Part, *, by: Person | None, reason: str) -> None:
    """Remove a criterion or a deliverable that stands in no document."""
    require(may_discard_part(part))
    discard_object(part, by=by, reason=reason)
