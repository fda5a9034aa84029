"""The commands, one module each: `NAME`, `HELP`, `add_arguments(parser)`, `run(args) -> int`.

A module is loaded when its command is used, so `temaplan analyse` never loads
Django. `HELP` is a plain bokmål sentence; the parser translates it. A module that
needs the workbench says `NEEDS_WEB = True` and imports Django inside `run`; one that
decides on which data it works has a context manager `surroundings(args)`, entered
before Django reads its settings.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Protocol, cast

# Name of the command → module, in the order of the help page.
COMMANDS = {
    "demo": "demo",
    "test": "test",
    "serve": "serve",
    "new": "new",
    "import": "import_plan",
    "export": "export_plan",
    "build": "build",
    "trace": "trace",
    "check": "check",
    "analyse": "analyse",
    "report": "report",
    "sources": "sources",
    "doctor": "doctor",
}


class Command(Protocol):
    """What a command module brings."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command's own arguments."""

    def run(self, args: Namespace) -> int:
        """Do it; return the exit status."""


def load(name: str) -> Command:
    """Load the module of one command."""
    return cast(Command, import_module(f"{__name__}.{COMMANDS[name]}"))
