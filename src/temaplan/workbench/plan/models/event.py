"""The event log: append only, hash-chained, one chain per plan and one per municipality.

An event holds no foreign keys, so history never blocks or follows deletion. The
old and new values lie in an erasable row beside it, and the event itself holds
only a salted hash of them, so that a duty to erase is met and the chain still
verifies. UPDATE and DELETE are refused by triggers on both databases.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import VERBS


class Event(models.Model):
    """Who did what with which object, when, and the hash that ties it to the one before."""

    chain = models.CharField(_("kjede"), max_length=40)  # "plan/12", "municipality/3"
    number = models.PositiveIntegerField(_("nummer"))
    at = models.DateTimeField(_("tidspunkt"))
    person_id_kept = models.BigIntegerField(_("person"), null=True, blank=True)
    person_name = models.CharField(_("utført av"), max_length=120)
    verb = TermField(_("handling"), terms=VERBS)
    ref = models.CharField(_("objekt"), max_length=140)
    title = models.CharField(_("tittel"), max_length=300)
    reason = models.TextField(_("begrunnelse"), blank=True)
    values_hash = models.CharField(_("kontrollsum av verdiene"), max_length=64)
    previous_hash = models.CharField(_("kontrollsum av forrige"), max_length=64, blank=True)
    hash = models.CharField(_("kontrollsum"), max_length=64)

    class Meta:
        verbose_name = _("hendelse")
        verbose_name_plural = _("hendelser")
        ordering = ["chain", "number"]
        indexes = [models.Index(fields=["chain", "ref"], name="event_chain_ref")]
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="event_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.ref}"


class EventValues(models.Model):
    """Old and new values of an event with their salt; may be erased, never changed."""

    event = models.OneToOneField(
        Event,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        related_name="values",
        verbose_name=_("hendelse"),
    )
    salt = models.CharField(_("salt"), max_length=64)
    before = models.JSONField(_("før"), null=True)
    after = models.JSONField(_("etter"), null=True)

    class Meta:
        verbose_name = _("verdier i en hendelse")
        verbose_name_plural = _("verdier i hendelser")

    def __str__(self) -> str:
        return str(self.event_id)
