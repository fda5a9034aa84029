"""Add, change and discard a row of a plan, each with its event in the same transaction."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from temaplan.errors import TemaplanError
from temaplan.workbench.plan.events import Happening, append_event, append_events
from temaplan.workbench.plan.models import Person, Plan, PlanObject
from temaplan.workbench.plan.models.event_chain import EventChain
from temaplan.workbench.plan.records import values_of
from temaplan.workbench.plan.slugs import free_slug, free_slugs


class Conflict(TemaplanError):
    """Somebody saved the row after this person had read it; nothing was changed.

    `current` is the row as it stands now, `attempted` what this person wanted, and
    `reason` why.
    """

    code = "conflict"

    def __init__(self, current: Any, attempted: Mapping[str, Any], reason: str = "") -> None:
        super().__init__(
            _("Noen andre lagret «%(title)s» mens du skrev. Teksten din er tatt vare på her.")
            % {"title": current}
        )
        self.current = current
        self.attempted = dict(attempted)
        self.reason = reason


class AlreadySubmitted(TemaplanError):
    """The same form came twice; `row` is what the first one stored."""

    code = "already_submitted"

    def __init__(self, row: PlanObject) -> None:
        super().__init__(_("Skjemaet er allerede lagret."))
        self.row = row


@transaction.atomic
def add_object[Row: PlanObject](
    model: type[Row],
    *,
    plan: Plan,
    by: Person | None,
    values: Mapping[str, Any],
    slug_from: str = "",
    submission: UUID | None = None,
    verb: str = "added",
    reason: str = "",
) -> Row:
    """Store a new row with its event. Lists of rows in `values` become links.

    Raises `AlreadySubmitted` when this submission was stored before.
    """
    if submission is not None:
        stored = model._default_manager.filter(plan=plan, submission=submission).first()
        if stored is not None:
            raise AlreadySubmitted(stored)
    single, several = _split(model, values)
    slug = single.pop("slug", "") or free_slug(model, plan=plan, text=slug_from)
    row = model(plan=plan, slug=slug, submission=submission, **single)
    row.save(force_insert=True)
    _link(row, several)
    _tell(plan, by=by, verb=verb, row=row, after=values_of(row), reason=reason)
    return row


@transaction.atomic
def add_many[Row: PlanObject](
    model: type[Row],
    *,
    plan: Plan,
    by: Person | None,
    values: Sequence[Mapping[str, Any]],
    slugs_from: Sequence[str],
    submission: UUID | None = None,
    verb: str = "added",
) -> list[Row]:
    """Store many new rows, each with its event, in a few statements however many there are.

    For kinds without lists of rows. The first row carries the submission.
    """
    slugs = free_slugs(model, plan=plan, texts=slugs_from)
    rows = [model(plan=plan, slug=slug, **each) for slug, each in zip(slugs, values, strict=True)]
    for row in rows[:1]:
        row.submission = submission
    model._default_manager.bulk_create(rows)
    append_events(
        plan,
        by=by,
        happenings=[Happening(verb, row.ref, str(row), after=values_of(row)) for row in rows],
    )
    return rows


@transaction.atomic
def change_object[Row: PlanObject](
    row: Row,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    verb: str = "changed",
    reason: str = "",
) -> Row:
    """Change a row if nobody has since `revision`; write old and new values to the log.

    A save that changes nothing writes nothing, unless it says why: a reason is kept.
    Raises `Conflict` with both texts.
    """
    current = type(row)._default_manager.select_for_update().get(pk=row.pk)
    if current.revision != revision:
        raise Conflict(current, changes, reason)
    before = values_of(current)
    single, several = _split(type(row), changes)
    for name, value in single.items():
        setattr(current, name, value)
    _link(current, several)
    after = values_of(current)
    if before == after and not reason:
        return current
    current.revision += 1
    current.save()
    _tell(current.plan, by=by, verb=verb, row=current, before=before, after=after, reason=reason)
    return current


@transaction.atomic
def discard_object(row: PlanObject, *, by: Person | None, reason: str) -> None:
    """Remove a row that stands in no document; the event keeps what it was.

    Whether it may be removed is the house's rule, asked before.
    """
    plan, before = row.plan, values_of(row)
    _tell(plan, by=by, verb="discarded", row=row, before=before, reason=reason)
    row.delete()


@transaction.atomic
def change_head[Head: EventChain](
    head: Head,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    verb: str = "changed",
    reason: str = "",
) -> Head:
    """Change a plan's profile or a municipality's settings, as `change_object` does a row."""
    current: Any = type(head)._default_manager.select_for_update().get(pk=head.pk)
    if current.revision != revision:
        raise Conflict(current, changes, reason)
    before = _with_file(current)
    for name, value in changes.items():
        setattr(current, name, value)
    if before == _with_file(current):
        return head
    current.revision += 1
    current.save()
    append_event(
        current,
        by=by,
        verb=verb,
        ref=current.ref,
        title=str(current),
        before=before,
        after=_with_file(current),
        reason=reason,
    )
    changed: Head = current
    return changed


def _with_file(head: Any) -> dict[str, Any]:
    """Return the recorded values and the name of the head's file, so that a new one is told of."""
    name = head.record.file_field
    return values_of(head) | ({name: str(getattr(head, name))} if name else {})


def _tell(
    plan: Plan,
    *,
    by: Person | None,
    verb: str,
    row: PlanObject,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> None:
    append_event(
        plan,
        by=by,
        verb=verb,
        ref=row.ref,
        title=str(row),
        before=before,
        after=after,
        reason=reason,
    )


def _split(
    model: type[models.Model], values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    several = {field.name for field in model._meta.many_to_many}
    return (
        {name: value for name, value in values.items() if name not in several},
        {name: value for name, value in values.items() if name in several},
    )


def _link(row: models.Model, several: Mapping[str, Any]) -> None:
    for name, related in several.items():
        getattr(row, name).set(related)
