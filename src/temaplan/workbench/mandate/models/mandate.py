"""The order itself."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.models.source_document import SourceDocument
from temaplan.workbench.mandate.vocabulary import (
    CATEGORIES,
    MANDATE_STATE,
    MANDATE_STATES,
    MANDATE_VERBS,
)
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


class Mandate(PlanObject):
    """One order, in its exact words. Never deleted once it stands in a document."""

    record = Record(
        kind="mandate",
        path="mandate/*.md",
        fields=(
            "title",
            "document",
            "position",
            "verb",
            "category",
            "addressee",
            "deadline_text",
            "deadline",
            "deadline_interpreted",
            "postponed_to",
            "partners",
            "state",
        ),
        body="wording",
    )

    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name=_("kildedokument"),
    )
    position = models.PositiveSmallIntegerField(_("rekkefølge i dokumentet"), default=1)
    title = models.CharField(_("kort tittel"), max_length=200)
    wording = models.TextField(
        _("ordlyd"), help_text=_("Nøyaktig slik det står i kilden, også skrivefeil.")
    )
    verb = TermField(_("verb"), terms=MANDATE_VERBS)
    category = TermField(_("kategori"), terms=CATEGORIES, blank=True)
    addressee = models.CharField(_("mottaker"), max_length=120, blank=True)
    deadline_text = models.CharField(
        _("frist med ordrens ord"), max_length=120, blank=True, help_text=_("«første tertial 2008»")
    )
    deadline = models.DateField(_("beregnet frist"), null=True, blank=True)
    deadline_interpreted = models.BooleanField(
        _("tolket frist"), default=False, help_text=_("Ordren sier ikke hele datoen selv.")
    )
    postponed_to = models.DateField(
        _("utsatt til"), null=True, blank=True, help_text=_("Ny frist etter en utsettelse.")
    )
    partners = models.ManyToManyField(
        Organisation, blank=True, related_name="mandates", verbose_name=_("samarbeidspartnere")
    )
    state = TermField(_("status"), terms=MANDATE_STATES, default="open")

    class Meta(PlanObject.Meta):
        verbose_name = _("mandat")
        verbose_name_plural = _("mandater")
        ordering = [
            models.F("document__year").asc(nulls_last=True),
            models.F("document__tertial").asc(nulls_first=True),
            "document_id",
            "position",
            "pk",
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def due(self) -> date | None:
        """The day by which it must be answered: the order's own, or the one it was moved to."""
        return self.postponed_to or self.deadline

    @property
    def is_closed(self) -> bool:
        """Tell whether it no longer waits for an answer."""
        return MANDATE_STATE[self.state].closed

    def is_late(self, as_of: date) -> bool:
        """Tell whether it waits for an answer on a day after its deadline."""
        return not self.is_closed and self.due is not None and self.due < as_of
