"""The page about fetching shows what the commands say, played by an office on this machine."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from temaplan.cli import main
from tests.sources.statistics_office import STANDARD_ROOT, open_office, serve_table

PAGE = Path(__file__).resolve().parents[2] / "docs/how-to/fetch-statistics.md"
_STEP = re.compile(r"```sh\n(?P<command>.*?)\n```(?:\n\n```text\n(?P<answer>.*?)```)?", re.DOTALL)
_MOMENT = re.compile(
    r"\d{8}T\d{6}-[0-9a-f]{8}|(?<=Hentet )\d{4}-\d\d-\d\d|(?<=utgave )2\d{3}-\d\d-\d\d"
)

_DECIMALS = re.compile(r"\b\d+\.\d+\b")

STEPS = [match.groupdict() for match in _STEP.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with open_office() as office:
        serve_table(office, STANDARD_ROOT)
        name, _, allowed = STEPS[0]["command"].removeprefix("export ").partition("=")
        assert allowed == "https://data.ssb.no"
        folder = tmp_path_factory.mktemp("fetched")
        yield {name: office.address, "TEMAPLAN_DATA": str(folder)}


def plain(text: str) -> list[str]:
    """Return the lines with the moment of the fetch taken out, and figures of six digits."""
    timeless = _MOMENT.sub("…", text)
    return _DECIMALS.sub(lambda found: f"{float(found[0]):.6g}", timeless).splitlines()


@pytest.mark.parametrize("step", STEPS[1:], ids=lambda step: step["command"])
def test_command_answers_as_the_page_shows(
    step: dict[str, str],
    surroundings: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    program, *arguments = shlex.split(step["command"])
    assert program == "./temaplan"

    assert main(arguments) == 0
    said = plain(capsys.readouterr().out)
    assert [line for line in plain(step["answer"] or "") if line not in said] == []
