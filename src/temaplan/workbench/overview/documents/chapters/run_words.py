"""What is said beside every figure: where it comes from, which edition, fetched when."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Run
from temaplan.workbench.evidence.acceptance import acceptances_in
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.views import run_words, words
from temaplan.workbench.plan.dates import written_date

MOST_ACCEPTED = 3  # beside a figure; the page of the table has them all


def outdated_words() -> Run:
    """Say beside a figure, or the sentence that quotes it, that newer figures are there."""
    return Run(_("Utdatert: det finnes nyere tall."), strong=True)


def accepted_words(run: AnalysisRun) -> str:
    """Say what was odd about the figures and taken in all the same: what, who, why."""
    kept = acceptances_in(run.data_table.accepted) if run.data_table is not None else []
    told = [f"{each.message} {words.accepted_words(each)}" for each in kept[:MOST_ACCEPTED]]
    left = len(kept) - len(told)
    if left:
        more = _("Og %(number)d funn til er godtatt.")
        told.append(more % {"number": left})
    return " ".join(told)


def source_words(run: AnalysisRun) -> str:
    """Return the source of a calculation: «Statistisk sentralbyrå, tabell 11713, hentet …»."""
    publisher = run_words.source_words(run)
    if run.data_table is not None:
        publisher = f"{publisher}: {run.data_table.title}"
    told = [publisher, run.vintage]
    if run.retrieved_on:
        told.append(_("hentet %(date)s") % {"date": written_date(run.retrieved_on)})
    return ", ".join(part for part in told if part)
