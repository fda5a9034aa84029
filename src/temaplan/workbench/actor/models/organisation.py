"""Nouns of the actor house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, LEVELS
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField

__all__ = ["Organisation"]


class Organisation(PlanObject):
    """An organisation that can act, or must be heard."""

    record = Record(
        kind="organisation",
        path="actor/organisations.csv",
        fields=("name", "short_name", "org_number", "group", "level", "note"),
    )

    name = models.CharField(_("navn"), max_length=200)
    short_name = models.CharField(
        _("kortnavn i tabeller"), max_length=40, blank=True, help_text=_("For eksempel BVD.")
    )
    org_number = models.CharField(
        _("organisasjonsnummer"),
        max_length=9,
        blank=True,
        help_text=_("Ni siffer. Kontrollsifferet blir sjekket."),
    )
    group = TermField(_("gruppe"), terms=ACTOR_GROUPS)
    level = TermField(_("nivå"), terms=LEVELS, blank=True)
    note = models.TextField(_("merknad"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("aktør")
        verbose_name_plural = _("aktører")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The short name where there is one: for tables."""
        return self.short_name or self.name
