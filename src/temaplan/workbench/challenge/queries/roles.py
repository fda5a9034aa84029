"""One role in a challenge."""

from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.models import Challenge, RoleAssignment


def role_of(challenge: Challenge, slug: str) -> RoleAssignment:
    """Fetch a role in the challenge, or answer 404."""
    row = challenge.roles.filter(slug=slug).select_related("plan", "organisation").first()
    if row is None:
        raise Http404(_("Utfordringen har ikke den rollen som adressen nevner."))
    return row
