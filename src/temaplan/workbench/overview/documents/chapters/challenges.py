"""«Utfordringer»: each with its own number, ending with what it rests on (S24, S25)."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.models import Evidence, Finding
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.markdown import blocks_of
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import listed
from temaplan.workbench.overview.documents.writer import CHAPTER, PART, SECTION, Writer


def write_challenges(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter. A section has the challenge's own number, whatever stands before it."""
    writer.heading(CHAPTER, f"{chapter}", _("Utfordringer"), "utfordringer")
    told = write_silence(writer, reading, "challenge")
    if not reading.challenges and not told:
        writer.say(_("Ingen utfordringer er skrevet ennå."), kind="missing")
    for challenge in reading.challenges:
        _write_challenge(writer, challenge, chapter)


def _write_challenge(writer: Writer, challenge: Challenge, chapter: int) -> None:
    anchor = anchor_of(challenge)
    writer.heading(SECTION, f"{chapter}.{challenge.number}", challenge.title, anchor)
    parts = (
        (_("Hva vi ser"), challenge.what_we_see, "ser"),
        (_("Hvorfor det betyr noe"), challenge.why_it_matters, "betyr"),
        (_("Hvem kan gjøre noe"), challenge.who_can_act, "hvem"),
    )
    for heading, text, word in parts:
        writer.heading(PART, "", heading, f"{anchor}-{word}")
        if text:
            writer.take(blocks_of(text))
        else:
            writer.say(_("Ikke beskrevet ennå."), kind="missing")
    writer.heading(PART, "", _("Hva det bygger på"), f"{anchor}-kilder")
    _write_grounds(writer, challenge)


def _write_grounds(writer: Writer, challenge: Challenge) -> None:
    findings = list(challenge.findings.all())
    if not findings:
        writer.say(
            _("Ikke dokumentert: ingen åpen kilde ligger til grunn for utfordringen."),
            kind="missing",
        )
    writer.listing(_grounds(findings))
    writer.follow(challenge.title, challenge.ref)


def _grounds(findings: list[Finding]) -> Iterator[Inline]:
    """Return one reference for each source, with the findings of it."""
    by_source = sorted(
        findings, key=lambda row: (row.evidence.position, row.evidence_id, row.number)
    )
    for source, group in groupby(by_source, key=lambda row: row.evidence):
        runs: list[Run] = []
        for finding in group:
            runs += [Run(", ")] if runs else []
            label = _("funn\u00a0%(number)d") % {"number": finding.number}
            runs.append(Run(label, href=f"#{anchor_of(finding)}"))
        yield Run(_("%(source)s: ") % {"source": reference(source)}), *runs


def reference(source: Evidence) -> str:
    """Return a source as it is named in a reference: «Title (author, year)»."""
    told = ", ".join(part for part in (source.author, str(source.year or "")) if part)
    return _("«%(title)s» (%(told)s)") % {"title": source.title, "told": told or _("ukjent opphav")}


def unfounded(reading: Reading) -> str:
    """Return the titles of challenges without an open ground, as a list, or nothing."""
    titles = [f"«{each.title}»" for each in reading.challenges if not each.findings.all()]
    return listed(titles)
