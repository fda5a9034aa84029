"""`sources list` and `sources status`: which statistics are kept, and what is missing."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from temaplan.cli.language import gettext as _

NAME = "sources"
HELP = "Statistikk: hva som følger med, hvor gammel den er, og hva som mangler."


def add_arguments(parser: ArgumentParser) -> None:
    """Take what is asked for: the list or the status."""
    parser.add_argument(
        "question",
        choices=("list", "status"),
        help=_("list: tabellene én på hver linje; status: utgave, alder, vilkår og hull"),
    )


def run(args: Namespace) -> int:
    """Print the answer, one line at a time."""
    lines = _list() if args.question == "list" else _status(args.as_of or _today())
    for line in lines:
        print(line)
    return 0


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Oslo")).date()


def _list() -> Iterator[str]:
    """Yield `id<TAB>title<TAB>years<TAB>source` for each table and list of codes."""
    from temaplan.sources.catalogue import TABLES
    from temaplan.sources.code_lists import CODE_LISTS

    for kept in (*TABLES, *CODE_LISTS):
        yield f"{kept.id}\t{_(kept.title)}\t{_(kept.vintage)}\t{kept.source}"


def _status(today: date) -> Iterator[str]:
    """Yield a paragraph for each table, after checking its files, then what is missing."""
    from temaplan.sources import files
    from temaplan.sources.catalogue import TABLES
    from temaplan.sources.code_lists import CODE_LISTS

    for kept in (*TABLES, *CODE_LISTS):
        for file in kept.files:
            files.content(file)
        yield f"{kept.id}  {_(kept.title)}"
        yield _("  Utgave: {vintage}. {age}").format(
            vintage=_(kept.vintage), age=_age(kept.retrieved_on, today)
        )
        yield _("  Kilde: {source}. Vilkår: {licence}.").format(
            source=kept.source, licence=kept.licence
        )
        yield _("  Brukes til: {use}").format(use=_(kept.used_for))
        yield from (f"  - {_(trap)}" for trap in getattr(kept, "traps", ()))
        yield _("  Kontrollsummen stemmer.")
        yield ""
    yield from _missing()


def _age(retrieved_on: date, today: date) -> str:
    days = (today - retrieved_on).days
    if days < 0:
        return _("Tatt inn {day}.").format(day=retrieved_on.isoformat())
    if days == 1:
        return _("Tatt inn {day}, for 1 dag siden.").format(day=retrieved_on.isoformat())
    return _("Tatt inn {day}, for {days} dager siden.").format(
        day=retrieved_on.isoformat(), days=days
    )


def _missing() -> Iterator[str]:
    from temaplan.sources.gaps import DRAMMEN_2011

    yield _("Dette er ikke i de medfølgende data (kommunene i Drammen-eksempelet, 2011):")
    for gap in DRAMMEN_2011:
        yield f"  {_(gap.what)}"
        yield _("    Hvorfor: {why}").format(why=_(gap.why))
        yield _("    Henting gir: {brings}").format(brings=_(gap.brings))
    yield _("Henting over nettet kommer med statistikkdelen.")
