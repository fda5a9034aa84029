"""«Kilder»: everything that a reader can look up, each once."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.evidence.models import AnalysisRun, Evidence
from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.overview.documents.chapters.run_words import source_words
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import first_up
from temaplan.workbench.overview.documents.writer import CHAPTER, Writer
from temaplan.workbench.plan.dates import written_date


def write_sources(writer: Writer, reading: Reading, *, with_orders: bool) -> None:
    """Write the list of sources; the chapter has no number, for it stands last."""
    writer.heading(CHAPTER, "", _("Kilder"), "kilder")
    items = [
        *(_political(source) for source in reading.sources if with_orders),
        *(_evidence(entry) for entry in reading.evidence),
        *_statistics(reading),
    ]
    if items:
        writer.listing(items)
    else:
        writer.say(_("Ingen kilder er registrert."), kind="missing")


def _political(source: SourceDocument) -> Inline:
    told = [
        written_date(source.decided_on) if source.decided_on else "",
        _("sak %(case)s") % {"case": source.case_number} if source.case_number else "",
    ]
    return _entry(source.title, source.ref, told, source.link)


def _evidence(entry: Evidence) -> Inline:
    told = [entry.author, str(entry.year or ""), str(entry.get_kind_display())]
    return _entry(entry.title, entry.ref, told, entry.link)


def _statistics(reading: Reading) -> Iterator[Inline]:
    """Return each table of figures once, however many calculations use it."""
    seen: dict[str, AnalysisRun] = {}
    for run in reading.runs:
        seen.setdefault(source_words(run), run)
    for words, run in seen.items():
        yield Run(_("Tallgrunnlag: ")), Run(words, href=run.ref), Run(".")


def _entry(title: str, ref: str, told: list[str], link: str) -> Inline:
    known = first_up(", ".join(part for part in told if part))
    runs = [Run(title, href=ref), Run(f". {known}." if known else ".")]
    if link:
        runs += [Run(" "), Run(link, href=link)]
    return tuple(runs)
