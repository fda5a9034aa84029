"""*Status og videre arbeid*: what is ordered, what is known, what happens next (S1)."""

from django.utils.translation import gettext as _

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.chapters.about import write_about
from temaplan.workbench.overview.documents.chapters.challenge_summary import (
    write_challenge_summary,
)
from temaplan.workbench.overview.documents.chapters.knowledge import write_knowledge
from temaplan.workbench.overview.documents.chapters.opening import write_opening
from temaplan.workbench.overview.documents.chapters.orders import write_orders
from temaplan.workbench.overview.documents.chapters.scope import write_scope
from temaplan.workbench.overview.documents.chapters.sources import write_sources
from temaplan.workbench.overview.documents.chapters.timeline import write_timeline
from temaplan.workbench.overview.documents.chapters.unknown import write_unknown
from temaplan.workbench.overview.documents.gaps import gaps
from temaplan.workbench.overview.documents.kinds import STATUS
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import Writer


def status_document(reading: Reading) -> PlanDocument:
    """Build the document from what the public may read of the plan."""
    writer = Writer(reading)
    write_opening(writer, reading)
    write_about(writer, reading, 1)
    write_scope(writer, reading, "1.4")
    write_orders(writer, reading, 2)
    write_knowledge(writer, reading, 3)
    write_challenge_summary(writer, reading, 4)
    write_timeline(writer, reading, 5)
    write_unknown(writer, reading, 6, _("Det vi ikke vet"), gaps(reading))
    write_sources(writer, reading, with_orders=True)
    return writer.document(STATUS)
