"""What is computed from the plan and kept: pages, files, charts.

These rows can be thrown away and made again from the plan. They are keyed by the
hash of what they show, so an old one is never served for new content.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.models.plan import Plan


class PlanPage(models.Model):
    """The newest HTML of one document in one language, with the event it was built at."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="pages", verbose_name=_("plan")
    )
    document = models.CharField(_("dokument"), max_length=40)
    language = models.CharField(_("språk"), max_length=2)
    built_from = models.CharField(_("bygget ved hendelse"), max_length=40)
    as_of = models.DateField(_("stand per"))
    content_hash = models.CharField(_("kontrollsum"), max_length=64)
    content = models.JSONField(_("innhold"))  # title, contents list, body HTML, pending charts
    built_at = models.DateTimeField(_("bygget"), auto_now=True)

    class Meta:
        verbose_name = _("bygget side")
        verbose_name_plural = _("bygde sider")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "document", "language"], name="one_page_per_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"


class Artefact(models.Model):
    """A PDF or Word file that somebody has asked for, with the objects that stand in it."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="artefacts", verbose_name=_("plan")
    )
    document = models.CharField(_("dokument"), max_length=40)
    language = models.CharField(_("språk"), max_length=2)
    format = models.CharField(_("format"), max_length=10)
    content_hash = models.CharField(_("kontrollsum av innholdet"), max_length=64)
    refs = models.JSONField(_("objekter i dokumentet"), default=list)
    as_of = models.DateField(_("stand per"))
    file = models.FileField(_("fil"), upload_to="documents/", max_length=300)
    sha256 = models.CharField(_("kontrollsum av filen"), max_length=64)
    size = models.PositiveBigIntegerField(_("størrelse"))
    built_at = models.DateTimeField(_("bygget"), auto_now_add=True)

    class Meta:
        verbose_name = _("bygget dokument")
        verbose_name_plural = _("bygde dokumenter")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "document", "language", "format", "content_hash"],
                name="one_file_per_content",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document}.{self.format}"


class ChartImage(models.Model):
    """A chart drawn once: SVG for wide and narrow screens, PNG for Word."""

    key = models.CharField(_("kontrollsum av dataene"), max_length=64, primary_key=True)
    wide = models.TextField(_("bred tegning"))
    narrow = models.TextField(_("smal tegning"))
    picture = models.BinaryField(_("bilde"))

    class Meta:
        verbose_name = _("tegnet figur")
        verbose_name_plural = _("tegnede figurer")

    def __str__(self) -> str:
        return self.key
