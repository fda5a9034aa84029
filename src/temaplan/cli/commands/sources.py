"""`sources`: which statistics are kept, their age, and more of them from the network."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from temaplan.cli.language import gettext as _

NAME = "sources"
HELP = "Statistikk: hva som følger med og er hentet, hvor gammelt det er, og henting av mer."
QUESTIONS = ("list", "status", "fetch", "show")
_OF_FETCH = ("regions", "periods", "contents", "select")


def add_arguments(parser: ArgumentParser) -> None:
    """Take what is asked for, and for `fetch` what is wanted of the table."""
    add = parser.add_argument
    add(
        "question",
        choices=QUESTIONS,
        help=_(
            "list: tabellene én på hver linje; status: utgave, alder, vilkår og hull; fetch: hent "
            "en tabell fra SSB; show: skriv en hentet tabell som CSV"
        ),
    )
    add(
        "table",
        nargs="?",
        metavar=_("TABELL"),
        help=_("for fetch: nummeret hos SSB, som 13470; for show: kept:13470"),
    )
    add("--ask", action="store_true", help=_("for status: spør SSB om det finnes nyere utgaver"))
    group = parser.add_argument_group(_("valg for fetch; det som ikke sies, hentes helt"))
    add = group.add_argument
    add("--regions", metavar=_("KODER"), help=_("for eksempel K-3301,K-3312,0"))
    add("--periods", metavar=_("TID"), help=_("for eksempel 2016:2025, 2020: eller 2021,2023"))
    add("--contents", metavar=_("KODER"), help=_("statistikkvariabler, som SysselsatteArb"))
    add(
        "--select",
        action="append",
        metavar=_("VARIABEL=KODER"),
        help=_("koder for en annen variabel, eller en gruppering: NACE2007=agg_NACE2007arb11"),
    )
    add("--api", type=int, choices=(1, 2), default=2, help=_("utgave av grensesnittet hos SSB"))
    parser.set_defaults(refuse=parser.error)


def run(args: Namespace) -> int:
    """Print the answer."""
    _check(args)
    status: int = {"list": _list, "status": _status, "fetch": _fetch, "show": _show}[args.question](
        args
    )
    return status


def _check(args: Namespace) -> None:
    """Refuse options that the question does not take."""
    takes_table = args.question in ("fetch", "show")
    if takes_table and not args.table:
        args.refuse(_("Si hvilken tabell, for eksempel 13470."))
    if args.table and not takes_table:
        args.refuse(_("{question} tar ingen tabell.").format(question=args.question))
    if args.ask and args.question != "status":
        args.refuse(
            _("{question} tar ikke --{option}.").format(question=args.question, option="ask")
        )
    for name in _OF_FETCH:
        if getattr(args, name) is not None and args.question != "fetch":
            args.refuse(
                _("{question} tar ikke --{option}.").format(question=args.question, option=name)
            )


def _list(args: Namespace) -> int:
    from temaplan.cli.statistics.archive import own_archive
    from temaplan.cli.statistics.lines import list_lines

    for line in list_lines(own_archive()):
        print(line)
    return 0


def _status(args: Namespace) -> int:
    from temaplan.cli.statistics.archive import own_archive
    from temaplan.cli.statistics.fetching import ask_for_editions
    from temaplan.cli.statistics.status import Status
    from temaplan.config.environment import statistics_from

    archive = own_archive()
    if args.ask:
        ask_for_editions(args, archive)
    status = Status(archive, args.as_of or _today(), statistics_from())
    for line in status.lines():
        print(line)
    return 1 if status.damaged else 0


def _fetch(args: Namespace) -> int:
    from temaplan.cli.statistics.fetching import fetch
    from temaplan.cli.statistics.lines import kept_line
    from temaplan.sources.network.choosing import Wanted

    wanted = Wanted(
        args.table,
        regions=_codes(args.regions),
        periods=args.periods or "",
        contents=_codes(args.contents),
        others=dict(_selected(args, text) for text in args.select or ()),
    )
    print(kept_line(fetch(args, wanted)))
    return 0


def _show(args: Namespace) -> int:
    from temaplan.cli.statistics.archive import own_archive
    from temaplan.sources.archive import find_table, read_table
    from temaplan.sources.tidy import tidy

    archive = own_archive()
    table = read_table(archive, find_table(archive, args.table))
    sys.stdout.write(tidy(table).as_csv(named=True))
    return 0


def _selected(args: Namespace, text: str) -> tuple[str, tuple[str, ...]]:
    name, sign, codes = text.partition("=")
    if not sign or not name.strip() or not _codes(codes):
        args.refuse(
            _("«{text}» er ikke et valg. Skriv VARIABEL=KODER, som NACE2007=01-03,10-33.").format(
                text=text
            )
        )
    return name.strip(), _codes(codes)


def _codes(text: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in (text or "").split(",") if each.strip())


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Oslo")).date()
