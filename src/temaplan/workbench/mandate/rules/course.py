"""Steps in the life of an order: answered, postponed, absorbed, withdrawn, opened again."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.mandate.vocabulary import MANDATE_STATE, Step
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.wording import listed


def may_take(step: Step, *, state: str, held_by: Sequence[str] = ()) -> Verdict:
    """Tell whether a step may be taken in the order's present state.

    `held_by` names the later orders whose relation gave it that state.
    """
    if state not in step.possible_from:
        return _not_from(state)
    if step.code == "reopen" and held_by:
        return Refused(
            _("Ordren har status «%(state)s» på grunn av %(orders)s. Fjern det forholdet i stedet.")
            % {"state": MANDATE_STATE[state].label, "orders": listed([f"«{t}»" for t in held_by])}
        )
    return Allowed()


def _not_from(state: str) -> Refused:
    if MANDATE_STATE[state].closed:
        return Refused(
            _("Ordren har status «%(state)s». Åpne den igjen før du gjør noe mer med den.")
            % {"state": MANDATE_STATE[state].label}
        )
    return Refused(
        _("Ordren har status «%(state)s». Da kan du ikke gjøre dette.")
        % {"state": MANDATE_STATE[state].label}
    )


def may_become(title: str, *, state: str, becomes: str) -> Verdict:
    """Tell whether a later order may give an order its new state."""
    if not becomes or not MANDATE_STATE[state].closed or state == becomes:
        return Allowed()
    return Refused(
        _("«%(title)s» har status «%(state)s». Åpne den igjen før en annen ordre endrer den.")
        % {"title": title, "state": MANDATE_STATE[state].label}
    )


def reason_given(reason: str) -> Verdict:
    """Tell whether the reason that every step must have is there."""
    if reason.strip():
        return Allowed()
    return Refused(_("Skriv en begrunnelse, så den står i historikken til ordren."))


def new_deadline_fits(new: date | None, *, old: date | None) -> Verdict:
    """Tell whether an order can be postponed to a day."""
    if new is None or old is None or new > old:
        return Allowed()
    return Refused(
        _("Den nye fristen %(new)s må være etter den gamle, som er %(old)s.")
        % {"new": written_date(new), "old": written_date(old)}
    )


def undecided_warning(title: str, taken_in: Sequence[str]) -> str:
    """Warn that an order holds questions that nobody has decided; nothing when it holds none."""
    if not taken_in:
        return ""
    return ngettext(
        "%(taken_in)s inngår i «%(title)s», og det spørsmålet er ikke avgjort.",
        "%(taken_in)s inngår i «%(title)s», og de spørsmålene er ikke avgjort.",
        len(taken_in),
    ) % {"taken_in": listed([f"«{each}»" for each in taken_in]), "title": title}
