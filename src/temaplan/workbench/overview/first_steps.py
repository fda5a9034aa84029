"""What to do first in a new plan: shown until the plan has an order to answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.overview.menu import Menu
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability


@dataclass(frozen=True)
class FirstStep:
    """One thing to begin with, why, and where."""

    label: str
    why: str
    url: str
    done: bool


def first_steps(access: Access, menu: Menu) -> Sequence[FirstStep]:
    """Return the first steps for those who can take them, or nothing once work has begun."""
    numbers = {link.code: link.number or 0 for link in (*menu.links, *menu.also)}
    if numbers.get("mandate") or not access.may(Capability.EDIT):
        return ()
    plan, address = access.plan, [access.plan.slug]
    return (
        FirstStep(
            _("Registrer ordren som planen skal svare på"),
            _("Ordlyden fra vedtaket er det første leddet. Alt annet i planen bygger på den."),
            reverse("mandate-add", args=address),
            done=False,
        ),
        FirstStep(
            _("Fyll ut planens profil"),
            _("Formål, periode, planeier og hvem som vedtar. Det trykkes i dokumentene."),
            reverse("plan-profile-change", args=address),
            done=all((plan.purpose, plan.period_start, plan.owner, plan.adopting_body)),
        ),
        _timeline_step(reverse("timeline", args=address), numbers.get("timeline", 0)),
        FirstStep(
            _("Registrer det dere allerede vet"),
            _("Rapporter, statistikk, møter og intervjuer, så funn kan bygge på dem."),
            reverse("evidence-add", args=address),
            done=bool(numbers.get("evidence")),
        ),
    )


def _timeline_step(url: str, milestones: int) -> FirstStep:
    if milestones:
        why = _("Flytt milepælene til dager som passer, og sett ansvarlig.")
        return FirstStep(_("Gå gjennom tidslinjen"), why, url, done=False)
    why = _("Legg inn møter, utkast, høring og vedtak, med dato og ansvarlig.")
    return FirstStep(_("Sett opp tidslinjen"), why, url, done=False)
