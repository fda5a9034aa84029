"""«Hva som er funnet ut»: the register, and what each source found (S18, S19)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.vocabulary import STATISTICS
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.figures import write_runs
from temaplan.workbench.overview.documents.chapters.findings import write_findings
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.markdown import blocks_of, line_of
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer


def write_knowledge(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter with every fact of the register."""
    writer.heading(CHAPTER, f"{chapter}", _("Hva som er funnet ut"), "kunnskap")
    if not reading.evidence:
        writer.say(_("Ingen åpne kilder er registrert."), kind="missing")
    else:
        writer.say(count_of_knowledge(reading))
        writer.table(register(reading))
    write_silence(writer, reading, "evidence")
    for position, entry in enumerate(reading.evidence, 1):
        writer.heading(SECTION, f"{chapter}.{position}", entry.title, anchor_of(entry))
        writer.take(blocks_of(entry.description))
        writer.listing(_facts(entry, reading))
        write_results(writer, entry)
        writer.follow(entry.title, entry.ref)


def write_results(writer: Writer, entry: Evidence) -> None:
    """Write what a source found: its numbered findings, then the figures behind them."""
    if not entry.findings.all() and not entry.runs.all():
        writer.say(_("Ingen funn er skrevet ned fra denne kilden."), kind="missing")
    write_findings(writer, entry)
    write_runs(writer, entry)


def count_of_knowledge(reading: Reading) -> str:
    """Say how much there is to build on."""
    sources, findings = len(reading.evidence), len(reading.findings)
    there = ngettext("Planen har én kilde", "Planen har %(number)d kilder", sources)
    found = ngettext("ett funn", "%(number)d funn", findings) if findings else _("ingen funn")
    return _("%(sources)s og %(findings)s.") % {
        "sources": there % {"number": sources},
        "findings": found % {"number": findings},
    }


def register(reading: Reading) -> Table:
    """Return the register of open sources as a table."""
    rows = tuple(
        (
            (Run(entry.title, href=entry.ref),),
            (Run(str(entry.get_kind_display())),),
            (Run(commissioner_words(entry)),),
            (Run(entry.author or _("ukjent")),),
            (Run(str(entry.year or _("ukjent"))),),
        )
        for entry in reading.evidence
    )
    head = (_("Kilde"), _("Type"), _("Bestilt av"), _("Utført av"), _("År"))
    return Table(_("Kunnskapskilder"), "tabell-kunnskap", head, rows)


def commissioner_words(entry: Evidence) -> str:
    """Return who ordered it; nobody orders open statistics."""
    nobody = _("ingen") if entry.kind == STATISTICS else _("ukjent")
    return entry.commissioner or nobody


def _facts(entry: Evidence, reading: Reading) -> Iterator[Inline]:
    """Return what the register says that the overview has no room for."""
    for label, text in (
        (_("Geografi"), entry.geography),
        (_("Metode"), entry.method),
        (_("Begrensninger"), entry.limits),
    ):
        yield (_label(label), *(line_of(text) or (Run(_("ukjent")),)))
    orders = [Run(order.title, href=f"#{anchor_of(order)}") for order in entry.mandates.all()]
    if orders:
        yield (_label(_("Svarer på")), *_separated(orders))
    used = [
        Run(f"{each.number} {each.title}", href=each.ref)
        for each in reading.challenges
        if any(finding.evidence_id == entry.pk for finding in each.findings.all())
    ]
    if used:
        yield (_label(_("Brukes i utfordring")), *_separated(used))
    else:
        yield (_label(_("Brukes i")), Run(_("ingen utfordring ennå")))


def _label(text: str) -> Run:
    return Run(f"{text}: ", strong=True)


def _separated(runs: list[Run]) -> Iterator[Run]:
    for position, run in enumerate(runs):
        if position:
            yield Run(", ")
        yield run
