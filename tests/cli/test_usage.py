"""Wrong use is status 2 with help at hand; help is in the language asked for."""

import argparse
import inspect
import re

import pytest

from temaplan.cli import main
from temaplan.cli.argparse_texts import BOKMAL
from temaplan.cli.commands import COMMANDS

ENGLISH = re.compile(r"\b(usage|options|positional|show this|error|default|required)\b")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_norwegian_and_status_0(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, *command.split(), "--help")
    assert (status, err) == (0, "")
    assert out.startswith("bruk: temaplan")
    assert ENGLISH.findall(out) == []


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "--help")
    listed = re.findall(r"^    ([a-z]+) {2,}", out, re.MULTILINE)
    assert listed == list(COMMANDS)


def test_no_command_shows_help_and_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys)
    assert (status, out) == (2, "")
    assert err.startswith("bruk: temaplan")


HINT = "Skriv «temaplan{} --help» for hjelp.\n"
WRONG = {
    "unknown option": (
        ["import", "mappe", "--erstatt"],
        "temaplan: ukjente argumenter: --erstatt\n" + HINT.format(""),
    ),
    "folder left out": (
        ["import"],
        "temaplan import: disse argumentene mangler: MAPPE\n" + HINT.format(" import"),
    ),
    "port that is none": (
        ["serve", "--port", "80a"],
        "temaplan serve: --port: «80a» er ikke en port. Velg et tall fra 1 til 65535.\n"
        + HINT.format(" serve"),
    ),
    "port out of range": (
        ["demo", "--port", "65536"],
        "temaplan demo: --port: «65536» er ikke en port. Velg et tall fra 1 til 65535.\n"
        + HINT.format(" demo"),
    ),
    "date that does not exist": (
        ["export", "plan", "mappe", "--as-of", "2011-06-31"],
        "temaplan export: --as-of: 31. juni 2011 finnes ikke. Juni har 30 dager.\n"
        + HINT.format(" export"),
    ),
    "date in another form": (
        ["export", "plan", "mappe", "--as-of", "1.2.2011"],
        "temaplan export: --as-of: «1.2.2011» er ikke en dato. Skriv år, måned og dag slik: "
        "2011-06-07.\n" + HINT.format(" export"),
    ),
    "unknown language": (
        ["doctor", "--language", "se"],
        "temaplan doctor: --language: «se» finnes ikke. Velg mellom nb, nn, en.\n"
        + HINT.format(" doctor"),
    ),
}


@pytest.mark.parametrize(("arguments", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_wrong_use_is_status_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, *arguments) == (2, "", sentence)


def test_unknown_command_is_wrong_use_and_names_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, err = said(capsys, "importer")
    assert (status, out) == (2, "")
    names = ", ".join(COMMANDS)
    assert err == f"temaplan: KOMMANDO: «importer» finnes ikke. Velg mellom {names}.\n" + (
        HINT.format("")
    )


def test_english_help_is_argparse_s_own(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "doctor", "--help", "--language", "en")
    assert out.startswith("usage: temaplan doctor")


def test_every_text_in_the_table_is_one_that_argparse_says() -> None:
    source = inspect.getsource(argparse).replace("'\n", "").replace('"', "'")
    joined = re.sub(r"'\s+'", "", source)
    unknown = [
        text
        for text in BOKMAL
        if text.replace("\n", "\\n").replace("'", "\\'") not in joined
        and text.replace("\n", "\\n") not in joined
    ]
    assert unknown == []


def test_test_exists_only_in_the_clone(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "test")
    assert (status, out) == (4, "")
    assert err == (
        "Testene følger ikke med installasjonen. Klon kildekoden og kjør «./temaplan test».\n"
    )
