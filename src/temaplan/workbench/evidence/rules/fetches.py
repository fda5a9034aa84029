"""Figures from the statistics office: whether they may be fetched, and taken in."""

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

UNDER_WAY = ("waiting", "running")


def may_fetch(*, allowed_from: str) -> Verdict:
    """Tell whether the one who runs Temaplan has allowed figures to be fetched."""
    if allowed_from:
        return Allowed()
    return Refused(
        _(
            "Henting fra SSB er ikke slått på her. Last ned tabellen som CSV fra ssb.no, og legg "
            "den til som fil."
        )
    )


def may_try_again(*, state: str, silent: bool) -> Verdict:
    """Tell whether the office may be asked again: after a fault, or when nothing is heard."""
    if state == "failed" or (state in UNDER_WAY and silent):
        return Allowed()
    return Refused(_("Hentingen har ikke stoppet."))


def may_look_over(*, state: str) -> Verdict:
    """Tell whether fetched figures may be looked over, so that they can be taken in."""
    if state in UNDER_WAY:
        return Refused(_("Tallene er ikke kommet ennå."))
    if state == "failed":
        return Refused(_("Tallene ble ikke hentet."))
    if state == "taken_in":
        return Refused(_("Tallene er tatt inn."))
    return Allowed()
