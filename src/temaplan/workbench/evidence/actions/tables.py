"""Tables of figures that belong to the plan: taken in whole, or not at all."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.sources.brought import BroughtRefused, read_brought
from temaplan.workbench.evidence.models import DataTable
from temaplan.workbench.evidence.rules import runs as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.verdicts import Verdict, require


@transaction.atomic
def add_table(
    *,
    plan: Plan,
    by: Person | None,
    content: str,
    values: Mapping[str, Any],
    borders: int | None = None,
    accepted: Sequence[Mapping[str, Any]] = (),
    submission: UUID | None = None,
) -> DataTable:
    """Take in a table of figures with what is known of it.

    `accepted` is what a person has answered for. Raises `BroughtRefused` with every fault
    by line that nobody has; nothing is repaired or stored then.
    """
    refuse_repeat(DataTable, plan=plan, submission=submission)
    return add_object(
        DataTable,
        plan=plan,
        by=by,
        values={**values, **_checked(content, borders, accepted)},
        slug_from=str(values["title"]),
        submission=submission,
    )


@transaction.atomic
def change_table(
    table: DataTable,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    content: str | None = None,
    borders: int | None = None,
    accepted: Sequence[Mapping[str, Any]] = (),
) -> DataTable:
    """Change what is said about a table, or put newer figures in it.

    Calculations made of the old figures keep their results and are marked as outdated.
    """
    new = _checked(content, borders, accepted) if content is not None else {}
    return change_object(table, by=by, changes={**changes, **new}, revision=revision)


def may_discard(table: DataTable) -> Verdict:
    """Tell whether a table may be removed."""
    return rules.may_discard_table(used=table.runs.exists())


@transaction.atomic
def discard_table(table: DataTable, *, by: Person | None, reason: str) -> None:
    """Remove a table that no calculation is made of."""
    require(may_discard(table))
    discard_object(table, by=by, reason=reason)


def _checked(
    content: str, borders: int | None, accepted: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    brought = read_brought(content.encode(), borders=borders)
    answered = {each["message"] for each in accepted}
    open_faults = [
        fault for fault in brought.faults if not (fault.judged and fault.told() in answered)
    ]
    if open_faults or brought.legible is None:
        raise BroughtRefused(open_faults)
    return {
        "content": brought.text,
        "sha256": hashlib.sha256(brought.text.encode()).hexdigest(),
        "accepted": list(accepted),
    }
