"""«Roller»: who can be what to which challenge, and with which room for action (S26)."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.silence import write_silence
from temaplan.workbench.overview.documents.markdown import line_of
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import first_up, listed
from temaplan.workbench.overview.documents.writer import CHAPTER, SECTION, Writer

EMPTY = "–"


def write_roles(writer: Writer, reading: Reading, chapter: int) -> None:
    """Write the chapter: the matrix, then the room for action."""
    writer.heading(CHAPTER, f"{chapter}", _("Roller"), "roller")
    write_silence(writer, reading, "role")
    if not any(each.roles.all() for each in reading.challenges):
        writer.say(_("Ingen roller er fordelt ennå."), kind="missing")
        return
    writer.heading(SECTION, f"{chapter}.1", _("Hvem kan gjøre hva"), "hvem-kan-gjore-hva")
    writer.say(_("Den som leder, står med fet skrift. En strek betyr at ingen er vurdert."))
    writer.table(role_matrix(reading.challenges))
    for role in (role for each in reading.challenges for role in each.roles.all()):
        writer.name(role.organisation.ref)
    if leaderless := listed(
        [f"«{each.title}»" for each in reading.challenges if not leaders(each)]
    ):
        writer.say(
            _("Ingen er pekt ut til å lede %(which)s.") % {"which": leaderless}, kind="missing"
        )
    writer.heading(SECTION, f"{chapter}.2", _("Handlingsrom"), "handlingsrom")
    writer.table(_room(reading.challenges))


def leaders(challenge: Challenge) -> Sequence[RoleAssignment]:
    """Return the roles that lead a challenge."""
    return [role for role in challenge.roles.all() if role.leads]


def role_matrix(challenges: Sequence[Challenge]) -> Table:
    """Return challenge × group of actors; a cell names the actors with their roles."""
    used = {role.organisation.group for each in challenges for role in each.roles.all()}
    groups = [group for group in ACTOR_GROUPS if group.code in used]
    groups.sort(key=lambda group: group.code != "municipality")
    rows = tuple(
        (
            (Run(f"{each.number} {each.title}", href=f"#{anchor_of(each)}"),),
            *(_cell(_in_group(each, group.code)) for group in groups),
        )
        for each in challenges
    )
    head = (_("Utfordring"), *(first_up(str(group.label)) for group in groups))
    return Table(_("Roller etter utfordring og gruppe av aktører"), "tabell-roller", head, rows)


def _in_group(challenge: Challenge, group: str) -> Iterator[RoleAssignment]:
    return (role for role in challenge.roles.all() if role.organisation.group == group)


def _cell(roles: Iterable[RoleAssignment]) -> Inline:
    runs: list[Run] = []
    for role in roles:
        if runs:
            runs.append(Run("; "))
        runs.append(Run(f"{role.organisation.label}: "))
        runs.append(Run(role_words(role), href=role.ref, strong=role.leads))
    return tuple(runs) or (Run(EMPTY),)


def role_words(role: RoleAssignment) -> str:
    """Return the role, and that it leads."""
    word = str(role.get_role_display())
    return _("%(role)s, leder") % {"role": word} if role.leads else word


def _room(challenges: Sequence[Challenge]) -> Table:
    head = (_("Aktør og rolle"), _("Utfordring"), _("Økonomisk"), _("Menneskelig"), _("Rettslig"))
    rows = tuple(_room_row(each, role) for each in challenges for role in each.roles.all())
    return Table(_("Handlingsrom for hver rolle"), "tabell-handlingsrom", head, rows)


def _room_row(challenge: Challenge, role: RoleAssignment) -> tuple[Inline, ...]:
    rooms = (role.economic_room, role.human_room, role.legal_room)
    return (
        (
            Run(f"{role.organisation.label}: "),
            Run(role_words(role), href=role.ref),
            *((Run(". "), *line_of(role.note)) if role.note else ()),
        ),
        (Run(f"{challenge.number}", href=f"#{anchor_of(challenge)}"),),
        *(line_of(room) or (Run(_("ikke vurdert")),) for room in rooms),
    )
