"""«Hva dokumentet bygger på», and «Funn og tall»: the ground of the challenges (S25)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.knowledge import (
    count_of_knowledge,
    register,
    write_results,
)
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer


def write_ground(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write what the document builds on: the orders that asked, the sources that answered."""
    writer.heading(CHAPTER, f"{chapter}", _("Hva dokumentet bygger på"), "grunnlag")
    writer.say(
        _(
            "Dokumentet viser hva planen må svare på. Hver utfordring har et nummer og viser "
            "til funnene den bygger på."
        )
    )
    if reading.mandates:
        writer.say(_("Arbeidet svarer på disse ordrene:"))
        writer.listing(_orders(reading))
    if not reading.evidence:
        writer.say(_("Ingen åpne kilder er registrert."), kind="missing")
    else:
        writer.say(count_of_knowledge(reading))
        writer.table(register(reading))


def _orders(reading: Reading) -> Iterator[Inline]:
    for order in reading.mandates:
        yield Run(order.title, href=order.ref), Run(f", {order.document.title}")


def write_known(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write what each source has found, with the figures behind it."""
    writer.heading(CHAPTER, f"{chapter}", _("Funn og tall"), "funn")
    told = write_silence(writer, reading, "evidence")
    with_results = [each for each in reading.evidence if each.findings.all() or each.runs.all()]
    if not with_results and not told:
        writer.say(_("Ingen funn er skrevet ned ennå."), kind="missing")
    for position, entry in enumerate(with_results, 1):
        writer.heading(SECTION, f"{chapter}.{position}", entry.title, anchor_of(entry))
        write_results(writer, entry)
        writer.follow(entry.title, entry.ref)
