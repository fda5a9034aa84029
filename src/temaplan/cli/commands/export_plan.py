"""`export`: a plan as a folder that people can read."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from temaplan.cli.language import gettext as _

NAME = "export"
HELP = "Skriv en plan som en mappe som folk kan lese."
NEEDS_WEB = True


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the plan, the folder, and how much of it."""
    parser.add_argument("plan", metavar=_("PLAN"), help=_("planens slug"))
    parser.add_argument(
        "folder", type=Path, metavar=_("MAPPE"), help=_("en mappe som er tom eller ikke finnes")
    )
    parser.add_argument("--public", action="store_true", help=_("ta bare med det alle kan lese"))


def run(args: Namespace) -> int:
    """Write the folder; the result is the files in it."""
    from temaplan.cli.plans import plan_named
    from temaplan.workbench.overview.folder.folder import export_plan

    folder = export_plan(plan_named(args.plan), args.folder, public=args.public)
    print("\n".join(str(args.folder / name) for name in folder))
    if not args.quiet:
        print(
            _("Skrev {number} filer til {folder}.").format(number=len(folder), folder=args.folder),
            file=sys.stderr,
        )
    return 0
