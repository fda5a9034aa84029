"""Political documents in which orders are given or answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.mandate.vocabulary import SOURCE_KINDS
from temaplan.workbench.plan.models import Attachment, PlanObject
from temaplan.workbench.plan.terms import TermField


class SourceDocument(PlanObject):
    """A political document in which orders are given or answered."""

    record = Record(
        kind="source_document",
        path="mandate/documents/*.md",
        fields=(
            "title",
            "kind",
            "body_name",
            "year",
            "tertial",
            "period_start",
            "period_end",
            "decided_on",
            "case_number",
            "link",
            "file",
        ),
        body="note",
    )

    title = models.CharField(_("tittel"), max_length=200)
    kind = TermField(_("type dokument"), terms=SOURCE_KINDS)
    body_name = models.CharField(
        _("organ"), max_length=120, blank=True, help_text=_("Organet som vedtok eller fikk det.")
    )
    year = models.PositiveSmallIntegerField(
        _("år"), null=True, blank=True, help_text=_("Året dokumentet hører til.")
    )
    tertial = models.PositiveSmallIntegerField(_("tertial"), null=True, blank=True)
    period_start = models.PositiveSmallIntegerField(
        _("første år i perioden"), null=True, blank=True
    )
    period_end = models.PositiveSmallIntegerField(_("siste år i perioden"), null=True, blank=True)
    decided_on = models.DateField(_("vedtaksdato"), null=True, blank=True)
    case_number = models.CharField(_("saksnummer"), max_length=40, blank=True)
    link = models.URLField(_("lenke"), max_length=500, blank=True)
    file = models.ForeignKey(
        Attachment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="source_documents",
        verbose_name=_("fil"),
    )
    note = models.TextField(_("merknad"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("kildedokument")
        verbose_name_plural = _("kildedokumenter")
        ordering = [
            models.F("year").asc(nulls_last=True),
            models.F("tertial").asc(nulls_first=True),
            models.F("decided_on").asc(nulls_last=True),
            "pk",
        ]

    def __str__(self) -> str:
        return self.title
