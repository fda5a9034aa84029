"""*Status og videre arbeid*: what is ordered, what is known, what happens next."""

from django.utils.translation import gettext as _

from temaplan.documents.document import PlanDocument, Run
from temaplan.workbench.overview.documents.kinds import STATUS
from temaplan.workbench.overview.documents.profile import profile_facts
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import CHAPTER, Writer


def status_document(reading: Reading) -> PlanDocument:
    """Build the document from what the public may read of the plan."""
    writer = Writer()
    writer.heading(CHAPTER, "1", _("Om planen"), "om-planen")
    for fact in profile_facts(reading):
        writer.say(Run(f"{fact.label}: ", strong=True), fact.value or _("ikke oppgitt"))
    return writer.document(STATUS, reading)
