"""What happens while one waits: a bar on a terminal, one plain line a step otherwise."""

import sys
from argparse import Namespace
from typing import Self, TextIO

from temaplan.cli.faults import printable

WIDTH = 24


class Progress:
    """Reports the steps of one command on standard error.

        progress = Progress.of(args, steps=3)
        progress.step("Leser planmappen")

    `--quiet` silences it; `--verbose` lets `note` through.
    """

    def __init__(
        self, *, steps: int, quiet: bool, verbose: bool = False, stream: TextIO | None = None
    ) -> None:
        self._steps = steps
        self._quiet = quiet
        self._verbose = verbose
        self._stream = stream or sys.stderr
        self._taken = 0

    @classmethod
    def of(cls, args: Namespace, *, steps: int) -> Self:
        """Make a reporter that obeys `--quiet` and `--verbose`."""
        return cls(steps=steps, quiet=args.quiet, verbose=args.verbose)

    def step(self, text: str) -> None:
        """Say that the next step begins."""
        self._taken += 1
        if self._quiet:
            return
        if self._stream.isatty():
            self._draw(text)
        else:
            self._line(f"[{self._taken}/{self._steps}] {printable(text)}")

    def note(self, text: str) -> None:
        """Say a detail, with `--verbose` only."""
        if self._verbose and not self._quiet:
            self._clear()
            self._line(f"      {printable(text)}")

    def end(self) -> None:
        """Take the bar away; what comes next begins on a fresh line."""
        self._clear()

    def _draw(self, text: str) -> None:
        full = round(WIDTH * self._taken / self._steps)
        bar = "█" * full + "░" * (WIDTH - full)
        self._clear()
        self._stream.write(f"{bar} {self._taken}/{self._steps} {printable(text)}")
        self._stream.flush()

    def _clear(self) -> None:
        if not self._quiet and self._stream.isatty():
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, text: str) -> None:
        self._stream.write(text + "\n")
        self._stream.flush()
