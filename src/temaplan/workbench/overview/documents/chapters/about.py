"""«Om planen»: the profile, printed as it is kept (S11)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.markdown import blocks_of, line_of
from temaplan.workbench.overview.documents.profile import frame_facts
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer


def write_about(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter."""
    plan = reading.plan
    writer.heading(CHAPTER, f"{chapter}", _("Om planen"), "om-planen")
    writer.heading(SECTION, f"{chapter}.1", _("Hva planen er"), "planens-rammer")
    writer.table(
        Table(
            _("Planens rammer"),
            "tabell-rammer",
            (_("Opplysning"), _("Innhold")),
            tuple(_rows(reading)),
        )
    )
    writer.heading(SECTION, f"{chapter}.2", _("Hva planen skal gjøre"), "formal")
    _text(writer, plan.purpose, _("Formålet er ikke oppgitt."))
    writer.heading(SECTION, f"{chapter}.3", _("Forholdet til andre planer"), "andre-planer")
    _text(writer, plan.related_plans, _("Forholdet til andre planer er ikke oppgitt."))
    write_silence(writer, reading, "plan")


def _rows(reading: Reading) -> Iterator[tuple[Inline, ...]]:
    for position, fact in enumerate(frame_facts(reading)):
        label = Run(fact.label, href=reading.plan.ref if position == 0 else "")
        yield (label,), line_of(fact.value) or (Run(_("ukjent")),)


def _text(writer: Writer, text: str, missing: str) -> None:
    if text:
        writer.take(blocks_of(text))
    else:
        writer.say(missing, kind="missing")
