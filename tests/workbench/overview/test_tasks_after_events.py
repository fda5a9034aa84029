"""After a change the worker is asked for new pages: once, and only when it is stored."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from temaplan.workbench.overview.documents import queue, tasks
from temaplan.workbench.plan.events import append_event
from temaplan.workbench.plan.models import Municipality, Plan

pytestmark = pytest.mark.django_db

Committed = Callable[..., Any]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Committed:
    """A block whose end counts as a commit: the tests themselves are rolled back."""

    @contextmanager
    def block() -> Iterator[None]:
        with django_capture_on_commit_callbacks(execute=True):
            yield
        connection.run_on_commit = []  # as after a real commit

    return block


@pytest.fixture
def plan() -> Plan:
    municipality = Municipality.objects.create(slug="prove", name="Prøve kommune", fictional=True)
    return Plan.objects.create(
        municipality=municipality, slug="prove", title="Plan", plan_type="thematic_plan"
    )


def say(head: Plan | Municipality) -> None:
    append_event(head, by=None, verb="changed", ref=head.ref, title=str(head))


def say_and_fail(head: Plan) -> None:
    say(head)
    _ = 1 / 0


def waiting() -> list[list[int]]:
    return [
        row.args_kwargs["args"]
        for row in DBTaskResult.objects.ready().filter(task_path=tasks.refresh_plan.module_path)
    ]


def test_one_transaction_with_many_events_asks_once(plan: Plan, committed: Committed) -> None:
    with committed(), transaction.atomic():
        for _ in range(5):
            say(plan)

    assert waiting() == [[plan.pk]]


def test_change_that_is_rolled_back_asks_for_nothing(plan: Plan, committed: Committed) -> None:
    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        say_and_fail(plan)

    assert waiting() == []


def test_event_after_a_rolled_back_part_still_asks(plan: Plan, committed: Committed) -> None:
    with committed(), transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            say_and_fail(plan)
        plan.refresh_from_db()
        say(plan)

    assert waiting() == [[plan.pk]]


def test_second_change_waits_for_the_task_that_is_ready(plan: Plan, committed: Committed) -> None:
    for _ in range(2):
        with committed(), transaction.atomic():
            say(plan)

    assert waiting() == [[plan.pk]]


def test_change_while_the_task_runs_asks_again(plan: Plan, committed: Committed) -> None:
    with committed(), transaction.atomic():
        say(plan)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)

    with committed(), transaction.atomic():
        say(plan)

    assert waiting() == [[plan.pk]]


def test_change_of_the_municipality_concerns_each_of_its_plans(
    plan: Plan, committed: Committed
) -> None:
    second = Plan.objects.create(
        municipality=plan.municipality, slug="to", title="To", plan_type="thematic_plan"
    )
    other = Municipality.objects.create(slug="annen", name="Annen kommune", fictional=True)
    Plan.objects.create(municipality=other, slug="tre", title="Tre", plan_type="thematic_plan")

    with committed(), transaction.atomic():
        say(plan.municipality)

    assert sorted(waiting()) == [[plan.pk], [second.pk]]


def test_fault_in_what_follows_does_not_undo_the_change(
    plan: Plan, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue.DBTaskResult, "objects", None)

    with committed(), transaction.atomic():
        say(plan)

    plan.refresh_from_db()
    assert plan.last_event_number == 1
