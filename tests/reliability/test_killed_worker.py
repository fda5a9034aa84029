"""A task whose worker was killed is taken up again, and given up when it kills each time."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.fixtures.commands import (
    ROOT,
    SAMPLE,
    Surroundings,
    run_command,
    run_driver,
    wait_until,
)

DRIVER = Path(__file__).parent / "tasks_of_an_installation.py"
WORKER = [sys.executable, str(DRIVER), "work"]
TASK = "temaplan.workbench.overview.documents.tasks.refresh_plan"


def rows(surroundings: Surroundings) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_driver(surroundings, DRIVER, "rows"))
    return found


def start_worker(surroundings: Surroundings, **more: str) -> "subprocess.Popen[bytes]":
    variables = {
        **surroundings,
        "DJANGO_SETTINGS_MODULE": "temaplan.config.settings",
        "PYTHONPATH": str(ROOT),
        **more,
    }
    return subprocess.Popen(WORKER, env=variables, stderr=subprocess.DEVNULL)


def kill_in_the_middle_of_a_task(surroundings: Surroundings, tmp_path: Path) -> None:
    """Start a worker whose task stands still, and kill it there."""
    begun = tmp_path / "begun"
    begun.unlink(missing_ok=True)
    worker = start_worker(surroundings, STAND_STILL=str(begun))
    wait_until(begun.exists)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()


def test_next_worker_does_what_a_killed_one_had_begun(
    installation: Surroundings, tmp_path: Path
) -> None:
    run_command(installation, "import", SAMPLE)
    kill_in_the_middle_of_a_task(installation, tmp_path)
    assert [(row["task"], row["status"]) for row in rows(installation)] == [(TASK, "RUNNING")]

    worker = start_worker(installation, DO_NOTHING="1")
    try:
        wait_until(lambda: rows(installation)[0]["status"] == "SUCCESSFUL")
    finally:
        worker.terminate()
        worker.wait()
    (row,) = rows(installation)
    assert row["attempts"] == 2


def test_task_that_kills_its_worker_three_times_is_given_up(
    installation: Surroundings, tmp_path: Path
) -> None:
    run_command(installation, "import", SAMPLE)
    for _ in range(3):
        kill_in_the_middle_of_a_task(installation, tmp_path)
    assert run_driver(installation, DRIVER, "take_up").strip() == "0"
    (row,) = rows(installation)
    assert (row["status"], row["attempts"]) == ("FAILED", 3)


def test_task_of_a_worker_that_lives_is_left_to_it(
    installation: Surroundings, tmp_path: Path
) -> None:
    run_command(installation, "import", SAMPLE)
    begun = tmp_path / "begun"
    worker = start_worker(installation, STAND_STILL=str(begun))
    try:
        wait_until(begun.exists)
        # On SQLite there is one worker, and `serve` sees to it that there is no second.
        if "DATABASE_URL" in installation:
            assert run_driver(installation, DRIVER, "take_up").strip() == "0"
        assert rows(installation)[0]["status"] == "RUNNING"
    finally:
        worker.kill()
        worker.wait()
