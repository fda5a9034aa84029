"""Who may be given a role, lose it, or get a new password from somebody else."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.vocabulary import ROLE, Capability


def may_give_role(
    role: str, *, in_municipality: bool, ends_on: date | None, today: date
) -> Verdict:
    """Tell whether this role can be given here, until this day."""
    chosen = ROLE.get(role)
    fits = chosen is not None and (chosen.in_municipality if in_municipality else chosen.on_plan)
    if chosen is None or not fits:
        return Refused(_("Denne rollen kan ikke gis her. Velg en av rollene i listen."))
    if chosen.by_contract and ends_on is None:
        return Refused(
            _("Skriv når avtalen slutter. En %(role)s mister tilgangen etter den dagen.")
            % {"role": chosen.label}
        )
    if ends_on is not None and ends_on < today:
        return Refused(
            _("Sluttdatoen %(day)s er passert. Skriv en senere dag, eller avslutt rollen.")
            % {"day": written_date(ends_on)}
        )
    return Allowed()


def may_end_role(role: str, *, others: int) -> Verdict:
    """Tell whether a role may end; `others` can look after the same people without end date."""
    if others or Capability.MANAGE_PEOPLE not in ROLE[role].capabilities:
        return Allowed()
    if Capability.ADMINISTER in ROLE[role].capabilities:
        return Refused(
            _(
                "Dette er den siste administratoren uten sluttdato i kommunen. "
                "Gi rollen til en annen først."
            )
        )
    return Refused(
        _("Ingen andre uten sluttdato kan gi roller på planen. Gjør en annen til planlegger først.")
    )


def may_hand_over_link(*, manages_every_role: bool) -> Verdict:
    """Tell whether somebody may have another's password address in hand.

    Whoever holds it can become that person, so it takes the right to give every role
    that the person has.
    """
    if manages_every_role:
        return Allowed()
    return Refused(
        _(
            "Personen har en rolle som du ikke kan gi. Be en administrator der om en ny "
            "adresse for passord."
        )
    )
