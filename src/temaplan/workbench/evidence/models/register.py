"""The register: what the plan knows from where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.evidence.vocabulary import EVIDENCE_KINDS, LAYERS
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.plan.models import Attachment, PlanObject
from temaplan.workbench.plan.terms import TermField


class Evidence(PlanObject):
    """One entry of the register: a report, an analysis, a meeting, a set of statistics."""

    record = Record(
        kind="evidence",
        path="evidence/*.md",
        fields=(
            "title",
            "position",
            "kind",
            "mandates",
            "commissioner",
            "author",
            "year",
            "geography",
            "method",
            "limits",
            "link",
            "file",
            "layer",
        ),
        body="description",
    )

    position = models.PositiveSmallIntegerField(_("rekkefølge"), default=1)
    title = models.CharField(_("tittel"), max_length=300)
    kind = TermField(_("type"), terms=EVIDENCE_KINDS)
    description = models.TextField(_("beskrivelse"), blank=True)
    mandates = models.ManyToManyField(
        Mandate, blank=True, related_name="evidence", verbose_name=_("mandater den tjener")
    )
    commissioner = models.CharField(_("bestilt av"), max_length=300, blank=True)
    author = models.CharField(_("utført av"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(_("år"), null=True, blank=True)
    geography = models.CharField(_("geografi"), max_length=300, blank=True)
    method = models.TextField(_("metode"), blank=True)
    limits = models.TextField(_("begrensninger"), blank=True)
    link = models.URLField(_("lenke"), max_length=500, blank=True)
    file = models.ForeignKey(
        Attachment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("fil"),
    )
    layer = TermField(_("hvem kan lese"), terms=LAYERS, default="public")

    class Meta(PlanObject.Meta):
        verbose_name = _("kunnskapskilde")
        verbose_name_plural = _("kunnskapskilder")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
