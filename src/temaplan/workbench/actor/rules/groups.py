"""What may be done with groups and their members, and what a group lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.actor.rules.actors import plain_name
from temaplan.workbench.actor.vocabulary import GROUP_KIND, MEMBER_ROLES, ONE_AT_A_TIME
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.terms import by_code
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

_ROLE = by_code(MEMBER_ROLES)


@dataclass(frozen=True)
class Seat:
    """What the rules know of one member: all but the row itself."""

    name: str
    organisation: int | None
    role: str
    member_from: date | None = None
    member_to: date | None = None

    def meets(self, other: "Seat") -> bool:
        """Tell whether the two sit at the same time, an open end counting as always."""
        return _before(self.member_from, other.member_to) and _before(
            other.member_from, self.member_to
        )


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def sits(start: date | None, end: date | None, day: date) -> bool:
    """Tell whether a seat is held on a day, an open end counting as always."""
    return _before(start, day) and _before(day, end)


def lacks_declaration(declared_on: date | None, kind: str) -> bool:
    """Tell whether somebody in a group of this kind still has to declare impartiality."""
    return declared_on is None and GROUP_KIND[kind].needs_declaration


def in_order(start: date | None, end: date | None) -> Verdict:
    """Tell whether a period ends after it begins."""
    if start is None or end is None or start <= end:
        return Allowed()
    return Refused(
        _("Perioden slutter %(end)s, før den begynner %(start)s. Rett en av datoene.")
        % {"end": written_date(end), "start": written_date(start)}
    )


def may_sit(seat: Seat, others: Iterable[Seat]) -> Verdict:
    """Tell whether somebody can sit in a group beside those who sit there at the same time."""
    order = in_order(seat.member_from, seat.member_to)
    if not order.allowed:
        return order
    beside = [other for other in others if seat.meets(other)]
    for other in beside:
        if _same(seat, other):
            return Refused(
                _("«%(name)s» sitter allerede i gruppen som %(role)s. Endre vervet der i stedet.")
                % {"name": other.name, "role": _ROLE[other.role].label}
            )
    for other in beside:
        if seat.role in ONE_AT_A_TIME and other.role == seat.role:
            return Refused(
                _("Gruppen har allerede «%(name)s» som %(role)s i denne perioden.")
                % {"name": other.name, "role": _ROLE[other.role].label}
            )
    return Allowed()


def _same(one: Seat, other: Seat) -> bool:
    return (plain_name(one.name), one.organisation) == (
        plain_name(other.name),
        other.organisation,
    )


def may_discard_group(*, members: int) -> Verdict:
    """Tell whether a group may be removed from the plan."""
    if members:
        return Refused(_("Gruppen har medlemmer. Sett sluttdato på dem, og la gruppen stå."))
    return Allowed()


def something_to_copy(members: Sequence[object], *, group: str) -> Verdict:
    """Tell whether a choice of members from another group holds anybody new."""
    if members:
        return Allowed()
    return Refused(
        _(
            "Ingen flere medlemmer av «%(group)s» hører til det du har valgt. Velg en annen "
            "gruppe, eller legg til medlemmet for hånd."
        )
        % {"group": group}
    )
