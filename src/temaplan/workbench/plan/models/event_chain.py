"""The head of an event chain, kept on the row that the chain is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventChain(models.Model):
    """Abstract: number and hash of the newest event, locked while one is appended."""

    last_event_number = models.PositiveIntegerField(_("siste hendelse"), default=0)
    last_event_hash = models.CharField(_("kjedens ende"), max_length=64, blank=True)

    class Meta:
        abstract = True

    @property
    def chain(self) -> str:
        """Name of this row's chain in the event log."""
        return f"{self._meta.model_name}/{self.pk}"
