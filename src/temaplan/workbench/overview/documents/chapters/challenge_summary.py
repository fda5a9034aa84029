"""«Utfordringer og roller» in short: one line for each challenge, the rest stands elsewhere."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.overview.documents.chapters.challenges import unfounded
from temaplan.workbench.overview.documents.chapters.roles import leaders
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.kinds import CHALLENGES
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import listed
from temaplan.workbench.overview.documents.writer import CHAPTER, Writer


def write_challenge_summary(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter."""
    writer.heading(CHAPTER, f"{chapter}", _("Utfordringer og roller"), "utfordringer")
    told = write_silence(writer, reading, "challenge")
    if not reading.challenges:
        if not told:
            writer.say(_("Ingen utfordringer er skrevet ennå."), kind="missing")
        return
    head = (_("Utfordring"), _("Bygger på"), _("Leder"))
    rows = tuple(_row(each) for each in reading.challenges)
    writer.table(Table(_("Utfordringene i korthet"), "tabell-utfordringer", head, rows))
    if titles := unfounded(reading):
        writer.say(
            _("Ikke dokumentert i åpne kilder: %(titles)s.") % {"titles": titles}, kind="missing"
        )
    link = Run(str(CHALLENGES.title), href=f"document/{CHALLENGES.name}")
    writer.say(_("Alt om utfordringene og rollene står i "), link, ".")


def _row(challenge: Challenge) -> tuple[Inline, ...]:
    numbers = [str(finding.number) for finding in challenge.findings.all()]
    grounds = (
        _("funn\u00a0%(numbers)s") % {"numbers": listed(numbers)}
        if numbers
        else _("ikke dokumentert")
    )
    names = listed([role.organisation.label for role in leaders(challenge)])
    return (
        (Run(f"{challenge.number} {challenge.title}", href=challenge.ref),),
        (Run(grounds),),
        (Run(names or _("ingen ennå")),),
    )
