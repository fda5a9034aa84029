"""Timelines that were approved before the one that holds now: kept as they were."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models.milestone import Milestone
from temaplan.workbench.plan.models.plan_object import PlanObject
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import DATE_PRECISIONS


class EarlierBaseline(PlanObject):
    """An approval of the timeline that a later one has replaced."""

    record = Record(
        kind="earlier_baseline",
        path="plan/earlier_baselines.csv",
        fields=("approved_on", "reason", "replaced_on"),
    )

    approved_on = models.DateField(_("vedtatt"))
    reason = models.CharField(_("vedtak"), max_length=300, blank=True)
    replaced_on = models.DateField(_("erstattet"))

    class Meta(PlanObject.Meta):
        verbose_name = _("tidligere vedtatt framdriftsplan")
        verbose_name_plural = _("tidligere vedtatte framdriftsplaner")
        ordering = ["approved_on", "pk"]

    def __str__(self) -> str:
        return written_date(self.approved_on)


class EarlierBaselineDate(PlanObject):
    """The date that one milestone had in an earlier approved timeline."""

    record = Record(
        kind="earlier_baseline_date",
        path="plan/earlier_baseline_dates.csv",
        fields=("baseline", "milestone", "date", "precision"),
    )

    baseline = models.ForeignKey(
        EarlierBaseline,
        on_delete=models.PROTECT,
        related_name="dates",
        verbose_name=_("framdriftsplan"),
    )
    milestone = models.ForeignKey(
        Milestone,
        on_delete=models.PROTECT,
        related_name="earlier_dates",
        verbose_name=_("milepæl"),
    )
    date = models.DateField(_("dato"))
    precision = TermField(_("nøyaktighet"), terms=DATE_PRECISIONS, default="day")

    class Meta(PlanObject.Meta):
        verbose_name = _("tidligere vedtatt dato")
        verbose_name_plural = _("tidligere vedtatte datoer")
        ordering = ["date", "pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(
                fields=["baseline", "milestone"], name="date_in_earlier_baseline_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {written_date(self.date, self.precision)}"
