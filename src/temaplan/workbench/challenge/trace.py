"""The challenge house's part of the trace: challenges, and who can do what about them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.queries.challenges import (
    undocumented,
    without_lead,
    without_roles,
)
from temaplan.workbench.plan.terms import Term
from temaplan.workbench.plan.trace import BreakRule, Link, Traced


def _address(challenge: Challenge) -> str:
    return reverse("challenge", kwargs={"plan": challenge.plan.slug, "slug": challenge.slug})


def _place(challenge: Challenge) -> tuple[str, str]:
    return "challenges", f"utfordring-{challenge.slug}"


def _role_title(row: RoleAssignment) -> str:
    words = {
        "actor": row.organisation.label,
        "role": row.get_role_display(),
        "challenge": row.challenge,
    }
    if row.leads:
        return _("%(actor)s leder som %(role)s i «%(challenge)s»") % words
    return _("%(actor)s er %(role)s i «%(challenge)s»") % words


def _role_address(row: RoleAssignment) -> str:
    kept = {"plan": row.plan.slug, "slug": row.challenge.slug}
    return f"{reverse('challenge', kwargs=kept)}#roller"


def _role_place(row: RoleAssignment) -> tuple[str, str]:
    return _place(row.challenge)


TRACED = (
    Traced(Challenge, str, _address, _place),
    Traced(
        RoleAssignment,
        _role_title,
        _role_address,
        _role_place,
        related=("challenge", "organisation"),
    ),
)

LINKS = (
    Link(
        Challenge,
        "findings",
        Term("rests_on", gettext_lazy("bygger på")),
        gettext_lazy("grunnlag for"),
    ),
    Link(
        RoleAssignment,
        "challenge",
        Term("role_in", gettext_lazy("gjelder")),
        gettext_lazy("hvem som kan gjøre noe"),
    ),
    Link(
        RoleAssignment,
        "organisation",
        Term("role_of", gettext_lazy("utføres av")),
        gettext_lazy("har rollen"),
    ),
)

BREAKS = (
    BreakRule(
        "challenge_undocumented",
        undocumented,
        lambda row: _("Utfordringen «%(title)s» bygger ikke på noe funn.") % {"title": row},
    ),
    BreakRule(
        "challenge_without_roles",
        without_roles,
        lambda row: _("Ingen har sagt hvem som kan gjøre hva med «%(title)s».") % {"title": row},
    ),
    BreakRule(
        "challenge_without_lead",
        without_lead,
        lambda row: _("Ingen leder arbeidet med «%(title)s».") % {"title": row},
    ),
)
