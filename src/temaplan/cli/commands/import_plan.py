"""`import`: a plan from its folder, whole or not at all."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _

NAME = "import"
HELP = "Les inn en plan fra en mappe."
NEEDS_WEB = True


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the folder, and whether an existing plan may be replaced."""
    parser.add_argument(
        "folder", type=Path, metavar=_("MAPPE"), help=_("mappen som plan.toml ligger i")
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=_("vis forskjellen fra planen som er der, og la mappen ta dens plass"),
    )


def run(args: Namespace) -> int:
    """Take the folder in; the result is its slug, or what differs from the plan it replaces."""
    from temaplan.workbench.overview.folder.difference import lines_of
    from temaplan.workbench.overview.folder.folder import import_folder

    stored = import_folder(args.folder, replace=args.replace)
    print(printable("\n".join(lines_of(stored))))
    if stored.municipality_kept and not args.quiet:
        print(
            _(
                "Innstillingene for {municipality} er andre her enn i mappen, og er ikke endret. "
                "Bruk --replace for å ta dem fra mappen."
            ).format(municipality=stored.plan.municipality.name),
            file=sys.stderr,
        )
    return 0
