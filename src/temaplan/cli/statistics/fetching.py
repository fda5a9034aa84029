"""Fetch a table from the statistics office, where the one who runs Temaplan has allowed it."""

import sys
import time
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace

from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress
from temaplan.cli.statistics.archive import own_archive
from temaplan.config.environment import statistics_from
from temaplan.errors import TemaplanError
from temaplan.sources.archive import Archive, KeptTable, kept_tables
from temaplan.sources.catalogue import TABLES
from temaplan.sources.editions import table_named_in
from temaplan.sources.network.answers import Refused
from temaplan.sources.network.bank import Bank, bank_at
from temaplan.sources.network.choosing import Wanted
from temaplan.sources.network.tables import TableFetcher


def fetch(args: Namespace, wanted: Wanted) -> KeptTable:
    """Fetch what is wanted and keep it. A fetch that is cut can go on from there."""
    archive = own_archive()
    fetcher = _patient(args).tables(archive, version=args.api)
    bar = _Bar(args)
    try:
        return fetcher.fetch(wanted, bar.show)
    except (KeyboardInterrupt, TemaplanError):
        bar.end()
        if any(not kept.is_whole for kept in kept_tables(archive, wanted.table)):
            print(
                _("Det som er kommet, er tatt vare på. Kjør kommandoen igjen for å hente resten."),
                file=sys.stderr,
            )
        raise
    finally:
        bar.end()


def ask_for_editions(args: Namespace, archive: Archive) -> None:
    """Ask the office which edition it has of each table that is here."""
    fetcher: TableFetcher = _patient(args).tables(archive)
    numbers = _numbers(archive)
    progress = Progress.of(args, steps=len(numbers))
    for number in numbers:
        progress.step(_("Spør om tabell {number}").format(number=number))
        try:
            fetcher.describe(number)
        except Refused as refused:  # one table that is gone does not hide the others
            progress.end()
            print(printable(refused.message), file=sys.stderr)
    progress.end()


def _numbers(archive: Archive) -> list[str]:
    """Return the number of every table that is here, each once."""
    shipped: Iterable[str] = (table_named_in(table.source) for table in TABLES)
    fetched = (kept.number for kept in kept_tables(archive))
    return list(dict.fromkeys([*(each.removeprefix("ssb/") for each in shipped), *fetched]))


def _patient(args: Namespace) -> Bank:
    """Return the bank, which says when it waits."""

    def sleep(seconds: float) -> None:
        if not args.quiet:
            waits = _("SSB er opptatt. Venter {seconds} sekunder.").format(seconds=round(seconds))
            print(waits, file=sys.stderr)
        time.sleep(seconds)

    bank = bank_at(statistics_from())
    return replace(bank, fetcher=replace(bank.fetcher, sleep=sleep))


class _Bar:
    """A bar whose length is known when the first part has come."""

    def __init__(self, args: Namespace) -> None:
        self._args = args
        self._progress: Progress | None = None

    def show(self, done: int, of: int) -> None:
        if self._progress is None:
            self._progress = Progress.of(self._args, steps=of)
        self._progress.step(_("Hentet del {done} av {of}").format(done=done, of=of))

    def end(self) -> None:
        if self._progress is not None:
            self._progress.end()
