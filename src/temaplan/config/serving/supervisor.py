"""Starts web and worker, keeps both alive, and stops both when told to."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import FrameType

from temaplan.config.serving.lifeline import PARENT
from temaplan.errors import MachineLacks

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_STOP = 15
LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0


def check_port(host: str, port: int) -> None:
    """Refuse a port that another program answers on, or that this user may not open."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
    except OSError as error:
        raise MachineLacks(
            f"Adressen {host} finnes ikke på denne maskinen. "
            "Bruk --host 127.0.0.1, eller 0.0.0.0 for alle adresser."
        ) from error
    with socket.socket(family, kind, protocol) as tried:
        # As the web server itself binds: a port just given up is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(address)
            tried.listen()
        except OSError as error:
            raise MachineLacks(
                f"Port {port} på {host} kan ikke brukes: {_why(error)}. "
                "Stopp programmet som bruker den, eller velg en annen, for eksempel "
                f"--port {port + 1 if port < 65535 else 8000}."
            ) from error


def _why(error: OSError) -> str:
    known = {
        errno.EADDRINUSE: "den er opptatt",
        errno.EACCES: "den krever administratorrettigheter",
        errno.EADDRNOTAVAIL: "adressen hører ikke til denne maskinen",
    }
    return known.get(error.errno or 0, str(error.strerror))


@dataclass
class Child:
    """One process that shall always run; started again a little later each time it dies."""

    arguments: list[str]
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0
    pause: float = 0.5
    wake: float = field(default=0.0)

    def look_after(self, now: float) -> None:
        """Start the process when it is not running and its pause is over."""
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            self._plan_restart(now)
        if now >= self.wake:
            self.begun = now
            self.process = subprocess.Popen(  # noqa: S603 - our own modules
                [sys.executable, *self.arguments],
                env={**os.environ, PARENT: str(os.getpid())},
                start_new_session=True,  # Ctrl-C reaches only this process, which tells them
            )

    def _plan_restart(self, now: float) -> None:
        steady = now - self.begun > STEADY_AFTER
        self.pause = 0.5 if steady else min(self.pause * 2, LONGEST_PAUSE)
        self.wake = now + self.pause
        self.process = None

    def stop(self) -> None:
        """Ask the process to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        """Wait for the process to end, and end it by force when time is up."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    """Runs the children until SIGINT or SIGTERM; `run` returns the exit code."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.stopped_by: int | None = None

    def run(self) -> int:
        """Look after the children: 130 when interrupted from the keyboard, else 0."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told_to_stop)
        while self.stopped_by is None:
            for child in self.children:
                child.look_after(time.monotonic())
            time.sleep(SECONDS_BETWEEN_LOOKS)
        for child in self.children:
            child.stop()
        until = time.monotonic() + SECONDS_TO_STOP
        for child in self.children:
            child.wait(until)
        return 130 if self.stopped_by == signal.SIGINT else 0

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopped_by = number


def web_and_worker(host: str, port: int) -> Supervisor:
    """Return the two processes of an installation, not started yet."""
    return Supervisor(
        [
            Child(["-m", "temaplan.config.serving.web", host, str(port)]),
            Child(["-m", "temaplan.config.serving.worker"]),
        ]
    )
