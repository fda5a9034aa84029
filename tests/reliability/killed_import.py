"""Driver, run as a program: imports a folder again and again, killed at every step of it.

    python killed_import.py FOLDER [--replace-by FOLDER]

A step is a statement to the database, a commit, or a call that changes files. Each
attempt is a forked process that ends itself with SIGKILL at its step. After it,
another process looks at what is stored. One JSON line is printed for each attempt:
{"step", "at", "state"}, where state is `old` or a fingerprint. It stops at the first
attempt that left something.
"""

import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

FILE_CALLS = ("fsync", "link", "rename", "replace", "unlink", "mkdir")
FINISHED = 0


class Steps:
    """Counts the steps of one import, and ends the process at a given one."""

    def __init__(self, last: int) -> None:
        self.taken = 0
        self._last = last

    def take(self, what: str) -> None:
        """Take a step; SIGKILL leaves no time for anything else."""
        self.taken += 1
        if self.taken == self._last:
            Path(os.environ["KILLED_AT"]).write_text(what)
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """Stand in front of every statement."""
        self.take(sql[:60])
        return execute(sql, *rest)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take a step before each statement and file call, and around each commit."""
        with ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(self.statement))
            stack.enter_context(patch.object(BaseDatabaseWrapper, "_commit", self._commit()))
            for name in FILE_CALLS:
                stack.enter_context(patch.object(os, name, self._file_call(name)))
            yield

    def _commit(self) -> Callable[[Any], None]:
        commit: Callable[[Any], None] = BaseDatabaseWrapper._commit

        def stepped(wrapper: Any) -> None:
            self.take("before COMMIT")
            commit(wrapper)
            self.take("after COMMIT")

        return stepped

    def _file_call(self, name: str) -> Callable[..., Any]:
        call = getattr(os, name)

        def stepped(*arguments: Any, **kept: Any) -> Any:
            self.take(f"os.{name}")
            return call(*arguments, **kept)

        return stepped


def in_child(work: Callable[[], str | None]) -> tuple[int, str]:
    """Do something in a forked process with a connection of its own; its status and answer."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, (work() or "").encode())
            os._exit(FINISHED)
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    return os.waitpid(child, 0)[1], answer


def take_in(folder: Path, *, replace: bool, last: int) -> None:
    """Import a folder, and end at a step."""
    from temaplan.workbench.overview.folder.folder import import_folder

    connection.ensure_connection()  # what the connection itself says is no step
    with Steps(last).watched():
        import_folder(folder, replace=replace)


def state() -> str:
    """Return a fingerprint of everything stored, files with their rows; say what does not hold."""
    from temaplan.documents.exchange.plan_folder import write
    from temaplan.workbench.overview.folder.shapes import models_of_rows, plan_shapes
    from temaplan.workbench.overview.folder.snapshot import snapshot_of
    from temaplan.workbench.plan.events import broken_events
    from temaplan.workbench.plan.models import Event, Municipality, Plan

    told = hashlib.sha256()
    heads = [*Municipality.objects.order_by("slug"), *Plan.objects.order_by("slug")]
    for head in heads:
        broken = list(broken_events(head))
        if broken or not head.last_event_number:
            return f"broken chain of {head.ref}: {broken}"
        told.update(f"{head.ref} {head.last_event_number}\n".encode())
    for plan in Plan.objects.all():
        for name, content in write(snapshot_of(plan), plan_shapes()).items():
            told.update(name.encode() + b"\0" + content + b"\0")
    stray = sum(model._default_manager.count() for model in models_of_rows() if not heads)
    if stray or (Event.objects.exists() and not heads):
        return f"{stray} rows without a plan"
    return told.hexdigest()


def seen() -> str:
    """Look at what is stored, in a process of its own."""
    status, answer = in_child(state)
    assert status == FINISHED, answer
    return answer


def attempts(folder: Path, *, replace: bool) -> Iterator[dict[str, Any]]:
    """Import, killed one step later each time, until something is stored."""
    killed_at = Path(os.environ["KILLED_AT"])
    old, step = seen(), 0
    while True:
        step += 1
        status, answer = in_child(partial(take_in, folder, replace=replace, last=step))
        assert os.WIFSIGNALED(status), f"no such step: {answer}"
        found = seen()
        yield {"step": step, "at": killed_at.read_text(), "state": "old" if found == old else found}
        if found != old:
            return


def main() -> None:
    """Print the attempts."""
    folder, replace_by = Path(sys.argv[1]), sys.argv[3:]
    django.setup()
    if replace_by:
        status, answer = in_child(partial(take_in, folder, replace=False, last=0))
        assert status == FINISHED, answer
        folder = Path(replace_by[0])
    for attempt in attempts(folder, replace=bool(replace_by)):
        print(json.dumps(attempt), flush=True)


if __name__ == "__main__":
    main()
