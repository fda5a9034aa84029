"""The roles in one challenge, as rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.views.addresses import actor_url, challenge_url, role_url
from temaplan.workbench.pages.cells import Action, Block, Cell
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability


@dataclass(frozen=True)
class RoleRow:
    """One actor's role, with what is known of its room for action."""

    actor: Cell
    role: str
    leads: bool
    rooms: Sequence[tuple[str, str]]
    links: Sequence[Cell]


def role_block(access: Access, challenge: Challenge) -> Block:
    """Return the part of the page that says who can do what."""
    add = Action(_("Legg til rolle"), challenge_url(access, challenge, "role-add"))
    context = {
        "rows": [_row(access, challenge, role) for role in challenge.roles.all()],
        "add": add if access.may(Capability.EDIT) else None,
    }
    return Block(_("Roller og handlingsrom"), "challenge/role_rows.html", context, "roller")


def _row(access: Access, challenge: Challenge, role: RoleAssignment) -> RoleRow:
    rooms = (
        (_("Økonomisk"), role.economic_room),
        (_("Menneskelig"), role.human_room),
        (_("Rettslig"), role.legal_room),
        (_("Merknad"), role.note),
    )
    return RoleRow(
        actor=Cell(role.organisation.name, actor_url(access, role.organisation)),
        role=str(role.get_role_display()),
        leads=role.leads,
        rooms=[(label, text) for label, text in rooms if text],
        links=_links(access, challenge, role),
    )


def _links(access: Access, challenge: Challenge, role: RoleAssignment) -> Sequence[Cell]:
    if not access.may(Capability.EDIT):
        return ()
    about = f"{role.organisation.name}: {role.get_role_display()}"
    return (
        Cell(_("Endre"), role_url(access, challenge, role.slug, "role-change"), about=about),
        Cell(_("Fjern"), role_url(access, challenge, role.slug, "role-remove"), about=about),
    )
