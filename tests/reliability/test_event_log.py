"""The event log: nobody changes it, two who write at once get two numbers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from temaplan.workbench.plan.events import append_event, broken_events
from temaplan.workbench.plan.models import Event, EventValues, Municipality, Plan
from tests.fixtures.commands import SAMPLE, Surroundings, run_command, run_driver
from tests.reliability.writers_at_once import EVENTS_EACH, WRITERS

DRIVER = Path(__file__).parent / "writers_at_once.py"


def a_plan() -> Plan:
    municipality = Municipality.objects.create(slug="prove", name="Prøve kommune")
    return Plan.objects.create(
        municipality=municipality, slug="prove", title="Plan", plan_type="thematic_plan"
    )


def say(plan: Plan, word: str) -> Event:
    with transaction.atomic():
        return append_event(
            plan, by=None, verb="changed", ref=plan.ref, title=word, after={"title": word}
        )


REFUSED: dict[str, Callable[[], object]] = {
    "update of an event": lambda: Event.objects.update(title="et annet ord"),
    "delete of an event": lambda: Event.objects.all().delete(),
    "update of the values": lambda: EventValues.objects.update(after={"title": "et annet"}),
    "update in plain SQL": lambda: connection.cursor().execute(
        "UPDATE temaplan_event SET person_name = 'noen andre'"
    ),
    "delete in plain SQL": lambda: connection.cursor().execute("DELETE FROM temaplan_event"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED.keys())
def test_database_refuses(change: Callable[[], object]) -> None:
    plan = a_plan()
    say(plan, "ord")
    if "delete" in str(change):
        EventValues.objects.all().delete()
    with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
        change()
    assert Event.objects.get().title == "ord"
    assert list(broken_events(plan)) == []


@pytest.mark.django_db
def test_values_that_are_erased_by_duty_leave_a_chain_that_verifies() -> None:
    plan = a_plan()
    say(plan, "ett")
    say(plan, "to")
    EventValues.objects.filter(event__number=1).delete()
    plan.refresh_from_db()
    assert list(broken_events(plan)) == []


def test_those_who_write_at_once_get_a_number_each(installation: Surroundings) -> None:
    run_command(installation, "import", SAMPLE)
    found = json.loads(run_driver(installation, DRIVER))
    expected = WRITERS * EVENTS_EACH
    titles = [f"{writer}-{number}" for writer in range(WRITERS) for number in range(EVENTS_EACH)]
    assert found == {
        "numbers": list(range(1, expected + 1)),
        "titles": titles,
        "last": expected,
        "broken": [],
        "faults": [],
        "outside": "an event must be written in the transaction of its change",
    }
