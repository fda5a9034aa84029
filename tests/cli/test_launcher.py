"""`./temaplan`: sets up what is missing and nothing more, with or without uv on the machine.

The script is run in a clone of its own, with a uv and a Python that only write down
what they were asked. No other program is within reach than those named here.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fixtures.commands import ROOT

NEEDED = ("sh", "cat", "cksum", "dirname", "find", "mkdir", "readlink", "rm", "id")
FILES = ("temaplan", "pyproject.toml", "uv.lock", ".python-version")
UV = """#!/bin/sh
printf 'uv %s\\n' "$*" >>"$LOG"
case $1 in
--version) echo "uv ${UV_VERSION:-0.13.9} (somewhere)" ;;
sync)
    if [ -n "${SYNC_FAILS:-}" ]; then echo 'error: no network' >&2; exit 2; fi
    mkdir -p .venv/bin "$UV_PROJECT_ENVIRONMENT/bin" "$UV_PROJECT_ENVIRONMENT/lib/p/site-packages"
    cp -f "$STUBS/python" "$UV_PROJECT_ENVIRONMENT/bin/python" ;;
python) exit "${PYTHON_MISSING:-0}" ;;
esac
"""
PYTHON = """#!/bin/sh
printf 'python %s\\n' "$*" >>"$LOG"
exit "${STATUS:-0}"
"""
# Any Python of the machine: it can make .tools with a uv in it.
SYSTEM_PYTHON = """#!/bin/sh
printf 'python3 %s\\n' "$*" >>"$LOG"
case $2 in
venv) mkdir -p "$3/bin" && cp "$STUBS/pip" "$3/bin/python" ;;
esac
"""
PIP = """#!/bin/sh
printf 'pip %s\\n' "$*" >>"$LOG"
cp "$STUBS/uv" "${0%/python}/uv"
"""
WEB = "--inexact --no-dev --extra web --extra postgres"
FIRST_TIME = "Installerer pakkene som Temaplan trenger. Det tar litt tid første gang …\n"


@dataclass
class Clone:
    """A clone with the script, and what was asked of uv and Python in it."""

    folder: Path
    path: Path
    log: Path
    variables: dict[str, str]

    def run(self, *arguments: str, script: Path | None = None, **more: str) -> tuple[int, str]:
        """Run the script; its status and what it says on standard error."""
        done = subprocess.run(
            [script or self.folder / "temaplan", *arguments],
            env={**self.variables, **more},
            cwd=self.path.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == ""
        return done.returncode, done.stderr

    def asked(self) -> list[str]:
        """Return what was asked since last time, without questions for versions."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line for line in lines if "--version" not in line and "sys.exit" not in line]

    def sync(self, options: str = WEB) -> str:
        return f"uv sync --directory {self.folder} --frozen {options}"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    folder, path, stubs = (tmp_path / name for name in ("clone", "bin", "stubs"))
    for made in (folder, path, stubs):
        made.mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    for name in (*NEEDED, "cp"):
        (path / name).symlink_to(str(shutil.which(name)))
    for name, text in (("uv", UV), ("python", PYTHON), ("pip", PIP)):
        program(stubs / name, text)
    shutil.copy(stubs / "uv", path / "uv")
    log = tmp_path / "log"
    variables = {"PATH": str(path), "HOME": str(tmp_path), "LOG": str(log), "STUBS": str(stubs)}
    return Clone(folder, path, log, variables)


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def test_first_run_installs_and_hands_over(clone: Clone) -> None:
    assert clone.run("doctor", "--verbose") == (0, FIRST_TIME)
    assert clone.asked() == [clone.sync(), "python -P -m temaplan doctor --verbose"]


def test_second_run_asks_for_nothing_and_says_nothing(clone: Clone) -> None:
    clone.run("doctor")
    clone.asked()
    assert clone.run("export", "en plan", "mappe") == (0, "")
    assert clone.asked() == ["python -P -m temaplan export en plan mappe"]


def test_quiet_is_quiet_from_the_first_run(clone: Clone) -> None:
    assert clone.run("doctor", "--quiet") == (0, "")


@pytest.mark.parametrize("file", FILES[1:])
def test_change_of_what_is_needed_installs_again(clone: Clone, file: str) -> None:
    clone.run("doctor")
    clone.asked()
    (clone.folder / file).write_text("changed")
    clone.run("doctor")
    assert clone.asked()[0] == clone.sync()


def test_clone_that_is_moved_is_set_up_anew(clone: Clone) -> None:
    clone.run("doctor")
    clone.asked()
    clone.folder = clone.folder.rename(clone.folder.with_name("flyttet"))
    clone.run("doctor")
    assert clone.asked()[0] == clone.sync()


def test_packages_changed_by_hand_are_put_right(clone: Clone) -> None:
    clone.run("doctor")
    clone.asked()
    later = (clone.folder / ".venv/temaplan-stamp").stat().st_mtime + 10
    os.utime(clone.folder / ".venv/lib/p/site-packages", (later, later))
    clone.run("doctor")
    assert clone.asked()[0] == clone.sync()


def test_status_of_the_command_is_its_own(clone: Clone) -> None:
    assert clone.run("trace", "drammen-2011", "--strict", STATUS="1")[0] == 1


def test_it_runs_from_elsewhere_and_through_a_link(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "lenke").symlink_to(clone.folder / "temaplan")
    assert clone.run("doctor", script=tmp_path / "lenke")[0] == 0
    assert clone.asked()[0] == clone.sync()


@pytest.mark.parametrize("uv", ["dead shim", "too old", "none"])
def test_without_a_fit_uv_it_makes_its_own(clone: Clone, uv: str) -> None:
    program(clone.path / "python3", SYSTEM_PYTHON)

    match uv:
        case "dead shim":
            program(
                clone.path / "uv", "#!/bin/sh\necho 'pyenv: uv: command not found' >&2\nexit 127\n"
            )
        case "too old":
            program(clone.path / "uv", "#!/bin/sh\necho 'uv 0.4.30 (2024-11-04)'\n")
        case "none":
            (clone.path / "uv").unlink()
    status, said = clone.run("doctor")
    assert (status, said) == (
        0,
        "Henter uv, som installerer resten (om lag 18 MB) …\n" + FIRST_TIME,
    )
    tools = clone.folder / ".tools"
    assert clone.asked() == [
        f"python3 -m venv {tools}",
        "pip -m pip install --quiet --disable-pip-version-check uv>=0.9",
        clone.sync(),
        "python -P -m temaplan doctor",
    ]


def test_its_own_uv_is_used_again(clone: Clone) -> None:
    program(clone.path / "python3", SYSTEM_PYTHON)
    (clone.path / "uv").unlink()
    clone.run("doctor")
    clone.asked()
    (clone.folder / "uv.lock").write_text("changed")
    assert clone.run("doctor") == (0, "")
    assert clone.asked()[0] == clone.sync()


def test_missing_python_3_13_is_status_4_with_the_cure(clone: Clone) -> None:
    status, said = clone.run("demo", SYNC_FAILS="1", PYTHON_MISSING="2")
    assert (status, said) == (
        4,
        f"{FIRST_TIME}error: no network\n"
        "Python 3.13 finnes ikke på maskinen, og kunne ikke lastes ned.\n"
        "Installer Python 3.13 (python.org, pyenv eller maskinens pakker), og prøv igjen.\n",
    )


def test_packages_that_cannot_be_installed_are_status_4(clone: Clone) -> None:
    status, said = clone.run("demo", SYNC_FAILS="1")
    assert (status, said) == (
        4,
        f"{FIRST_TIME}error: no network\n"
        "Pakkene ble ikke installert. Årsaken står over. Er det nettet eller disken, rett det og "
        "prøv igjen.\n",
    )
    clone.asked()
    assert clone.run("demo")[0] == 0  # nothing is left that would hide it
    assert clone.asked()[0] == clone.sync()


def test_tests_run_on_both_databases_with_pytest_s_arguments(clone: Clone) -> None:
    program(clone.path / "chromium", "#!/bin/sh\n")
    assert clone.run("test", "tests/cli", "-k", "import or export") == (0, FIRST_TIME)
    assert clone.asked() == [
        clone.sync("--inexact"),
        "python -m pytest --both-databases tests/cli -k import or export",
    ]


def test_what_the_tests_installed_serves_the_other_commands(clone: Clone) -> None:
    program(clone.path / "chromium", "#!/bin/sh\n")
    clone.run("test")
    clone.asked()
    clone.run("doctor")
    assert clone.asked() == ["python -P -m temaplan doctor"]


@pytest.mark.parametrize(
    ("pytest_said", "status"), [("0", 0), ("1", 1), ("2", 130), ("3", 70), ("4", 2), ("5", 3)]
)
def test_status_of_pytest_is_told_as_every_command_tells_it(
    clone: Clone, pytest_said: str, status: int
) -> None:
    program(clone.path / "chromium", "#!/bin/sh\n")
    assert clone.run("test", STATUS=pytest_said)[0] == status


def test_as_root_the_browser_is_installed(clone: Clone) -> None:
    (clone.path / "id").unlink()
    program(clone.path / "id", "#!/bin/sh\necho 0\n")
    program(clone.path / "apt-get", '#!/bin/sh\nprintf \'apt-get %s\\n\' "$*" >>"$LOG"\n')
    status, said = clone.run("test")
    assert (status, said.splitlines()[-1]) == (0, f"Installerer det testene trenger: {MISSING} …")
    assert clone.asked()[1:3] == [
        "apt-get -o DPkg::Lock::Timeout=300 -qq update",
        f"apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends {MISSING}",
    ]


def test_without_root_the_line_is_said_and_the_tests_run(clone: Clone) -> None:
    (clone.path / "id").unlink()
    program(clone.path / "id", "#!/bin/sh\necho 1000\n")
    status, said = clone.run("test")
    line = f"apt-get install -y --no-install-recommends {MISSING}"
    assert (status, said.splitlines()[-1]) == (
        0,
        f"Tester som trenger {MISSING}, blir hoppet over. Installer med: sudo {line}",
    )
    assert clone.asked()[-1] == "python -m pytest --both-databases"


# The database of the machine is found where Debian puts it, whatever the PATH.
MISSING = (
    "chromium" if any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) else "chromium postgresql"
)
