"""`test` belongs to the clone: here it only says so."""

from argparse import ArgumentParser, Namespace

from temaplan.cli.language import gettext as _
from temaplan.errors import MachineLacks

NAME = "test"
HELP = "Kjør alle tester (bare i en klone: ./temaplan test)."


def add_arguments(parser: ArgumentParser) -> None:
    """Take whatever pytest would take."""
    parser.add_argument("pytest_arguments", nargs="*", help=_("argumenter til pytest"))


def run(args: Namespace) -> int:
    """Refuse: the tests are not part of an installation."""
    raise MachineLacks(
        _("Testene følger ikke med installasjonen. Klon kildekoden og kjør «./temaplan test».")
    )
