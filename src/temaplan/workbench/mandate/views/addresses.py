"""Where the pages of the mandate house are."""

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.plan.access import Access


def house_url(access: Access, name: str = "mandates") -> str:
    """Return the address of a page about all orders or all sources."""
    return reverse(name, kwargs={"plan": access.plan.slug})


def order_url(access: Access, order: Mandate, name: str = "mandate") -> str:
    """Return the address of a page about one order."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": order.slug})


def part_url(access: Access, order: Mandate, part: str, name: str) -> str:
    """Return the address of a page about a part of an order."""
    kept = {"plan": access.plan.slug, "slug": order.slug, "part": part}
    return reverse(name, kwargs=kept)


def source_url(access: Access, source: SourceDocument, name: str = "source") -> str:
    """Return the address of a page about one source document."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": source.slug})


def to_orders(access: Access) -> Action:
    """Lead back to the list of orders."""
    return Action(_("Mandat"), house_url(access))


def to_order(access: Access, order: Mandate) -> Action:
    """Lead back to one order."""
    return Action(order.title, order_url(access, order))


def actor_url(access: Access, actor: Organisation) -> str:
    """Return the address of an actor's page."""
    return reverse("actor", kwargs={"plan": access.plan.slug, "slug": actor.slug})
