"""Nouns of the actor house, one a file."""

from temaplan.workbench.actor.models.contact import Contact
from temaplan.workbench.actor.models.group import Group, GroupMember
from temaplan.workbench.actor.models.organisation import Organisation

__all__ = ["Contact", "Group", "GroupMember", "Organisation"]
