"""Starts web and worker, keeps both alive, and stops both when told to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from temaplan.config.serving import port
from temaplan.config.serving.lifeline import PARENT

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_STOP = 15
LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0


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
            self.process = subprocess.Popen(
                [sys.executable, *self.arguments],
                # Safe path: a folder named `django` where the user stands is not ours.
                env={**os.environ, PARENT: str(os.getpid()), "PYTHONSAFEPATH": "1"},
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

    def __init__(self, children: list[Child], *, when_up: Callable[[], bool]) -> None:
        """`when_up` is asked until it has seen the web answer, and said so."""
        self.children = children
        self.stopped_by: int | None = None
        self.is_up = False
        self._when_up = when_up

    def run(self) -> int:
        """Look after the children: 130 when interrupted from the keyboard, else 0."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told_to_stop)
        while self.stopped_by is None:
            for child in self.children:
                child.look_after(time.monotonic())
            self.is_up = self.is_up or self._when_up()
            time.sleep(SECONDS_BETWEEN_LOOKS)
        for child in self.children:
            child.stop()
        until = time.monotonic() + SECONDS_TO_STOP
        for child in self.children:
            child.wait(until)
        return 130 if self.stopped_by == signal.SIGINT else 0

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopped_by = number


def web_and_worker(host: str, number: int, *, announce: Callable[[], None]) -> Supervisor:
    """Return the two processes of an installation, not started yet.

    `announce` is called once, when the web answers for the first time.
    """

    def when_up() -> bool:
        answers = port.answers(host, number)
        if answers:
            announce()
        return answers

    return Supervisor(
        [
            Child(["-m", "temaplan.config.serving.web", host, str(number)]),
            Child(["-m", "temaplan.config.serving.worker"]),
        ],
        when_up=when_up,
    )
