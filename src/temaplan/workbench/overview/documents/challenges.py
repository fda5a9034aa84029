"""*Utfordringsdokument*: what the plan must answer, on which ground, and who can act (S24–S26)."""

from django.utils.translation import gettext as _

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.chapters.challenges import write_challenges
from temaplan.workbench.overview.documents.chapters.ground import write_ground, write_known
from temaplan.workbench.overview.documents.chapters.opening import write_opening
from temaplan.workbench.overview.documents.chapters.roles import write_roles
from temaplan.workbench.overview.documents.chapters.sources import write_sources
from temaplan.workbench.overview.documents.chapters.unknown import write_unknown
from temaplan.workbench.overview.documents.gaps import gaps_under_challenges
from temaplan.workbench.overview.documents.kinds import CHALLENGES
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import Writer


def challenge_document(reading: Reading) -> PlanDocument:
    """Build the document from what the public may read of the plan."""
    writer = Writer(reading)
    write_opening(writer, reading)
    write_ground(writer, reading, 1)
    write_known(writer, reading, 2)
    write_challenges(writer, reading, 3)
    write_roles(writer, reading, 4)
    unknown = gaps_under_challenges(reading)
    write_unknown(writer, reading, 5, _("Hva som ikke er kjent"), unknown)
    write_sources(writer, reading, with_orders=False)
    return writer.document(CHALLENGES)
