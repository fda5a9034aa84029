"""What `demo` and `serve` have in common: one at a time on a data folder, and the server."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from temaplan.cli.address import url
from temaplan.cli.language import gettext as _
from temaplan.config.locks import Taken, held
from temaplan.errors import MachineLacks


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a data folder: two workers on one SQLite file would take each other's tasks."""
    try:
        with held(folder / "running.lock", wait=False):
            yield
    except Taken as error:
        raise MachineLacks(
            _(
                "Temaplan kjører allerede på datamappen {folder}. Stopp den først, eller velg en "
                "annen mappe med TEMAPLAN_DATA."
            ).format(folder=folder)
        ) from error


def tell_first_administrator() -> None:
    """Print the one-time address, as long as nobody is administrator."""
    from temaplan.workbench.plan.actions.accounts import first_administrator_address

    address = first_administrator_address()
    if address:
        print(
            _("Lag den første administratoren her. Adressen virker én gang, i ett døgn:")
            + f"\n{address}",
            flush=True,
        )


def serve(args: Namespace) -> int:
    """Run web and worker until told to stop; the address is the result of the command."""
    from temaplan.config.serving.supervisor import web_and_worker

    def announce() -> None:
        print(_("Temaplan svarer på {url}").format(url=url(args.host, args.port)), flush=True)
        if not args.quiet:
            print(_("Stopp med Ctrl-C."), file=sys.stderr)

    return web_and_worker(args.host, args.port, announce=announce).run()
