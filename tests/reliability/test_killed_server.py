"""Five SIGKILLs of the server while four people save: nothing acknowledged is lost."""

import json
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.fixtures.commands import (
    SAMPLE,
    Server,
    Surroundings,
    children_of,
    run_command,
    run_driver,
    wait_until,
)
from tests.reliability.saving_client import SavingClient

DRIVER = Path(__file__).parent / "installation_of_its_own.py"
ADD_ACTOR = "/arbeid/provevik-2026/aktor/ny/"
CLIENTS = 4
KILLS = 5
SAVES_BETWEEN_KILLS = 8


@contextmanager
def saving(port: int, session: str) -> Iterator[list[SavingClient]]:
    """Four people who save while the block lasts."""
    clients = [
        SavingClient(f"Klient {number}", port=port, address=ADD_ACTOR, session=session)
        for number in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    try:
        yield clients
    finally:
        for client in clients:
            client.stop()
    for client in clients:
        client.join(timeout=60)


def kill_everything(server: Server) -> None:
    """End every process of the server in the same moment, with no time for anything."""
    for process in [server.process.pid, *children_of(server.process.pid)]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    server.process.wait()


def acknowledged(clients: list[SavingClient]) -> list[str]:
    return [name for client in clients for name in client.acknowledged]


def have_saved(clients: list[SavingClient], number: int, server: Server) -> bool:
    refused = [client.refused for client in clients]
    assert refused == [[]] * CLIENTS, "\n".join(server.errors)
    return len(acknowledged(clients)) >= number


def test_no_acknowledged_change_is_lost_and_none_is_stored_twice(
    installation: Surroundings, free_port: int
) -> None:
    run_command(installation, "import", SAMPLE)
    session = run_driver(installation, DRIVER, "session").strip()
    chance = random.Random(5)
    servers = [Server(installation, "serve", "--port", str(free_port))]
    try:
        with saving(free_port, session) as clients:
            for _ in range(KILLS):
                servers[-1].wait_until_up()
                enough = len(acknowledged(clients)) + SAVES_BETWEEN_KILLS
                wait_until(lambda: have_saved(clients, enough, servers[-1]), seconds=60)  # noqa: B023
                time.sleep(chance.uniform(0, 0.1))
                kill_everything(servers[-1])
                servers.append(Server(installation, "serve", "--port", str(free_port)))
            servers[-1].wait_until_up()
    finally:
        servers[-1].stop()

    found: dict[str, Any] = json.loads(run_driver(installation, DRIVER, "stored"))
    told = acknowledged(clients)
    assert len(told) >= KILLS * SAVES_BETWEEN_KILLS
    assert [client.refused for client in clients] == [[]] * CLIENTS
    assert sum(client.sent_again for client in clients) >= 1
    assert sorted(set(told) - set(found["names"])) == []
    assert [name for name, times in Counter(found["names"]).items() if times > 1] == []
    assert sorted(found["added"]) == sorted(name for name in found["names"] if "Klient" in name)
    assert found["faults"] == []
