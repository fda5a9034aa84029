"""Style, types, floors of the house and licences of files, each by the tool made for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.commands import ROOT, Surroundings, run_command

CODE = [name for name in ("src", "tests", "tools", "benchmarks") if (ROOT / name).is_dir()]
BIN = Path(sys.executable).parent
TOOLS = {
    "ruff check": [BIN / "ruff", "check", "--quiet", *CODE],
    "ruff format": [BIN / "ruff", "format", "--check", "--quiet", *CODE],
    "mypy": [BIN / "mypy", "--no-error-summary"],
    "import-linter": [BIN / "lint-imports", "--no-cache"],
    "reuse": [BIN / "reuse", "--root", ROOT, "lint", "--lines"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS.keys())
def test_tool_finds_nothing(command: list[str | Path], own_folder: Surroundings) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=own_folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"


def test_no_migration_is_missing(own_folder: Surroundings) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
        env={**own_folder, "DJANGO_SETTINGS_MODULE": "temaplan.config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "No changes detected\n"), done.stderr


def test_django_finds_nothing_to_warn_of_where_it_serves_the_world(
    own_folder: Surroundings,
) -> None:
    own_folder.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # the tests' own, for the browser
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **own_folder,
            "DJANGO_SETTINGS_MODULE": "temaplan.config.settings",
            "TEMAPLAN_BASE_URL": "https://plan.eksempel.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_shell_scripts_are_posix() -> None:
    for script in (ROOT / "temaplan", ROOT / ".ci" / "run"):
        assert script.read_text().startswith("#!/bin/sh\n")
        assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0


def test_help_of_the_launcher_is_that_of_the_program(own_folder: Surroundings) -> None:
    done = run_command(own_folder, "--help")
    assert done.stdout.startswith("bruk: temaplan")
