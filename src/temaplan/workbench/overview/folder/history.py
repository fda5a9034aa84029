"""The plan's events as lines of JSON, for whoever takes the folder home.

Import skips the file by its name: a history belongs to the installation where it
happened. The salt of the values never leaves it.
"""

from collections.abc import Iterator
from typing import Any

from temaplan.documents.exchange.plan_folder import PlanSnapshot
from temaplan.documents.exchange.plan_folder.toml_text import json_text
from temaplan.workbench.plan.models import Event, Plan


def history_of(plan: Plan, snapshot: PlanSnapshot, *, everything: bool) -> bytes:
    """Return the history of what the snapshot shows.

    A history that is not of everything names no person and holds no words: earlier
    titles, reasons and values may speak of what is closed, or was.
    """
    events = Event.objects.filter(chain=plan.chain).order_by("number")
    lines = _whole(events) if everything else _open(events, _refs(plan, snapshot))
    return "".join(f"{json_text(line)}\n" for line in lines).encode()


def _whole(events: Any) -> Iterator[dict[str, Any]]:
    for event in events.select_related("values"):
        values = getattr(event, "values", None)
        line = {
            "number": event.number,
            "at": event.at.isoformat(),
            "person": event.person_name,
            "verb": event.verb,
            "ref": event.ref,
            "title": event.title,
            "reason": event.reason,
            "values_hash": event.values_hash,
            "previous_hash": event.previous_hash,
            "hash": event.hash,
        }
        if values is not None:
            line |= {"before": values.before, "after": values.after}
        yield line


def _open(events: Any, refs: set[str]) -> Iterator[dict[str, Any]]:
    for event in events:
        if event.ref in refs:
            yield {
                "number": event.number,
                "at": event.at.isoformat(),
                "verb": event.verb,
                "ref": event.ref,
            }


def _refs(plan: Plan, snapshot: PlanSnapshot) -> set[str]:
    rows = {f"{kind}/{row['slug']}" for kind, found in snapshot.rows.items() for row in found}
    return {plan.ref, *rows}
