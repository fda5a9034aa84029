"""`doctor`: tell whether this machine is fit for Temaplan, and what is missing."""

from argparse import ArgumentParser, Namespace

from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.cli.machine import Found, Level, machine_findings

NAME = "doctor"
HELP = "Se om maskinen passer, hva som mangler, og hvordan du skaffer det."
SOMETHING_TO_DO = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for nothing: it looks at the machine and the data folder."""


def run(args: Namespace) -> int:
    """Print one line for each thing looked at; 1 when a person must do something."""
    findings = list(machine_findings(args))
    for found in findings:
        print(printable(_line(found)))
    return SOMETHING_TO_DO if any(found.level is Level.ACT for found in findings) else 0


def _line(found: Found) -> str:
    word = {Level.FINE: _("i orden"), Level.NOTE: _("merk"), Level.ACT: _("mangler")}[found.level]
    cure = f" {found.cure}" if found.cure else ""
    return f"{word:<8} {found.subject}: {found.sentence}{cure}"
