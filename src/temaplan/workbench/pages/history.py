"""The history of an object, read from the event log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
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
    """Return the newest events about a row, newest first; a municipality has its own chain.

    `after` leaves out the events up to that number: what was written while it was closed.
    """
    chain = row.chain if isinstance(row, EventChain) else access.plan.chain
    events = (
        Event.objects.filter(chain=chain, ref=row.ref, number__gt=after)
        .select_related("values")
        .order_by("-number")[:NEWEST_SHOWN]
    )
    return [_step(event, type(row)) for event in events]


def _step(event: Event, model: Any) -> Step:
    values = getattr(event, "values", None)
    before = (values.before if values else None) or {}
    after = (values.after if values else None) or {}
    changed = differences(before, after) if before and after else {}
    verb = VERB.get(event.verb)
    return Step(
        at=event.at,
        who=event.person_name,
        verb=str(verb.label) if verb else event.verb,
        reason=event.reason,
        changes=[
            Change(_label(model, name), _shown(model, name, old), _shown(model, name, new))
            for name, (old, new) in changed.items()
        ],
    )


def _label(model: Any, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:  # a field of an earlier version
        return name


def _shown(model: Any, name: str, value: Any) -> str:
    if value is None or value in ("", []):
        return _("tomt")
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    try:
        words = dict(model._meta.get_field(name).flatchoices)
    except FieldDoesNotExist:
        words = {}
    return str(words.get(value, value))
