"""`demo`: everything set up, the example plans loaded, their documents built, the web served."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from temaplan.cli.address import add_address, is_loopback
from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress
from temaplan.cli.serving import alone, serve, tell_first_administrator
from temaplan.cli.surroundings import set_variables
from temaplan.errors import MachineLacks

if TYPE_CHECKING:
    from temaplan.workbench.plan.models import Plan

NAME = "demo"
HELP = "Sett opp alt, les inn eksemplene og vis dem i nettleseren."
NEEDS_WEB = True
STEPS = 5


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for host, port, and whether to serve or to start over."""
    add_address(parser)
    parser.add_argument(
        "--no-serve", action="store_true", help=_("stopp når alt er bygget, uten å svare på nettet")
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help=_("begynn på nytt: fjern det du har endret i demoen, etter å ha sagt hva som går"),
    )


@contextmanager
def surroundings(args: Namespace) -> Iterator[None]:
    """Hold the demo's own folder, emptied first when the demo is to start over."""
    from temaplan.cli.demo_folder import demo_folder, start_over, variables
    from temaplan.cli.web import require_web

    require_web(args)
    example_folders()
    folder = demo_folder()
    with alone(folder), set_variables(variables(folder, args.host, args.port)):
        if args.fresh:
            start_over(folder)
        yield


def run(args: Namespace) -> int:
    """Load, build and serve; what the user has changed since last time stays."""
    if not args.no_serve:
        from temaplan.config.serving.port import check_port

        check_port(args.host, args.port)
    _take_server(fresh=args.fresh)
    progress = Progress.of(args, steps=STEPS - args.no_serve)
    plans = _load(progress)
    _make_cast(progress, plans)
    _make_pages(progress, plans)
    _make_files(progress, plans)
    if args.no_serve:
        progress.end()
        return 0
    progress.step(_("Starter nettstedet"))
    progress.end()
    if not is_loopback(args.host):
        _say_that_nobody_logs_in_freely(args)
    return serve(args)


def example_folders() -> list[Path]:
    """Return the example plans of the clone."""
    from temaplan.config.environment import CLONE

    folders = sorted(path.parent for path in (CLONE / "examples").glob("*/plan.toml"))
    if not folders:
        raise MachineLacks(
            _(
                "Demoen trenger eksemplene, som ligger i kildekoden og ikke følger med "
                "installasjonen. Klon kildekoden og kjør «./temaplan demo» der."
            )
        )
    return folders


def _take_server(*, fresh: bool) -> None:
    """Look before a PostgreSQL database becomes a demo; SQLite's file is the demo's own."""
    from django.core.management import call_command
    from django.db import connection

    from temaplan.workbench.plan.models import Person

    if connection.vendor != "postgresql" or not Person.objects.exists():
        return
    is_demo = Person.objects.filter(demo_cast=True).exists()
    if not is_demo:
        raise MachineLacks(
            _(
                "Databasen i DATABASE_URL er i bruk av en installasjon. Ingenting er endret. "
                "Fjern DATABASE_URL, eller velg en tom database."
            )
        )
    if fresh:
        print(_("Begynner på nytt. Tømmer hele databasen i DATABASE_URL."), file=sys.stderr)
        call_command("flush", interactive=False, verbosity=0)


def _load(progress: Progress) -> list["Plan"]:
    from temaplan.workbench.overview.folder.examples import load_example

    progress.step(_("Leser inn eksemplene"))
    return [load_example(folder) for folder in example_folders()]


def _make_cast(progress: Progress, plans: list["Plan"]) -> None:
    from temaplan.workbench.plan.actions.demo_cast import make_demo_cast

    progress.step(_("Lager rollene som kan logge inn"))
    if os.environ.get("TEMAPLAN_DEMO"):
        make_demo_cast(plans)


def _make_pages(progress: Progress, plans: list["Plan"]) -> None:
    from temaplan.workbench.overview.documents import ahead

    progress.step(_("Regner, tegner diagrammer og bygger sider"))
    for plan in plans:
        plan.refresh_from_db()
        if ahead.pages_are_missing(plan):
            progress.note(plan.title)
            ahead.make_pages(plan)


def _make_files(progress: Progress, plans: list["Plan"]) -> None:
    from temaplan.workbench.overview.documents import ahead

    progress.step(_("Bygger dokumenter som PDF og Word"))
    for plan in plans:
        for file in ahead.missing_files(plan):
            progress.note(f"{plan.title}: {file[1]}.{file[3]}")
            ahead.make_file(file)


def _say_that_nobody_logs_in_freely(args: Namespace) -> None:
    print(
        _(
            "{host} kan nås fra andre maskiner. Derfor har demoen ingen roller å logge inn som "
            "uten passord."
        ).format(host=args.host),
        file=sys.stderr,
    )
    tell_first_administrator()
