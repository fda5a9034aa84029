"""A kill at any moment of an import leaves the old state or the new one, never between."""

import hashlib
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from temaplan.documents.exchange.plan_folder import read_folder
from tests.fixtures.commands import PROGRAM, SAMPLE, Surroundings, run_command, run_driver

DRIVER = Path(__file__).parent / "killed_import.py"
SLUG = "provevik-2026"
RANDOM_KILLS = 5


def attempts(surroundings: Surroundings, tmp_path: Path, *arguments: str) -> list[dict[str, Any]]:
    """Run the driver on a database that is made."""
    run_command(surroundings, "export", "nothing", "nowhere")
    told = run_driver(
        {**surroundings, "KILLED_AT": str(tmp_path / "killed_at")}, DRIVER, *arguments
    )
    return [json.loads(line) for line in told.splitlines()]


def exported(surroundings: Surroundings, folder: Path) -> dict[str, bytes]:
    """Return what is stored as a folder, without its history; nothing when no plan is."""
    done = run_command(surroundings, "export", SLUG, folder, "--quiet")
    if done.returncode == 3:
        return {}
    assert done.returncode == 0, done.stderr
    return {name: text for name, text in read_folder(folder).items() if name != "history.jsonl"}


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The sample with a field changed, a row gone, a row more and another attachment."""
    folder = tmp_path / "changed"
    contents = read_folder(SAMPLE)
    contents["plan/milestones.csv"] = contents["plan/milestones.csv"].replace(
        b"2026-05-01", b"2026-05-08"
    )
    contents["actor/organisations.csv"] += b"verket-to,Ny bedrift,,,business,,\n"
    del contents["mandate/deliverables.csv"]
    for name in ("attachments/attachments.csv", "checksums.txt", "attachments/files/referat.txt"):
        contents[name] = contents[name].replace(OLD_SUM.encode(), NEW_SUM.encode())
    contents["attachments/files/referat.txt"] = NEW_TEXT
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


OLD_TEXT = (SAMPLE / "attachments/files/referat.txt").read_bytes()
NEW_TEXT = OLD_TEXT[::-1]
OLD_SUM = hashlib.sha256(OLD_TEXT).hexdigest()
NEW_SUM = hashlib.sha256(NEW_TEXT).hexdigest()


def test_killed_at_every_step_a_new_plan_is_there_whole_or_not_at_all(
    installation: Surroundings, tmp_path: Path
) -> None:
    *before, last = attempts(installation, tmp_path, str(SAMPLE))
    assert [attempt for attempt in before if attempt["state"] != "old"] == []
    assert (before[-1]["at"], last["at"]) == ("before COMMIT", "after COMMIT")
    steps = [attempt["at"] for attempt in before]
    assert {"os.fsync", "os.link", "os.unlink"} <= set(steps)
    assert sum(step.startswith("INSERT") for step in steps) >= 20
    assert exported(installation, tmp_path / "ut") == read_folder(SAMPLE)


def test_killed_at_every_step_a_replaced_plan_is_the_old_or_the_new(
    installation: Surroundings, tmp_path: Path, changed: Path
) -> None:
    arguments = [str(SAMPLE), "--replace-by", str(changed)]
    *before, last = attempts(installation, tmp_path, *arguments)
    assert [attempt for attempt in before if attempt["state"] != "old"] == []
    assert (before[-1]["at"], last["at"]) == ("before COMMIT", "after COMMIT")
    steps = [attempt["at"] for attempt in before]
    assert {"os.fsync", "os.link", "os.unlink"} <= set(steps)
    assert any(step.startswith("DELETE") for step in steps)
    assert exported(installation, tmp_path / "ut") == read_folder(changed)


def test_killed_at_random_moments_it_is_the_old_or_the_new(
    installation: Surroundings, tmp_path: Path, changed: Path
) -> None:
    run_command(installation, "import", SAMPLE)
    old, new = read_folder(SAMPLE), read_folder(changed)
    begun = time.monotonic()
    run_command(installation, "import", SAMPLE, "--replace")
    longest = time.monotonic() - begun
    chance = random.Random(20110201)
    for number in range(RANDOM_KILLS):
        process = subprocess.Popen(
            [*PROGRAM, "import", str(changed), "--replace"],
            env=installation,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(longest * chance.uniform(0.6, 1.1))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        found = exported(installation, tmp_path / str(number))
        assert found in (old, new)
        if found == new:
            run_command(installation, "import", SAMPLE, "--replace")
