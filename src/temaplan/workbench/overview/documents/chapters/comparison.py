"""What is new, repeated and not repeated from one period to the next (S9)."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.queries.periods import Repeated, compare, periods
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import SECTION, Writer

PERIODS = 2


def write_comparison(writer: Writer, reading: Reading, number: str) -> None:
    """Write the comparison of the two latest periods; nothing when there is only one."""
    known = periods(order.document for order in reading.mandates)
    if len(known) < PERIODS:
        return
    earlier, later = known[-PERIODS:]
    found = compare(reading.plan, earlier, later)
    title = _("Fra %(earlier)s til %(later)s") % {"earlier": earlier.label, "later": later.label}
    writer.heading(SECTION, number, title, "sammenligning")
    _write_part(writer, _("Nytt"), _orders(found.new))
    _write_part(writer, _("Gjentatt"), [_pair(pair) for pair in found.repeated])
    _write_part(writer, _("Ikke gjentatt"), _orders(found.not_repeated))
    if found.not_repeated:
        writer.say(_("At en ordre ikke er gjentatt, betyr ikke at den er falt bort."), kind="note")


def _write_part(writer: Writer, label: str, items: Sequence[Inline]) -> None:
    writer.say(Run(f"{label}:", strong=True), "" if items else _(" ingen ordrer"))
    writer.listing(items)


def _orders(orders: Iterable[Mandate]) -> list[Inline]:
    return [_order(each) for each in orders]


def _order(order: Mandate) -> Inline:
    return Run(order.title, href=f"#{anchor_of(order)}"), Run(f" ({order.document.title})")


def _pair(pair: Repeated) -> Inline:
    return *_order(pair.later), Run(_(" gjentar ")), *_order(pair.earlier)
