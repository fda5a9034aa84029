"""One order: its own words, then who, when, where it stands and how it came there."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.mandate.models import Mandate, MandateStep
from temaplan.workbench.mandate.vocabulary import RELATION
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import body_word, first_up
from temaplan.workbench.overview.documents.writer import PART, Writer
from temaplan.workbench.plan.dates import written_date


def write_order(writer: Writer, reading: Reading, order: Mandate, number: str) -> None:
    """Write an order with its history and its relations to others."""
    writer.heading(PART, number, order.title, anchor_of(order))
    for paragraph in paragraphs_of(order.wording):
        writer.say(paragraph, kind="quote")
    writer.listing(_facts(reading, order))
    writer.listing(_relations(order))
    writer.say(Run(_("Slik har det gått:"), strong=True))
    writer.listing(_history(order), ordered=True)
    writer.follow(order.title, order.ref)


def paragraphs_of(wording: str) -> Iterator[str]:
    """Return the paragraphs of an order as they stand, word for word."""
    for paragraph in wording.split("\n\n"):
        if paragraph.strip():
            yield " ".join(paragraph.split("\n")).strip()


def deadline_words(order: Mandate) -> str:
    """Return the deadline in the order's own words and as a date."""
    if order.deadline is None:
        own = _("«%(text)s»") % {"text": order.deadline_text} if order.deadline_text else ""
        return own or _("ikke gitt")
    day = written_date(order.deadline)
    if order.deadline_interpreted:
        day = _("%(date)s (tolket)") % {"date": day}
    if not order.deadline_text:
        return day
    return _("«%(text)s», det vil si %(date)s") % {"text": order.deadline_text, "date": day}


def state_words(order: Mandate, reading: Reading) -> str:
    """Return the state, and that it is over its deadline when it is."""
    state = str(order.get_state_display())
    return _("%(state)s, over frist") % {"state": state} if order.is_late(reading.as_of) else state


def _facts(reading: Reading, order: Mandate) -> Iterator[Inline]:
    addressee = body_word(order.addressee, reading.municipality) or _("ikke nevnt")
    yield _labelled(_("Oppdrag"), str(order.get_verb_display()))
    yield _labelled(_("Mottaker"), addressee)
    yield _labelled(_("Frist"), deadline_words(order))
    if order.postponed_to:
        yield _labelled(_("Utsatt til"), written_date(order.postponed_to))
    yield _labelled(_("Status"), state_words(order, reading))
    if order.category:
        yield _labelled(_("Kategori"), str(order.get_category_display()))
    if partners := order.partners.all():
        yield (
            _label(_("Sammen med")),
            *_separated([Run(each.name, each.ref) for each in partners]),
        )
    if criteria := order.criteria.all():
        yield _labelled(_("Kriterier"), "; ".join(each.text for each in criteria))
    if deliverables := order.deliverables.all():
        told = (_deliverable(each.title, str(each.get_state_display())) for each in deliverables)
        yield _labelled(_("Skal gi"), "; ".join(told))


def _deliverable(title: str, state: str) -> str:
    return _("%(title)s (status: %(state)s)") % {"title": title, "state": state}


def _relations(order: Mandate) -> Iterator[Inline]:
    for relation in order.relations.all():
        yield _relation(str(RELATION[relation.relation].label), relation.earlier, relation.reason)
    for relation in order.inverse_relations.all():
        yield _relation(str(RELATION[relation.relation].inverse), relation.later, relation.reason)


def _relation(word: str, other: Mandate, reason: str) -> Inline:
    link = Run(_("«%(title)s»") % {"title": other.title}, href=f"#{anchor_of(other)}")
    return Run(f"{first_up(word)} "), link, Run(f". {reason}" if reason else ".")


def _history(order: Mandate) -> Iterator[Inline]:
    given = _("gitt i %(document)s") % {"document": order.document.title}
    yield (Run(f"{_day(order.document.decided_on)}: {given}."),)
    for step in order.steps.all():
        yield (Run(_step(step)),)


def _step(step: MandateStep) -> str:
    told = f"{_day(step.taken_on)}: {step.get_state_display()}"
    if step.document:
        told = _("%(step)s, i %(document)s") % {"step": told, "document": step.document.title}
    return f"{told}. {step.reason}".strip() if step.reason else f"{told}."


def _day(day: object) -> str:
    return written_date(day) if day else _("Dato ukjent")  # type: ignore[arg-type]


def _label(text: str) -> Run:
    return Run(f"{text}: ", strong=True)


def _labelled(label: str, text: str) -> Inline:
    return _label(label), Run(text)


def _separated(runs: list[Run]) -> Iterator[Run]:
    for position, run in enumerate(runs):
        if position:
            yield Run(", ")
        yield run
