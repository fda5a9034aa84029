"""What may be done with challenges and roles, and what each of them lacks."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def number_is_free(number: int, taken: Mapping[int, str]) -> Verdict:
    """Tell whether a challenge may have this number; `taken` leads to who has each."""
    if number not in taken:
        return Allowed()
    return Refused(
        _(
            "Nummer %(number)d er brukt av «%(title)s». Velg nummer %(free)d, som er ledig, eller "
            "gi den andre et nytt nummer først."
        )
        % {"number": number, "title": taken[number], "free": first_free(taken)}
    )


def first_free(taken: Iterable[int]) -> int:
    """Return the lowest number that no challenge has."""
    used, number = set(taken), 1
    while number in used:
        number += 1
    return number


def role_is_new(*, actor: str, role: str, held: bool) -> Verdict:
    """Tell whether the actor does not have this role in the challenge already."""
    if held:
        return Refused(
            _("%(actor)s er allerede %(role)s i denne utfordringen. Endre den raden i stedet.")
            % {"actor": actor, "role": role}
        )
    return Allowed()


def may_discard(*, in_a_document: bool, used: bool) -> Verdict:
    """Tell whether a challenge may be removed, together with its roles."""
    if in_a_document:
        return Refused(
            _("Utfordringen står i et dokument som er hentet ut som fil. Endre den i stedet.")
        )
    if used:
        return Refused(_("Noe i planen bygger på utfordringen. Fjern koblingene først."))
    return Allowed()


def lacks_ground(findings: int) -> str:
    """Return the words for a challenge that rests on no finding."""
    return _("ikke dokumentert") if findings == 0 else ""


def lacks_lead(*, roles: int, leads: int) -> str:
    """Return the words for a challenge that nobody, or more than one, leads."""
    if roles == 0:
        return _("ingen roller")
    if leads == 0:
        return _("ingen leder")
    return _("flere leder") if leads > 1 else ""
