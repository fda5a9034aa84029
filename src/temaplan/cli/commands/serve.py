"""`serve`: web and background worker for a real installation."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from temaplan.cli.address import add_address, is_every_address, is_loopback, url
from temaplan.cli.language import gettext as _
from temaplan.cli.serving import alone, serve, tell_first_administrator
from temaplan.cli.surroundings import set_variables
from temaplan.errors import MachineLacks

NAME = "serve"
HELP = "Start nettstedet og bakgrunnsarbeideren for en installasjon."
NEEDS_WEB = True


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for host and port."""
    add_address(parser)


@contextmanager
def surroundings(args: Namespace) -> Iterator[None]:
    """Hold the data folder, and never be a demo."""
    from temaplan.cli.web import require_web
    from temaplan.config.environment import data_folder, is_demo_folder

    require_web(args)
    folder = data_folder()
    if is_demo_folder(folder):
        raise MachineLacks(
            _(
                "{folder} hører til demoen, der alle kan logge inn. Start den med «temaplan demo», "
                "eller velg en annen mappe med TEMAPLAN_DATA."
            ).format(folder=folder)
        )
    variables: dict[str, str | None] = {
        "TEMAPLAN_DEMO": None,
        "TEMAPLAN_DEMO_HOST": None,
        "TEMAPLAN_BASE_URL": os.environ.get("TEMAPLAN_BASE_URL", url(args.host, args.port)),
    }
    if not is_loopback(args.host) and not is_every_address(args.host):
        variables["TEMAPLAN_ALLOWED_HOSTS"] = os.environ.get("TEMAPLAN_ALLOWED_HOSTS", args.host)
    with set_variables(variables), alone(folder):
        yield


def run(args: Namespace) -> int:
    """Serve until told to stop; the first time it prints how to become administrator."""
    from temaplan.config.serving.port import check_port

    check_port(args.host, args.port)
    _refuse_the_demo()
    tell_first_administrator()
    return serve(args)


def _refuse_the_demo() -> None:
    """Refuse a demo on PostgreSQL, known by its cast, who need no password."""
    from temaplan.workbench.plan.models import Person

    if Person.objects.filter(demo_cast=True).exists():
        raise MachineLacks(
            _(
                "Databasen hører til en demo, der alle kan logge inn. Start den med «temaplan "
                "demo», eller velg en annen database med DATABASE_URL."
            )
        )
