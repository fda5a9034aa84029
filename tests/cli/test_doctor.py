"""`doctor` names what is missing with the cure, and ends with 1 when a person must act."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from temaplan.cli.machine import Found, Level, data
from temaplan.cli.machine.data import (
    look_at_clock,
    look_at_disk,
    look_at_fonts,
    look_at_statistics,
    sqlite_finding,
)
from temaplan.cli.machine.programs import look_at_programs
from temaplan.config.bundled_sqlite.version import sqlite_in_use
from tests.fixtures.commands import Surroundings, run_command


def test_fit_machine_is_status_0_with_a_line_for_each_thing(own_folder: Surroundings) -> None:
    done = run_command(own_folder, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    subjects = [line[8:].strip().split(":")[0] for line in done.stdout.splitlines()]
    assert subjects == [
        "Python",
        "SQLite",
        "datamappen",
        "databasen",
        "skrifter",
        "klokken",
        "e-post",
        "statistikk",
        "Chromium",
        "PostgreSQL",
    ]


@pytest.mark.parametrize(
    ("setting", "level", "told"),
    [
        ("", Level.NOTE, "hentes ikke over nettet. Tall tas inn som fil."),
        ("https://data.ssb.no", Level.FINE, "kan hentes fra https://data.ssb.no."),
        ("https://evil.test", Level.ACT, "Temaplan henter bare tall fra data.ssb.no"),
    ],
)
def test_it_says_whether_figures_may_be_fetched(setting: str, level: Level, told: str) -> None:
    found = look_at_statistics(setting)
    assert found.level == level
    assert found.sentence.startswith(told)


def test_it_makes_an_empty_data_folder(own_folder: Surroundings, tmp_path: Path) -> None:
    own_folder["TEMAPLAN_DATA"] = str(tmp_path / "ny")
    done = run_command(own_folder, "doctor")
    assert "i orden  databasen: SQLite svarer og er oppdatert." in done.stdout.splitlines()
    assert (tmp_path / "ny" / "temaplan.sqlite3").exists()


def test_database_from_a_newer_version_is_something_to_do(own_folder: Surroundings) -> None:
    connection = sqlite3.connect(Path(own_folder["TEMAPLAN_DATA"]) / "temaplan.sqlite3")
    connection.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('temaplan', '9999_ny', 'now')"
    )
    connection.commit()
    connection.close()
    done = run_command(own_folder, "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("mangler")]
    assert line == (
        "mangler  databasen: Databasen er laget av en nyere utgave av Temaplan (9999_ny). "
        "Ingenting er endret. Oppgrader programmet, eller velg en annen datamappe med "
        "TEMAPLAN_DATA."
    )


def test_database_from_an_older_version_is_told_and_not_touched(own_folder: Surroundings) -> None:
    database = Path(own_folder["TEMAPLAN_DATA"]) / "temaplan.sqlite3"
    connection = sqlite3.connect(database)
    # Django's own last step, taken back: it adds nothing that anybody reads.
    connection.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    connection.commit()
    connection.close()
    done = run_command(own_folder, "doctor")
    assert done.returncode == 0
    assert (
        "merk     databasen: SQLite har 1 steg til denne utgaven. De blir tatt ved neste "
        "«temaplan serve». Ta en kopi av datamappen først."
    ) in done.stdout.splitlines()


def test_settings_that_cannot_be_read_are_something_to_do(own_folder: Surroundings) -> None:
    own_folder["DATABASE_URL"] = "mysql://localhost/plan"
    done = run_command(own_folder, "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-3].startswith("mangler  innstillingene: DATABASE_URL må")


def test_sqlite_that_can_corrupt_is_told_with_what_is_done_about_it() -> None:
    assert sqlite_finding((3, 40, 1)) == Found(
        "SQLite",
        Level.NOTE,
        "3.40.1 kan ødelegge en database når to skriver samtidig med WAL. Temaplan bruker derfor "
        "ikke WAL her. Det er trygt, men saktere.",
        "Installer pakken pysqlite3, eller bruk PostgreSQL med DATABASE_URL.",
    )
    assert sqlite_finding(sqlite_in_use()).level is Level.FINE


def test_disk_without_room_is_something_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert look_at_disk(tmp_path).level is Level.FINE
    monkeypatch.setattr(data, "LEAST_FREE_BYTES", 10**18)
    found = look_at_disk(tmp_path)
    assert (found.level, found.cure) == (
        Level.ACT,
        "Frigjør plass: minst 500 MB bør være ledig.",
    )


def test_clock_that_stands_before_this_version_is_something_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(data, "OLDEST_DATE", datetime(3000, 1, 1, tzinfo=UTC).date())
    assert look_at_clock().level is Level.ACT


def test_missing_font_is_something_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_at_fonts().level is Level.FINE
    monkeypatch.setattr(data, "FONTS", ("Borte.ttf",))
    found = look_at_fonts()
    assert (found.level, found.sentence) == (
        Level.ACT,
        "Borte.ttf mangler, så dokumenter og diagrammer får feil bokstaver.",
    )


def test_programs_of_the_tests_are_good_to_know_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    browser, _ = look_at_programs()
    assert browser == Found(
        "Chromium",
        Level.NOTE,
        "er ikke installert. Bare testene trenger det.",
        "Installer med: apt-get install --no-install-recommends chromium",
    )
