"""What is said beside every figure: where it comes from, which edition, fetched when."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Run
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.views import run_words
from temaplan.workbench.plan.dates import written_date


def outdated_words() -> Run:
    """Say beside a figure, or the sentence that quotes it, that newer figures are there."""
    return Run(_("Utdatert: det finnes nyere tall."), strong=True)


def source_words(run: AnalysisRun) -> str:
    """Return the source of a calculation: «Statistisk sentralbyrå, tabell 11713, hentet …»."""
    publisher = run_words.source_words(run)
    if run.data_table is not None:
        publisher = f"{publisher}: {run.data_table.title}"
    told = [publisher, run.vintage]
    if run.retrieved_on:
        told.append(_("hentet %(date)s") % {"date": written_date(run.retrieved_on)})
    return ", ".join(part for part in told if part)
