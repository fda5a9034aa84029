"""`serve`: keeps web and worker alive, refuses what it must not open, leaves nobody behind."""

import os
import signal
import socket
import sqlite3
import subprocess
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from temaplan.config.locks import held
from tests.fixtures.commands import (
    PROGRAM,
    SAMPLE,
    Surroundings,
    answers,
    children_of,
    clean_surroundings,
    run_command,
    serving,
    wait_until,
)

STYLE = "/statisk/temaplan/frame.css"
WEB, WORKER = "temaplan.config.serving.web", "temaplan.config.serving.worker"


def child_running(process: int, module: str) -> int | None:
    return next((pid for pid, line in children_of(process).items() if module in line), None)


def is_alive(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def get(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return int(answer.status)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)], ids=["Ctrl-C", "stop"]
)
def test_it_stops_when_told_to_and_leaves_no_process(
    own_folder: Surroundings, free_port: int, number: signal.Signals, status: int
) -> None:
    with serving(own_folder, free_port) as server:
        assert get(free_port, STYLE) == 200
        below = children_of(server.process.pid)
        assert server.stop(number) == status
    assert server.lines[-1] == f"Temaplan svarer på http://127.0.0.1:{free_port}/"
    assert [pid for pid in below if is_alive(pid)] == []
    assert not answers(free_port)


def test_first_start_tells_how_to_become_administrator(
    own_folder: Surroundings, free_port: int
) -> None:
    with serving(own_folder, free_port) as server:
        sentence, address, _ = server.lines
    assert sentence == "Lag den første administratoren her. Adressen virker én gang, i ett døgn:"
    assert address.startswith(f"http://127.0.0.1:{free_port}/konto/")


def test_killed_web_and_worker_are_started_again(own_folder: Surroundings, free_port: int) -> None:
    with serving(own_folder, free_port) as server:
        process = server.process
        wait_until(lambda: child_running(process.pid, WORKER) is not None)
        for module in (WEB, WORKER):
            killed = child_running(process.pid, module)
            assert killed is not None
            os.kill(killed, signal.SIGKILL)
            wait_until(lambda: child_running(process.pid, module) not in {None, killed})  # noqa: B023
        wait_until(lambda: answers(free_port))
        assert get(free_port, STYLE) == 200


def test_after_sigkill_the_next_start_finds_port_and_data_free(
    own_folder: Surroundings, free_port: int
) -> None:
    with serving(own_folder, free_port) as server:
        below = children_of(server.process.pid)
        server.stop(signal.SIGKILL)
        with serving(own_folder, free_port):
            assert get(free_port, STYLE) == 200
        assert [pid for pid in below if is_alive(pid)] == []


def test_taken_port_is_status_4(own_folder: Surroundings, free_port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        done = run_command(own_folder, "serve", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"Port {free_port} på 127.0.0.1 kan ikke brukes: den er opptatt. Stopp programmet som "
        f"bruker den, eller velg en annen, for eksempel --port {free_port + 1}.\n"
    )


def test_host_that_is_not_this_machine_s_is_status_4(
    own_folder: Surroundings, free_port: int
) -> None:
    done = run_command(own_folder, "serve", "--host", "192.0.2.1", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(
        f"Port {free_port} på 192.0.2.1 kan ikke brukes: adressen hører ikke til denne maskinen."
    )


def test_database_from_a_newer_version_is_refused_unchanged(
    own_folder: Surroundings, free_port: int
) -> None:
    database = Path(own_folder["TEMAPLAN_DATA"]) / "temaplan.sqlite3"
    newer = "9999_fra_en_nyere_utgave"
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('temaplan', ?, 'now')",
            [newer],
        )
    connection.close()
    before = database.read_bytes()
    sentence = (
        f"Databasen er laget av en nyere utgave av Temaplan ({newer}). Ingenting er endret. "
        "Oppgrader programmet, eller velg en annen datamappe med TEMAPLAN_DATA.\n"
    )
    for arguments in (["serve", "--port", str(free_port)], ["import", str(SAMPLE)]):
        done = run_command(own_folder, *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (4, "", sentence)
    assert database.read_bytes() == before


def test_second_serve_on_the_same_data_is_refused(own_folder: Surroundings, free_port: int) -> None:
    with serving(own_folder, free_port):
        done = run_command(own_folder, "serve", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"Temaplan kjører allerede på datamappen {own_folder['TEMAPLAN_DATA']}. Stopp den først, "
        "eller velg en annen mappe med TEMAPLAN_DATA.\n"
    )


def test_it_never_opens_the_folder_of_a_demo(
    own_folder: Surroundings, free_port: int, tmp_path: Path
) -> None:
    (tmp_path / "data" / "dette-er-en-demo.txt").write_text("")
    done = run_command(own_folder, "serve", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (4, "")
    assert "hører til demoen" in done.stderr


def test_it_never_offers_the_cast_whatever_the_surroundings_say(
    own_folder: Surroundings, free_port: int
) -> None:
    own_folder["TEMAPLAN_DEMO"] = "1"
    with serving(own_folder, free_port) as server:
        web = child_running(server.process.pid, WEB)
        variables = Path(f"/proc/{web}/environ").read_text().split("\0")
    assert [one for one in variables if one.startswith("TEMAPLAN_DEMO=")] == []


def test_command_that_is_interrupted_says_so_in_one_line(tmp_path: Path) -> None:
    surroundings = clean_surroundings(tmp_path / "data")
    (tmp_path / "data").mkdir()
    lock = tmp_path / "data" / "migrating.lock"
    with held(lock, wait=False):  # so the command stands still at a place that is known
        process = subprocess.Popen(
            [*PROGRAM, "import", str(SAMPLE)],
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_until(lambda: lock in open_files(process.pid))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "Avbrutt.\n")


def open_files(process: int) -> set[Path]:
    """Return what a process has open; a file that it closes meanwhile is left out."""
    found = set()
    for link in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.add(link.readlink())
    return found
