"""*Utfordringsdokument*: what the plan must answer, on which ground, and who can act."""

from temaplan.documents.document import PlanDocument, Run
from temaplan.workbench.overview.documents.kinds import CHALLENGES
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import SECTION, Writer


def challenge_document(reading: Reading) -> PlanDocument:
    """Build the document from what the public may read of the plan."""
    writer = Writer()
    for challenge in reading.challenges:
        anchor = challenge.ref.replace("/", "-")
        writer.heading(SECTION, f"3.{challenge.number}", challenge.title, anchor)
        writer.say(Run(challenge.what_we_see, href=challenge.ref))
    return writer.document(CHALLENGES, reading)
