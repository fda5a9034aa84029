"""Start of the workbench for commands that need it: is it installed, on which data."""

import os
import sys
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

from temaplan.cli.language import gettext as _
from temaplan.errors import MachineLacks

SETTINGS = "temaplan.config.settings"
# One module of each library without which the workbench cannot start.
NEEDED = (
    "django",
    "allauth",
    "django_htmx",
    "django_tasks_db",
    "whitenoise",
    "babel",
    "typst",
)
# Commands that only read a plan: until there is an installation they read the demo.
READING = {"build", "check", "export", "trace"}


def web_is_installed() -> bool:
    """Tell whether the extra `web` is there."""
    return all(find_spec(module) is not None for module in NEEDED)


def start_web(args: Namespace) -> None:
    """Set Django up for one command, on a database that is made or migrated first."""
    set_up_django(args)
    from temaplan.config.upgrading import bring_up_to_date

    bring_up_to_date()


def require_web(args: Namespace) -> None:
    """Refuse a command that needs the workbench where it is not installed."""
    if not web_is_installed():
        raise MachineLacks(
            _(
                "Kommandoen «{command}» trenger arbeidsbenken, som ikke er installert. "
                'Installer den med: pip install "temaplan[web]"'
            ).format(command=args.command)
        )


def set_up_django(args: Namespace) -> None:
    """Set Django up without touching the database."""
    require_web(args)
    if args.command in READING:
        _read_the_demo_if_alone(quiet=args.quiet)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.utils import translation

    django.setup()
    translation.activate(args.language)


def _read_the_demo_if_alone(*, quiet: bool) -> None:
    from temaplan.config.environment import DATABASE_FILE, DEMO_FOLDER, data_folder

    folder: Path = data_folder()
    demo = folder / DEMO_FOLDER
    if os.environ.get("DATABASE_URL") or (folder / DATABASE_FILE).exists():
        return
    if (demo / DATABASE_FILE).exists():
        os.environ["TEMAPLAN_DATA"] = str(demo)
        if not quiet:
            print(_("Leser demoen i {folder}.").format(folder=demo), file=sys.stderr)
