"""Files that belong to a plan, kept as they came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models.plan_object import PlanObject


class Attachment(PlanObject):
    """A file with its checksum; the bytes are fsynced before this row names them."""

    record = Record(
        kind="attachment",
        path="attachments/attachments.csv",
        fields=("name", "media_type", "size", "sha256", "internal"),
        file_field="content",
    )

    name = models.CharField(_("filnavn"), max_length=200)
    media_type = models.CharField(_("filtype"), max_length=120)
    size = models.PositiveBigIntegerField(_("størrelse"))
    sha256 = models.CharField(_("kontrollsum"), max_length=64)
    content = models.FileField(_("fil"), upload_to="attachments/", max_length=300)
    internal = models.BooleanField(_("intern"), default=False)

    class Meta(PlanObject.Meta):
        verbose_name = _("vedlegg")
        verbose_name_plural = _("vedlegg")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
