"""Tables of figures: the plan's own, and those on their way in."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models import Plan, PlanObject


class DataTable(PlanObject):
    """A table of figures that belongs to the plan itself, kept as it came."""

    record = Record(
        kind="data_table",
        path="evidence/tables/*.toml",
        fields=(
            "title",
            "source",
            "licence",
            "unit",
            "vintage",
            "retrieved_on",
            "invented",
            "sha256",
            "accepted",
        ),
        sidecar=("content", ".csv"),
    )

    title = models.CharField(_("tittel"), max_length=200)
    source = models.CharField(_("kilde"), max_length=300)
    licence = models.CharField(_("vilkår"), max_length=120, blank=True)
    unit = models.CharField(_("enhet"), max_length=60)
    vintage = models.CharField(_("utgave"), max_length=60, blank=True)
    retrieved_on = models.DateField(_("hentet"), null=True, blank=True)
    invented = models.BooleanField(_("oppdiktet"), default=False)
    sha256 = models.CharField(_("kontrollsum"), max_length=64)
    # What is odd about the figures and was taken in all the same: `acceptance.Acceptance`.
    accepted = models.JSONField(_("godtatte funn"), default=list, blank=True)
    content = models.TextField(_("innhold"))

    class Meta(PlanObject.Meta):
        verbose_name = _("datatabell")
        verbose_name_plural = _("datatabeller")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title


class TableDraft(models.Model):
    """A file of figures on its way in: read, looked over, and no part of the plan yet."""

    key = models.UUIDField(_("nøkkel"), default=uuid4, unique=True, editable=False)
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="table_drafts", verbose_name=_("plan")
    )
    table = models.ForeignKey(
        DataTable,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="drafts",
        verbose_name=_("datatabell som får nye tall"),
    )
    table_revision = models.PositiveIntegerField(_("revisjon av datatabellen"), default=0)
    begun_by = models.CharField(_("begynt av"), max_length=200)
    file_name = models.CharField(_("filnavn"), max_length=200)
    about = models.JSONField(_("om tallene"), default=dict)
    accepted = models.JSONField(_("godtatte funn"), default=list)
    content = models.TextField(_("innhold"))
    revision = models.PositiveIntegerField(_("revisjon"), default=1)
    changed_at = models.DateTimeField(_("sist endret"), auto_now=True)

    class Meta:
        verbose_name = _("kladd til datatabell")
        verbose_name_plural = _("kladder til datatabeller")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return str(self.about.get("title") or self.file_name)
