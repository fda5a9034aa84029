"""`sources fetch`: a table from an office on this machine, kept, shown, analysed, resumed."""

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from temaplan.cli import main
from tests.fixtures.commands import PROGRAM, clean_surroundings
from tests.sources.statistics_office import (
    STANDARD_ROOT,
    Asked,
    Office,
    Reply,
    figure,
    open_office,
    pxweb2_figures,
    pxweb2_metadata,
    serve_table,
)

DATA = f"{STANDARD_ROOT}/tables/13470/data"
WANTED = ("13470", "--regions", "K-3301,K-3312,K-3314,0", "--periods", "2021:2024")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with open_office() as opened:
        serve_table(opened, STANDARD_ROOT)
        monkeypatch.setenv("TEMAPLAN_DATA", str(tmp_path / "data"))
        monkeypatch.setenv("TEMAPLAN_STATISTICS_FROM", opened.address)
        yield opened


class Said:
    """What a command said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.status = main(arguments)
        self.out, self.err = capsys.readouterr()


def test_fetched_table_is_listed_shown_and_analysed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched = Said(capsys, "sources", "fetch", *WANTED)
    assert (fetched.status, fetched.err) == (
        0,
        "[1/2] Hentet del 1 av 2\n[2/2] Hentet del 2 av 2\n",
    )
    name, title, vintage, source = fetched.out.rstrip("\n").split("\t")
    assert name.startswith("kept:13470/")
    assert title == "13470: Sysselsatte, etter region, næring, statistikkvariabel og år"
    assert (vintage, source) == (
        "2021–2024, oppdatert 2026-06-10",
        "Statistisk sentralbyrå, tabell 13470",
    )
    assert Said(capsys, "sources", "list").out.endswith(fetched.out)

    shown = Said(capsys, "sources", "show", name)
    assert shown.out.splitlines()[:2] == [
        "region,industry,period,value,state",
        '3301 Drammen,"01-03 Jordbruk, skogbruk og fiske",2021,'
        f"{figure('K-3301', '01-03', 'SysselsatteArb', '2021')},observed",
    ]
    growth = ("growth", "--input", "kept:13470", "--base", "2021", "--end", "2024")
    analysed = Said(capsys, "analyse", *growth)
    assert (analysed.status, analysed.err) == (0, "")
    line = next(row for row in analysed.out.splitlines() if row.startswith("3314,10-33,"))
    assert line.split(",")[2:5] == ["2020.0", "2023.0", "3.0"]


def test_status_says_what_was_fetched_and_whether_something_newer_is_known(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    Said(capsys, "sources", "fetch", *WANTED)
    status = Said(capsys, "sources", "status").out
    kept = status.partition("kept:13470/")[2].partition("\n\n")[0]

    assert "  Utgave: 2021–2024, oppdatert 2026-06-10. Hentet " in kept
    assert "  Region: K-3301, K-3312, K-3314, 0\n" in kept
    assert kept.endswith("  Kontrollsummen stemmer.")
    assert "Nyere utgave" not in kept
    assert status.endswith(f"Henting over nettet er tillatt fra {office.address}.\n")

    described = pxweb2_metadata(Asked("GET", "", b"")).content
    office.answers[f"{STANDARD_ROOT}/tables/13470/metadata"] = Reply(
        described.replace(b"2026-06-10", b"2027-06-11")
    )
    asked = Said(capsys, "sources", "status", "--ask")
    assert asked.status == 0
    assert "tabellen finnes ikke på denne adressen" in asked.err  # the office here has one table
    assert (
        "  Nyere utgave finnes: 2021–2024, oppdatert 2027-06-11. "
        "Hent den med «temaplan sources fetch»."
    ) in asked.out.partition("kept:13470/")[2]


def test_status_finds_figures_that_were_changed(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Said(capsys, "sources", "fetch", *WANTED)
    for path in (tmp_path / "data" / "statistics" / "answers").iterdir():
        path.write_bytes(path.read_bytes() + b" ")

    status = Said(capsys, "sources", "status")
    assert status.status == 1
    assert "er endret etter at den ble hentet: kontrollsummen stemmer ikke." in status.out
    assert Said(capsys, "analyse", "complexity", "--input", "kept:13470").status == 3


def test_title_cannot_command_the_terminal_or_break_the_line(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    described = pxweb2_metadata(Asked("GET", "", b"")).content
    office.answers[f"{STANDARD_ROOT}/tables/13470/metadata"] = Reply(
        described.replace(b"13470: Sysselsatte", rb"13470:\t\nSyssel\u001b[2Jsatte")
    )
    out = Said(capsys, "sources", "fetch", *WANTED).out

    assert out.count("\n") == 1
    assert out.split("\t")[1].startswith("13470: Syssel\\u001b[2Jsatte")


@pytest.mark.parametrize("setting", ["", "https://evil.test"])
def test_nothing_is_fetched_where_it_is_not_allowed(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    setting: str,
) -> None:
    monkeypatch.setenv("TEMAPLAN_STATISTICS_FROM", setting)
    refused = Said(capsys, "sources", "fetch", *WANTED)

    assert refused.status == (3 if setting else 4)
    assert ("TEMAPLAN_STATISTICS_FROM=https://data.ssb.no" in refused.err) == (not setting)
    assert ("bare tall fra data.ssb.no" in refused.err) == bool(setting)
    assert office.asked == []
    assert not (tmp_path / "data" / "statistics").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("fetch",), 2, "Si hvilken tabell"),
        (("show",), 2, "Si hvilken tabell"),
        (("list", "13470"), 2, "list tar ingen tabell"),
        (("list", "--ask"), 2, "list tar ikke --ask"),
        (("show", "13470", "--regions", "0"), 2, "show tar ikke --regions"),
        (("fetch", "13470", "--select", "NACE2007"), 2, "«NACE2007» er ikke et valg"),
        (("fetch", "13470", "--regions", "K-0602"), 3, "Tabellen har ikke K-0602"),
        (("fetch", "99999"), 3, "tabellen finnes ikke"),
        (("show", "kept:11616"), 3, "Tabellen «kept:11616» er ikke hentet"),
    ],
)
def test_wrong_question_is_answered_with_what_to_do(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    said = Said(capsys, "sources", *arguments)

    assert said.status == status
    assert told in said.err


def test_select_takes_codes_of_any_variable(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ("--select", "NACE2007=10-33", "--contents", "Sysselsatte")
    Said(capsys, "sources", "fetch", "13470", "--regions", "0", "--periods", "2024", *chosen)

    assert Said(capsys, "sources", "show", "13470").out == (
        "region,period,value,state\n"
        f"0 Hele landet,2024,{figure('0', '10-33', 'Sysselsatte', '2024')},observed\n"
    )


def test_interrupted_fetch_is_resumed_by_the_same_command(office: Office, tmp_path: Path) -> None:
    """A person presses Ctrl-C while the second part is on its way."""
    slow = 30.0

    def second_is_slow(asked: Asked) -> Reply:
        reply = pxweb2_figures(asked)
        reply.slow = slow if b'"0"' in asked.body else 0.0
        return reply

    office.answers[DATA] = second_is_slow
    surroundings = {
        **clean_surroundings(tmp_path / "data"),
        "TEMAPLAN_STATISTICS_FROM": office.address,
    }
    command = subprocess.Popen(
        [*PROGRAM, "sources", "fetch", *WANTED],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 30
    while sum(asked.path.startswith(DATA) for asked in office.asked) < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    command.send_signal(signal.SIGINT)
    out, err = command.communicate(timeout=30)

    assert (command.returncode, out) == (130, "")
    assert err.splitlines()[-2:] == [
        "Det som er kommet, er tatt vare på. Kjør kommandoen igjen for å hente resten.",
        "Avbrutt.",
    ]
    office.answers[DATA] = pxweb2_figures
    before = len(office.asked)
    done = subprocess.run(
        [*PROGRAM, "sources", "fetch", *WANTED], env=surroundings, capture_output=True, check=True
    )
    assert done.stdout.startswith(b"kept:13470/")
    assert sum(asked.path.startswith(DATA) for asked in office.asked[before:]) == 1
