"""The history of an object, read from the event log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.references import Names, references_in
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Event
from temaplan.workbench.plan.models.event_chain import EventChain
from temaplan.workbench.plan.records import differences
from temaplan.workbench.plan.vocabulary import VERB

NEWEST_SHOWN = 50


@dataclass(frozen=True)
class Change:
    """One field that an event changed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One event about the object, in the words of the page."""

    at: datetime
    who: str
    verb: str
    reason: str
    changes: Sequence[Change]


def history_of(row: Any, access: Access, *, after: int = 0) -> list[Step]:
    """Return the newest events about a row, newest first.

    `after` leaves out the events up to that number: what was written while it was closed.
    """
    events = _events_about(row).filter(number__gt=after).select_related("values")[:NEWEST_SHOWN]
    told = [(event, *_sides(event)) for event in events]
    names = Names(
        references_in(type(row), (side for _event, *both in told for side in both)), access
    )
    return [_step(event, type(row), before, after, names) for event, before, after in told]


def newest_reason(row: Any) -> str:
    """Return why the last act on a row was done, empty where nothing was said."""
    last = _events_about(row).first()
    return last.reason if last else ""


def _events_about(row: Any) -> QuerySet[Event]:
    """Return the events about a row, newest first; a head has its own chain."""
    head = row if isinstance(row, EventChain) else row.plan
    return Event.objects.filter(chain=head.chain, ref=row.ref).order_by("-number")


def _sides(event: Event) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the old and the new values; none where they have been erased."""
    values = getattr(event, "values", None)
    return (values.before or {}, values.after or {}) if values else ({}, {})


def _step(
    event: Event, model: Any, before: dict[str, Any], after: dict[str, Any], names: Names
) -> Step:
    changed = differences(before, after) if before and after else {}
    shown = [
        Change(
            _label(model, name), _shown(model, name, old, names), _shown(model, name, new, names)
        )
        for name, (old, new) in changed.items()
    ]
    verb = VERB.get(event.verb)
    return Step(
        at=event.at,
        who=event.person_name,
        verb=str(verb.label) if verb else event.verb,
        reason=event.reason,
        # what differs only in rows that the reader may not see, has not changed to them
        changes=[change for change in shown if change.before != change.after],
    )


def _label(model: Any, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:  # a field of an earlier version
        return name


def _shown(model: Any, name: str, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:  # a field of an earlier version
        return _joined(value)
    if model.record.sidecar and name == model.record.sidecar[0]:
        return _size(value)
    if field.is_relation:
        return _joined([names.of(ref) for ref in _as_list(value)])
    if isinstance(field, DateField) and isinstance(value, str):
        return _day(value)
    return _joined(dict(field.flatchoices).get(value, value) if isinstance(value, str) else value)


def _size(text: Any) -> str:
    """Say how long a text is that is a whole file, such as the figures of a table."""
    number = len(str(text or "").splitlines())
    return ngettext("%(number)d linje", "%(number)d linjer", number) % {"number": number}


def _day(text: str) -> str:
    """Write a stored day as people do; a moment keeps its hour."""
    try:
        return written_date(date.fromisoformat(text))
    except ValueError:
        return text


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _joined(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    words = [_plain(each) for each in parts if each is not None]
    return ", ".join(words) or _("tomt")


def _plain(value: Any) -> str:
    """Write one entry; of one with several parts, what each of them says."""
    if isinstance(value, dict):
        return " · ".join(_joined(part) for part in value.values() if part not in ("", None))
    return str(value)
