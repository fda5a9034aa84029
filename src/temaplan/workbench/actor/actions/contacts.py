"""Verbs of the contact log."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.actor.models import Contact, Organisation
from temaplan.workbench.actor.rules import contacts as rules
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def add_contact(
    actor: Organisation,
    *,
    by: Person | None,
    values: Mapping[str, Any],
    submission: UUID | None = None,
) -> Contact:
    """Note that the municipality and an actor had to do with each other."""
    require(rules.has_happened(values["date"], reading_date(actor.plan)))
    return add_object(
        Contact,
        plan=actor.plan,
        by=by,
        values={**values, "organisation": actor},
        slug_from=f"{actor.slug}-{values['date'].isoformat()}",
        submission=submission,
    )


@transaction.atomic
def change_contact(
    contact: Contact, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> Contact:
    """Correct what was noted about a contact."""
    day = changes.get("date", contact.date)
    require(rules.has_happened(day, reading_date(contact.plan)))
    return change_object(contact, by=by, changes=changes, revision=revision)


def remove_contact(contact: Contact, *, by: Person | None, reason: str) -> None:
    """Remove a contact that was noted by mistake; the event keeps what it was."""
    discard_object(contact, by=by, reason=reason)
