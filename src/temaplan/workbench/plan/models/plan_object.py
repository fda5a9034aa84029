"""What every row of the chain has: a plan, a stable slug, a revision."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models.plan import Plan


class PlanObject(models.Model):
    """Abstract row of a plan.

    `slug` is the reference that stands in exported folders and in the trace
    (`mandate/2008-handlingsplan`); it never changes. `revision` lets a save over
    somebody else's newer one be refused. `submission` makes a form that is sent
    twice store one row.
    """

    record: ClassVar[Record]

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="%(class)s_set", verbose_name=_("plan")
    )
    slug = models.SlugField(_("kortnavn"), max_length=80)
    revision = models.PositiveIntegerField(_("revisjon"), default=1)
    submission = models.UUIDField(_("innsending"), null=True, blank=True, unique=True)
    created_at = models.DateTimeField(_("registrert"), auto_now_add=True)
    changed_at = models.DateTimeField(_("sist endret"), auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["plan", "slug"], name="%(class)s_slug_once_per_plan")
        ]

    @property
    def ref(self) -> str:
        """Stable reference: the kind's code name, a slash, the slug."""
        return f"{self.record.kind}/{self.slug}"
