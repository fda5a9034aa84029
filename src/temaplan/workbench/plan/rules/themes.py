"""What may be done with the themes of a plan."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.vocabulary import THEME_SCOPE


def scope_is_explained(*, scope: str, reason: str, handled_in: str) -> Verdict:
    """Tell whether a theme that is left out says why, and where it is handled instead."""
    if not THEME_SCOPE[scope].needs_reason:
        return Allowed()
    if not reason.strip():
        return Refused(_("Skriv hvorfor temaet ikke er med i planen."))
    if not handled_in.strip():
        return Refused(
            _(
                "Skriv hvor temaet blir behandlet i stedet. Skriv «ingen steder nå» hvis ingen "
                "annen plan tar det opp."
            )
        )
    return Allowed()


def theme_is_new(title: str, *, titles: Iterable[str]) -> Verdict:
    """Tell whether the plan does not have the theme already."""
    plain = _plain(title)
    taken = next((each for each in titles if _plain(each) == plain), None)
    if taken is None:
        return Allowed()
    return Refused(_("Planen har allerede temaet «%(title)s».") % {"title": taken})


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def may_discard_theme(*, in_a_document: bool) -> Verdict:
    """Tell whether a theme may be removed from the list."""
    if in_a_document:
        return Refused(
            _(
                "Temaet står i et dokument som er hentet ut som fil. "
                "Sett det som «ikke med i planen» i stedet."
            )
        )
    return Allowed()
