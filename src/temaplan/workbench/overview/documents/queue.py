"""The task queue as we need it: nothing twice, nothing stuck, nothing for ever.

django-tasks-db leaves a task RUNNING when its worker is killed, and knows no
retries (RealOrangeOne/django-tasks#46). Every task of ours may run twice with the
same result, so the cure is to let it run again, three times at most.
"""

from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.dispatch import receiver
from django.tasks import Task, TaskResult, TaskResultStatus
from django.tasks.signals import task_finished
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

ATTEMPTS = 3
FIRST_WAIT = timedelta(seconds=2)
DAYS_KEPT = 14


def same_task(task: Task, args: tuple[Any, ...]) -> Any:
    """Return the rows of one task with the same arguments, newest first.

    Any: the queue's own query set has words (`ready`) that its type does not know.
    """
    return DBTaskResult.objects.filter(
        task_path=task.module_path, args_kwargs__args=list(args)
    ).order_by("-enqueued_at")


def enqueue_once(task: Task, *args: Any) -> None:
    """Put a task in the queue unless the same one already waits there.

    One that runs does not count: it may have read the plan before the change.
    """
    if not same_task(task, args).ready().exists():
        task.enqueue(*args)


def forget(task: Task, *args: Any) -> None:
    """Take a task out of the queue that has just been done in another way."""
    same_task(task, args).ready().delete()


def enqueue_later(task: Task, *args: Any, at: datetime) -> None:
    """Put a task in the queue for a later time, unless it already is there."""
    waiting = same_task(task, args).filter(
        status=TaskResultStatus.READY, run_after__gt=timezone.now(), run_after__lte=at
    )
    if not waiting.exists():
        task.using(run_after=at).enqueue(*args)


def has_failed_lately(task: Task, args: tuple[Any, ...], *, seconds: int) -> bool:
    """Tell whether the newest run of a task gave up a short while ago."""
    since = timezone.now() - timedelta(seconds=seconds)
    newest = same_task(task, args).first()
    return (
        newest is not None
        and newest.status == TaskResultStatus.FAILED
        and newest.finished_at is not None
        and newest.finished_at > since
    )


@receiver(task_finished)
def try_again(sender: Any, task_result: TaskResult, **kept: Any) -> None:
    """Let a failed task run again a little later; the third failure stands."""
    attempts = len(task_result.worker_ids)
    if task_result.status == TaskResultStatus.FAILED and attempts < ATTEMPTS:
        DBTaskResult.objects.filter(pk=task_result.id).update(
            status=TaskResultStatus.READY, run_after=timezone.now() + FIRST_WAIT * attempts
        )


def take_up_what_was_left() -> int:
    """Make tasks of killed workers ready again, and forget old results.

    Returns how many were made ready. One that has been begun three times is given up:
    it may be what kills the worker.
    """
    call_command("prune_db_task_results", min_age_days=DAYS_KEPT, verbosity=0)
    ready = 0
    for row in DBTaskResult.objects.running():
        if row.worker_ids and _is_alive(row.worker_ids[-1]):
            continue
        if len(row.worker_ids) >= ATTEMPTS:
            row.set_failed(RuntimeError("the worker was killed each time this task ran"))
            continue
        row.status = TaskResultStatus.READY
        row.save(update_fields=["status"])
        ready += 1
    return ready


def show_alive(worker: str) -> Any:
    """Hold the worker's name for as long as this process lives (PostgreSQL only).

    A session lock is let go by the server when the connection ends, however the
    process ended. With SQLite there is one worker, and nothing to tell apart.
    """
    if connection.vendor != "postgresql":
        return None
    held = connection.copy()
    with held.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [worker])
    return held


def _is_alive(worker: str) -> bool:
    if connection.vendor != "postgresql":
        return False  # this process is the only worker, and has just started
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [worker])
        free = bool(cursor.fetchone()[0])
        if free:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [worker])
    return not free
