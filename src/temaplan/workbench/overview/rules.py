"""What may be done with confirmations of rules, and the sentence when it may not."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def may_confirm(*, by_person: bool, applies: bool, stands: bool) -> Verdict:
    """Tell whether somebody may confirm a rule.

    `stands` when a confirmation of the same version is there already.
    """
    if not by_person:
        return Refused(_("Denne regelen kontrolleres mot planens data. Den kan ikke bekreftes."))
    if not applies:
        return Refused(_("Regelen gjelder ikke for denne plantypen, så den skal ikke bekreftes."))
    if stands:
        return Refused(_("Regelen er alt bekreftet. Trekk den bekreftelsen først."))
    return Allowed()


def confirmation_is_founded(*, day: date, as_of: date, reason: str) -> Verdict:
    """Tell whether a confirmation says when and why."""
    if day > as_of:
        return Refused(
            _("Datoen %(day)s er ikke kommet ennå. Planen leses per %(as_of)s.")
            % {"day": written_date(day), "as_of": written_date(as_of)}
        )
    if not reason.strip():
        return Refused(_("Skriv hva du har sett, så andre kan se etter det samme."))
    return Allowed()


def may_withdraw(*, stands: bool, reason: str) -> Verdict:
    """Tell whether a confirmation may be withdrawn."""
    if not stands:
        return Refused(_("Bekreftelsen er alt trukket."))
    if not reason.strip():
        return Refused(_("Skriv hvorfor bekreftelsen trekkes."))
    return Allowed()
