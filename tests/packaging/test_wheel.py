"""The wheel: bare it is the analysis library, with the extra `web` it is the workbench.

Each installation is an environment of its own, filled from the lock file with the
packages that this machine has already.
"""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from email.parser import Parser
from pathlib import Path

import pytest

from tests.fixtures.commands import ROOT, SAMPLE, answers, clean_surroundings, wait_until
from tests.fixtures.lacking import lacking

Done = subprocess.CompletedProcess[str]
ONLY_IN_THE_CLONE = ("examples/", "tests/", "tools/", "benchmarks/", "docs/")


def program() -> str:
    """Return uv: the one that ./temaplan uses, else the one on the PATH."""
    given = os.environ.get("UV") or shutil.which("uv")
    if given is None:
        lacking("uv")
    return given


def call(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Done:
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from what git knows of, as a release is."""
    folder = tmp_path_factory.mktemp("wheel")
    call(program(), "build", "--quiet", "--wheel", "--out-dir", folder)
    (built,) = folder.glob("*.whl")
    return built


class Environment:
    """A Python environment with the wheel and what it needs, and nothing of the clone."""

    def __init__(self, folder: Path, wheel: Path, *options: str) -> None:
        self.folder = folder
        uv, python = program(), folder / "venv" / "bin" / "python"
        locked = folder / "pylock.toml"
        exported = ("--frozen", "--no-dev", "--no-emit-project", "--format", "pylock.toml")
        call(uv, "export", "--quiet", *exported, *options, "--output-file", locked)
        call(uv, "venv", "--quiet", "--python", "3.13", folder / "venv")
        install = (uv, "pip", "install", "--quiet", "--python", python)
        call(*install, "--preview-features", "pylock", "-r", locked)
        call(*install, "--no-deps", wheel)
        call(uv, "pip", "check", "--quiet", "--python", python)

    def surroundings(self) -> dict[str, str]:
        """Return surroundings with a data folder of its own."""
        return clean_surroundings(self.folder / "data")

    def temaplan(self, *arguments: str | Path) -> Done:
        """Run the installed command."""
        return subprocess.run(
            [self.folder / "venv" / "bin" / "temaplan", *arguments],
            cwd=self.folder,
            env=self.surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )

    def python(self, code: str) -> str:
        """Run a piece of Python; return what it prints."""
        return call(self.folder / "venv/bin/python", "-P", "-c", code, cwd=self.folder).stdout


@pytest.fixture(scope="session")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """`pip install temaplan`."""
    return Environment(tmp_path_factory.mktemp("bare"), wheel)


@pytest.fixture(scope="session")
def web(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """`pip install temaplan[web]`."""
    return Environment(tmp_path_factory.mktemp("web"), wheel, "--extra", "web")


def test_wheel_holds_what_the_program_reads_and_nothing_of_the_clone(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = call("git", "ls-files", "src/temaplan").stdout.splitlines()
    here = {name.removeprefix("src/") for name in tracked if (ROOT / name).exists()}
    assert sorted(here - names) == []
    assert [name for name in names if name.startswith(ONLY_IN_THE_CLONE)] == []


def test_wheel_asks_for_two_packages_and_carries_its_licences(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    about = Parser().parsestr(archive.read(metadata).decode())
    needed = [line for line in about.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(line.split(">")[0].strip() for line in needed) == ["narwhals", "numpy"]
    assert about["License-Expression"] == "EUPL-1.2"
    assert "LICENSES/EUPL-1.2.txt" in about.get_all("License-File", [])


INSTALLED = (
    "from importlib.metadata import distributions;"
    "print(*sorted(d.metadata['Name'].lower() for d in distributions()))"
)


def test_bare_installation_has_numpy_and_narwhals_only(bare: Environment) -> None:
    assert bare.python(INSTALLED).split() == ["narwhals", "numpy", "temaplan"]


def test_bare_installation_analyses(bare: Environment) -> None:
    done = bare.temaplan("analyse", "--list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "location-quotient" in done.stdout
    bare.python("from temaplan.analysis import regional; regional.location_quotient")


def test_bare_installation_loads_no_django_for_its_help(bare: Environment) -> None:
    done = bare.temaplan("--help")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo"],
        ["serve"],
        ["import", str(SAMPLE)],
        ["export", "plan", "ut"],
        ["build", "plan", "--list"],
        ["trace", "plan"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_command_that_needs_the_workbench_names_it(bare: Environment, arguments: list[str]) -> None:
    done = bare.temaplan(*arguments)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"Kommandoen «{arguments[0]}» trenger arbeidsbenken, som ikke er installert. "
        'Installer den med: pip install "temaplan[web]"\n'
    )


def test_doctor_of_a_bare_installation_says_what_is_missing(bare: Environment) -> None:
    done = bare.temaplan("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1] == (
        "mangler  arbeidsbenken: er ikke installert, bare analysebiblioteket. "
        'Installer den med: pip install "temaplan[web]"'
    )


def test_extra_web_brings_the_workbench(web: Environment) -> None:
    done = web.temaplan("doctor")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_installed_workbench_takes_a_plan_and_builds_its_documents(web: Environment) -> None:
    assert web.temaplan("import", SAMPLE).returncode == 0
    done = web.temaplan("build", "provevik-2026", "status", "--out", web.folder / "ut")
    assert done.returncode == 0, done.stderr
    built = {path.name for path in (web.folder / "ut").iterdir()}
    assert built == {"status.html", "status.pdf", "status.docx"}
    assert json.loads(web.temaplan("trace", "provevik-2026", "--format", "json").stdout)


def test_installed_workbench_serves(web: Environment, free_port: int) -> None:
    process = subprocess.Popen(
        [web.folder / "venv/bin/temaplan", "serve", "--port", str(free_port)],
        cwd=web.folder,
        env=web.surroundings(),
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: answers(free_port))
        style = f"http://127.0.0.1:{free_port}/statisk/temaplan/frame.css"
        code = f"from urllib.request import urlopen; print(urlopen({style!r}).status)"
        assert web.python(code) == "200\n"
    finally:
        process.terminate()
        assert process.wait(timeout=30) == 0


def test_installed_demo_says_where_the_examples_are(web: Environment) -> None:
    done = web.temaplan("demo", "--no-serve")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("Demoen trenger eksemplene, som ligger i kildekoden")
