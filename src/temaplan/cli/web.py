"""Start of the workbench for commands that need it: is it installed, in which language."""

import os
from argparse import Namespace
from importlib.util import find_spec

from temaplan.cli.language import gettext as _
from temaplan.errors import MachineLacks

SETTINGS = "temaplan.config.settings"
# One module of each library without which the workbench cannot start.
NEEDED = ("django", "allauth", "django_htmx", "django_tasks_db", "whitenoise", "babel")


def web_is_installed() -> bool:
    """Tell whether the extra `web` is there."""
    return all(find_spec(module) is not None for module in NEEDED)


def start_web(args: Namespace) -> None:
    """Set Django up for one command."""
    if not web_is_installed():
        raise MachineLacks(
            _(
                "Kommandoen «{command}» trenger arbeidsbenken, som ikke er installert. "
                "Installer den med: pip install \"temaplan[web]\""
            ).format(command=args.command)
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.utils import translation

    django.setup()
    translation.activate(args.language)
