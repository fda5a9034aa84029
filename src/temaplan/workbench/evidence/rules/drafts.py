"""Files of figures on their way in: what may be accepted, and when they may be taken in."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def may_accept(*, must_mend: bool) -> Verdict:
    """Tell whether a person may answer for something odd: never for what cannot be read."""
    if must_mend:
        return Refused(_("Dette må rettes: tallene kan ikke brukes slik de står."))
    return Allowed()


def may_accept_together(*, is_error: bool) -> Verdict:
    """Tell whether several of a kind may be accepted at once: never errors."""
    if is_error:
        return Refused(_("En feil godtas for seg, med sin egen begrunnelse."))
    return Allowed()


def reason_given(reason: str) -> Verdict:
    """Tell whether it is said why something odd is taken in."""
    if reason.strip():
        return Allowed()
    return Refused(_("Skriv hvorfor tallene kan brukes likevel."))


def may_take_in(*, to_mend: int, to_judge: int, rows: int) -> Verdict:
    """Tell whether a file may be taken in: everything odd is mended or accepted."""
    if to_mend:
        return Refused(
            ngettext(
                "%(number)d feil må rettes først.", "%(number)d feil må rettes først.", to_mend
            )
            % {"number": to_mend}
        )
    if to_judge:
        return Refused(
            ngettext(
                "%(number)d funn må rettes eller godtas først.",
                "%(number)d funn må rettes eller godtas først.",
                to_judge,
            )
            % {"number": to_judge}
        )
    return Allowed() if rows else Refused(_("Filen har ingen tall."))


def is_as_read(*, revision: int, now: int) -> Verdict:
    """Tell whether nobody has changed the draft since the person read it."""
    if revision == now:
        return Allowed()
    return Refused(_("Noen andre endret kladden mens du leste. Se over den på nytt."))


def table_is_as_read(*, revision: int, now: int) -> Verdict:
    """Tell whether nobody has changed the table since the new figures were brought."""
    if revision == now:
        return Allowed()
    return Refused(
        _("Noen andre endret datatabellen etter at filen ble lest. Les filen inn på nytt.")
    )
