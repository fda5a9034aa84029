"""The actor house's part of the trace: organisations are ends of the chain."""

from django.urls import reverse

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.plan.trace import Traced


def _address(actor: Organisation) -> str:
    return reverse("actor", kwargs={"plan": actor.plan.slug, "slug": actor.slug})


def _nowhere(actor: Organisation) -> tuple[str, str] | None:
    """Documents name an actor where it has a role; it has no place of its own."""
    return None


TRACED: tuple[Traced, ...] = (Traced(Organisation, str, _address, _nowhere),)
