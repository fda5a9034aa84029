"""Where the pages of the challenge house are."""

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.plan.access import Access


def house_url(access: Access, name: str = "challenges") -> str:
    """Return the address of a page about all challenges."""
    return reverse(name, kwargs={"plan": access.plan.slug})


def challenge_url(access: Access, challenge: Challenge, name: str = "challenge") -> str:
    """Return the address of a page about one challenge."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": challenge.slug})


def role_url(access: Access, challenge: Challenge, role: str, name: str) -> str:
    """Return the address of a page about one role in a challenge."""
    kept = {"plan": access.plan.slug, "slug": challenge.slug, "role": role}
    return reverse(name, kwargs=kept)


def actor_url(access: Access, actor: Organisation) -> str:
    """Return the address of an actor's page."""
    return reverse("actor", kwargs={"plan": access.plan.slug, "slug": actor.slug})


def to_challenges(access: Access) -> Action:
    """Lead back to the list."""
    return Action(_("Utfordringer"), house_url(access))


def to_challenge(access: Access, challenge: Challenge) -> Action:
    """Lead back to one challenge."""
    return Action(str(challenge), challenge_url(access, challenge))
