"""A fault becomes one sentence and the status that docs/reference/commands.md promises."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from temaplan.cli.faults import explain, printable
from temaplan.cli.main import main
from temaplan.errors import BadInput, MachineLacks
from tests.fixtures.commands import PROGRAM, SAMPLE, Surroundings, run_command

FULL = "Disken er full. Frigjør plass og prøv igjen."
FAULTS = {
    "bad input": (BadInput("Raden mangler."), 3, "Raden mangler."),
    "machine lacks": (MachineLacks("Porten er opptatt."), 4, "Porten er opptatt."),
    "interrupted": (KeyboardInterrupt(), 130, "Avbrutt."),
    "full disk": (OSError(errno.ENOSPC, "No space left on device"), 4, FULL),
    "full quota": (OSError(errno.EDQUOT, "Disk quota exceeded"), 4, FULL),
    "full disk under SQLite": (OperationalError("database or disk is full"), 4, FULL),
    "closed folder": (
        PermissionError(errno.EACCES, "Permission denied", "/data/plan"),
        4,
        "Temaplan får ikke skrive til /data/plan. Gi deg selv tilgang, eller velg en annen mappe "
        "med TEMAPLAN_DATA.",
    ),
    "database that is down": (
        OperationalError("connection refused\nIs the server running?"),
        4,
        "Databasen svarer ikke: connection refused. Kjør «temaplan doctor» for å se hva som "
        "mangler.",
    ),
    "fault of ours": (
        ZeroDivisionError("division by zero"),
        70,
        "Det er en feil i Temaplan: ZeroDivisionError: division by zero. Kjør kommandoen igjen "
        "med --debug og meld fra slik SECURITY.md eller CONTRIBUTING.md sier.",
    ),
}


@pytest.mark.parametrize(("fault", "status", "sentence"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_has_status_and_sentence(fault: BaseException, status: int, sentence: str) -> None:
    assert explain(fault) == (status, sentence)


def test_traceback_is_shown_with_debug_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(args: object) -> int:
        raise RuntimeError("ødelagt")

    monkeypatch.setattr("temaplan.cli.commands.doctor.run", broken)
    assert main(["doctor"]) == 70
    assert "Traceback" not in capsys.readouterr().err
    assert main(["doctor", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_text_from_outside_cannot_command_the_terminal() -> None:
    assert printable("rød\x1b[31m\r\u202e") == "rød\\u001b[31m\\u000d\\u202e"


def test_reader_that_has_had_enough_is_no_fault(own_folder: Surroundings) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*PROGRAM, "doctor"],
            env=own_folder,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_data_folder_that_cannot_be_made_is_told(tmp_path: Path, own_folder: Surroundings) -> None:
    (tmp_path / "file").write_text("")
    own_folder["TEMAPLAN_DATA"] = str(tmp_path / "file" / "data")
    done = run_command(own_folder, "import", SAMPLE)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"Datamappen {tmp_path}/file/data kan ikke lages: Not a directory. "
        "Velg en annen mappe med miljøvariabelen TEMAPLAN_DATA.\n"
    )


def test_other_kind_of_database_is_told(own_folder: Surroundings) -> None:
    own_folder["DATABASE_URL"] = "mysql://localhost/plan"
    done = run_command(own_folder, "import", SAMPLE)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "DATABASE_URL må begynne med postgresql:// eller sqlite:///. "
        "Fjern den for å bruke SQLite i datamappen.\n"
    )


def test_database_server_that_does_not_answer_is_told(
    own_folder: Surroundings, free_port: int
) -> None:
    own_folder["DATABASE_URL"] = f"postgresql://ingen@127.0.0.1:{free_port}/plan"
    done = run_command(own_folder, "import", SAMPLE)
    assert (done.returncode, done.stdout) == (4, "")
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith("Databasen svarer ikke: ")


def test_command_for_the_workbench_names_it_where_it_is_not_installed(
    tmp_path: Path, own_folder: Surroundings
) -> None:
    # A Python that finds Temaplan and nothing else.
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-S", "-P", "-c", _WITHOUT_PACKAGES, "export", "plan", str(tmp_path)],
        env={**own_folder, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "Kommandoen «export» trenger arbeidsbenken, som ikke er installert. "
        'Installer den med: pip install "temaplan[web]"\n'
    )


_WITHOUT_PACKAGES = """
import sys
from importlib import metadata
metadata.version = lambda name: "0"
from temaplan.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
