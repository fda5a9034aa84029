"""«Bakgrunn»: what has been ordered, document by document, in the order it was given (S3–S9)."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.comparison import write_comparison
from temaplan.workbench.overview.documents.chapters.order import (
    deadline_words,
    state_words,
    write_order,
)
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import body_word, first_up, years
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer
from temaplan.workbench.plan.dates import written_date


def write_orders(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter."""
    writer.heading(CHAPTER, f"{chapter}", _("Bakgrunn: hva som er bestilt"), "bakgrunn")
    if not reading.mandates:
        writer.say(_("Ingen ordrer er registrert."), kind="missing")
    else:
        writer.say(count_of_orders(reading))
        writer.table(_overview(reading))
    write_silence(writer, reading, "mandate")
    for position, source in enumerate(reading.sources, 1):
        orders = [order for order in reading.mandates if order.document_id == source.pk]
        _write_source(writer, reading, source, orders, f"{chapter}.{position}")
    write_comparison(writer, reading, f"{chapter}.{len(reading.sources) + 1}")


def count_of_orders(reading: Reading) -> str:
    """Say how many orders there are, and how many of them are late."""
    orders, sources = len(reading.mandates), len(reading.sources)
    given = ngettext("Én ordre er gitt", "%(number)d ordrer er gitt", orders)
    where = ngettext("i ett dokument", "i %(number)d dokumenter", sources)
    told = f"{given % {'number': orders}} {where % {'number': sources}}."
    late = sum(order.is_late(reading.as_of) for order in reading.mandates)
    if not late:
        return told
    over = ngettext("Én er over frist.", "%(number)d er over frist.", late)
    return f"{told} {over % {'number': late}}"


def _overview(reading: Reading) -> Table:
    rows = tuple(
        (
            (Run(order.title, href=order.ref),),
            (Run(order.document.title),),
            (Run(deadline_words(order)),),
            (Run(state_words(order, reading)),),
        )
        for order in _in_order(reading)
    )
    head = (_("Ordre"), _("Gitt i"), _("Frist"), _("Status"))
    return Table(_("Ordrene samlet"), "tabell-ordrer", head, rows)


def _in_order(reading: Reading) -> Iterator[Mandate]:
    """Return the orders as the sections below have them."""
    for source in reading.sources:
        yield from (order for order in reading.mandates if order.document_id == source.pk)


def _write_source(
    writer: Writer,
    reading: Reading,
    source: SourceDocument,
    orders: Sequence[Mandate],
    number: str,
) -> None:
    writer.heading(SECTION, number, source.title, anchor_of(source))
    writer.say(*_about(source, reading))
    if not orders:
        writer.say(_("Dokumentet gir ingen nye ordrer."))
    for position, order in enumerate(orders, 1):
        write_order(writer, reading, order, f"{number}.{position}")


def _about(source: SourceDocument, reading: Reading) -> Inline:
    """Return what is known of a political document, on one line."""
    period = years(source.period_start, source.period_end)
    kind = first_up(str(source.get_kind_display()))
    runs = [
        Run(kind, href=source.ref),
        Run(_(" for %(years)s.") % {"years": period} if period else "."),
    ]
    if source.body_name:
        body = body_word(source.body_name, reading.municipality)
        runs.append(Run(" " + _("Organ: %(body)s.") % {"body": body}))
    runs.append(Run(" " + _("Vedtaksdato: %(date)s.") % {"date": written_date(source.decided_on)}))
    case = source.case_number or _("ukjent")
    runs.append(Run(" " + _("Saksnummer: %(case)s.") % {"case": case}))
    if source.link:
        runs += [Run(" "), Run(_("Les dokumentet"), href=source.link), Run(".")]
    return tuple(runs)
