"""What is said beside every figure: where it comes from, which edition, fetched when."""

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources.catalogue import table
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.plan.dates import written_date


def source_words(run: AnalysisRun) -> str:
    """Return the source of a calculation: «Statistisk sentralbyrå, tabell 11713, hentet …»."""
    told = [_publisher(run), run.vintage]
    if run.retrieved_on:
        told.append(_("hentet %(date)s") % {"date": written_date(run.retrieved_on)})
    return ", ".join(part for part in told if part)


def _publisher(run: AnalysisRun) -> str:
    if run.data_table is not None:
        return f"{run.data_table.source}: {run.data_table.title}"
    try:
        return str(table(run.source_table).source)
    except BadInput:  # a table of an earlier edition: its number is all that is known
        return run.source_table
