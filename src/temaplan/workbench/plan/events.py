"""The event log: appending, hashing and verifying a chain."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db import transaction
from django.utils import timezone

from temaplan.workbench.plan.models import Event, EventValues, Person
from temaplan.workbench.plan.models.event_chain import EventChain

Values = dict[str, Any] | None


def canonical(value: Any) -> bytes:
    """Return the one JSON text of a value: sorted keys, no blanks, UTF-8."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


@dataclass(frozen=True)
class Happening:
    """What an event tells of: the verb, the object, and its values before and after."""

    verb: str
    ref: str
    title: str
    before: Values = None
    after: Values = None
    reason: str = ""


def append_event(
    head: EventChain,
    *,
    by: Person | None,
    verb: str,
    ref: str,
    title: str,
    before: Values = None,
    after: Values = None,
    reason: str = "",
) -> Event:
    """Append one event to the chain of a plan or a municipality."""
    happening = Happening(verb, ref, title, before, after, reason)
    return append_events(head, by=by, happenings=[happening])[0]


def append_events(
    head: EventChain, *, by: Person | None, happenings: Iterable[Happening]
) -> list[Event]:
    """Append events to the chain of a plan or a municipality, in the order given.

    Must stand in the same transaction as the changes they tell of; the head row is
    locked, so two writers get two numbers. `by` is None for the program itself.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event must be written in the transaction of its change")
    kind = type(head)
    last = (
        kind._default_manager.select_for_update()
        .only("pk", "last_event_number", "last_event_hash")
        .get(pk=head.pk)
    )
    head.last_event_number, head.last_event_hash = last.last_event_number, last.last_event_hash
    told = [_next(head, by, happening) for happening in happenings]
    Event.objects.bulk_create([event for event, _values in told])
    EventValues.objects.bulk_create([values for _event, values in told])
    kind._default_manager.filter(pk=head.pk).update(
        last_event_number=head.last_event_number, last_event_hash=head.last_event_hash
    )
    _tell_after_commit(head)
    return [event for event, _values in told]


def _next(head: EventChain, by: Person | None, happening: Happening) -> tuple[Event, EventValues]:
    """Return the next event of the chain, not stored yet, and move the chain's end to it."""
    salt = secrets.token_hex(32)
    event = Event(
        chain=head.chain,
        number=head.last_event_number + 1,
        at=timezone.now(),
        person_id_kept=by.pk if by else None,
        person_name=by.name if by else "Temaplan",
        verb=happening.verb,
        ref=happening.ref,
        title=happening.title[:300],
        reason=happening.reason,
        values_hash=values_hash(salt, happening.before, happening.after),
        previous_hash=head.last_event_hash,
    )
    event.hash = event_hash(event)
    head.last_event_number, head.last_event_hash = event.number, event.hash
    values = EventValues(event=event, salt=salt, before=happening.before, after=happening.after)
    return event, values


Listener = Callable[[EventChain], None]
_LISTENERS: list[Listener] = []


def after_events(listener: Listener) -> Listener:
    """Have `listener(head)` called once after each transaction that appended events.

    So what is computed from a plan can be made anew, and no action needs to know of it.
    """
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)
    return listener


@dataclass(frozen=True)
class _Telling:
    """What runs after the commit; equal for all events of one chain."""

    kind: type[EventChain]
    key: int

    def __call__(self) -> None:
        head = self.kind._default_manager.get(pk=self.key)
        for listener in _LISTENERS:
            listener(head)


def _tell_after_commit(head: EventChain) -> None:
    told = _Telling(type(head), head.pk)
    waiting = transaction.get_connection().run_on_commit
    if all(told != callback for _, callback, *_ in waiting):
        # robust: the change is stored by now, whatever becomes of what follows from it
        transaction.on_commit(told, robust=True)


def values_hash(salt: str, before: Values, after: Values) -> str:
    """Commit to old and new values; without the salt the hash says nothing about them."""
    return hashlib.sha256(salt.encode() + canonical([before, after])).hexdigest()


def event_hash(event: Event) -> str:
    """Hash everything an event says, with the hash of the event before it."""
    told = {
        "chain": event.chain,
        "number": event.number,
        "at": event.at.astimezone(UTC).isoformat(),
        "person": event.person_id_kept,
        "name": event.person_name,
        "verb": event.verb,
        "ref": event.ref,
        "title": event.title,
        "reason": event.reason,
        "values": event.values_hash,
        "previous": event.previous_hash,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def broken_events(head: EventChain) -> Iterator[tuple[int, str]]:
    """Yield (number, what is wrong) for every event that does not verify.

    An event whose values were erased by duty still verifies.
    """
    previous, number = "", 0
    for event in Event.objects.filter(chain=head.chain).select_related("values").order_by("number"):
        number += 1
        if event.number != number or event.previous_hash != previous:
            yield event.number, "rekkefølgen er brutt"
        if event.hash != event_hash(event):
            yield event.number, "hendelsen er endret"
        values = getattr(event, "values", None)
        if values and event.values_hash != values_hash(values.salt, values.before, values.after):
            yield event.number, "verdiene er endret"
        previous, number = event.hash, event.number
    if (number, previous) != (head.last_event_number, head.last_event_hash):
        yield number, "slutten av kjeden mangler"
