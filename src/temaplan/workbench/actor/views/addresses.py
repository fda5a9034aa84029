"""Where the pages of the actor house are."""

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Group, Organisation
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.plan.access import Access


def list_url(access: Access, name: str = "actors") -> str:
    """Return the address of a page about all actors."""
    return reverse(name, kwargs={"plan": access.plan.slug})


def actor_url(access: Access, actor: Organisation, name: str = "actor") -> str:
    """Return the address of a page about one actor."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": actor.slug})


def contact_url(access: Access, actor: Organisation, contact: str, name: str) -> str:
    """Return the address of a page about one contact with an actor."""
    kept = {"plan": access.plan.slug, "slug": actor.slug, "contact": contact}
    return reverse(name, kwargs=kept)


def group_url(access: Access, group: Group, name: str = "group") -> str:
    """Return the address of a page about one group."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": group.slug})


def member_url(access: Access, group: Group, member: str, name: str) -> str:
    """Return the address of a page about one member of a group."""
    kept = {"plan": access.plan.slug, "slug": group.slug, "member": member}
    return reverse(name, kwargs=kept)


def to_groups(access: Access) -> Action:
    """Lead back to the list of groups."""
    return Action(_("Grupper"), list_url(access, "groups"))


def to_group(access: Access, group: Group) -> Action:
    """Lead back to one group."""
    return Action(group.name, group_url(access, group))


def to_actor(access: Access, actor: Organisation) -> Action:
    """Lead back to one actor."""
    return Action(actor.name, actor_url(access, actor))


def back(access: Access) -> Action:
    """Lead back to the list."""
    return Action(_("Aktører"), list_url(access))
