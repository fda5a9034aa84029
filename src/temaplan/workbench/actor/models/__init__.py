"""Nouns of the actor house, one a file."""

from temaplan.workbench.actor.models.organisation import Organisation

__all__ = ["Organisation"]
