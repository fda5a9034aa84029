"""Milestones: planned, baseline and every shift with its reason."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models.plan_object import PlanObject
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import (
    DATE_PRECISIONS,
    MILESTONE_STATES,
    MILESTONE_STEPS,
)


class Milestone(PlanObject):
    """A dated step. With precision `month` the date is the first of that month."""

    record = Record(
        kind="milestone",
        path="plan/milestones.csv",
        fields=(
            "position",
            "title",
            "date",
            "precision",
            "baseline_date",
            "baseline_precision",
            "body",
            "responsible",
            "state",
            "note",
            "step",
            "duration_days",
            "owner_plan",
            "owner_milestone",
        ),
    )

    position = models.PositiveSmallIntegerField(
        _("rekkefølge"), default=0, help_text=_("Avgjør rekkefølgen innenfor samme dato.")
    )
    title = models.CharField(_("milepæl"), max_length=300)
    date = models.DateField(_("dato"), null=True, blank=True)
    precision = TermField(_("nøyaktighet"), terms=DATE_PRECISIONS, default="day")
    baseline_date = models.DateField(_("vedtatt dato"), null=True, blank=True)
    baseline_precision = TermField(
        _("vedtatt nøyaktighet"), terms=DATE_PRECISIONS, blank=True, default=""
    )
    body = models.CharField(_("organ"), max_length=120, blank=True)
    responsible = models.CharField(_("ansvarlig"), max_length=120, blank=True)
    state = TermField(_("status"), terms=MILESTONE_STATES, default="planned")
    note = models.TextField(_("merknad"), blank=True)
    step = TermField(
        _("steg i prosessen"),
        terms=MILESTONE_STEPS,
        blank=True,
        default="",
        help_text=_("Det regler og frister regnes fra."),
    )
    duration_days = models.PositiveSmallIntegerField(
        _("varighet i dager"),
        null=True,
        blank=True,
        help_text=_("Hvor mange dager det varer, den første medregnet. Tomt er én dag."),
    )
    # Shared with another process: the milestone is that plan's, and here is how it was
    # last accepted. Short names and not a foreign key, since a folder may be read in where
    # the other plan is not.
    owner_plan = models.CharField(_("eies av planen"), max_length=60, blank=True)
    owner_milestone = models.CharField(_("milepælen i den planen"), max_length=80, blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("milepæl")
        verbose_name_plural = _("milepæler")
        ordering = [models.F("date").asc(nulls_last=True), "position", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_shared(self) -> bool:
        """Tell whether another plan owns the milestone."""
        return bool(self.owner_plan)


class MilestoneDependency(PlanObject):
    """One milestone comes after another, at least so many days after it has ended."""

    record = Record(
        kind="milestone_dependency",
        path="plan/milestone_dependencies.csv",
        fields=("milestone", "after", "least_days"),
    )

    milestone = models.ForeignKey(
        Milestone,
        on_delete=models.PROTECT,
        related_name="comes_after",
        verbose_name=_("milepæl"),
    )
    after = models.ForeignKey(
        Milestone,
        on_delete=models.PROTECT,
        related_name="comes_before",
        verbose_name=_("kommer etter"),
    )
    least_days = models.PositiveSmallIntegerField(
        _("minst antall dager mellom"),
        default=0,
        help_text=_("0 betyr at den kan komme samme dag."),
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("avhengighet mellom milepæler")
        verbose_name_plural = _("avhengigheter mellom milepæler")
        ordering = ["pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(fields=["milestone", "after"], name="milestone_after_once"),
            models.CheckConstraint(
                condition=~models.Q(milestone=models.F("after")),
                name="no_milestone_comes_after_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone} ← {self.after}"


class MilestoneShift(PlanObject):
    """One move of a milestone after the timeline was approved, with its reason."""

    record = Record(
        kind="milestone_shift",
        path="plan/milestone_shifts.csv",
        fields=(
            "milestone",
            "from_date",
            "from_precision",
            "to_date",
            "to_precision",
            "reason",
            "decided_on",
        ),
    )

    milestone = models.ForeignKey(
        Milestone, on_delete=models.PROTECT, related_name="shifts", verbose_name=_("milepæl")
    )
    from_date = models.DateField(_("fra dato"))
    from_precision = TermField(_("fra nøyaktighet"), terms=DATE_PRECISIONS)
    to_date = models.DateField(_("til dato"))
    to_precision = TermField(_("til nøyaktighet"), terms=DATE_PRECISIONS)
    reason = models.TextField(_("begrunnelse"))
    decided_on = models.DateField(_("flyttet"))

    class Meta(PlanObject.Meta):
        verbose_name = _("flytting av milepæl")
        verbose_name_plural = _("flyttinger av milepæler")
        ordering = ["decided_on", "pk"]

    def __str__(self) -> str:
        before = written_date(self.from_date, self.from_precision)
        return f"{self.milestone}: {before} → {written_date(self.to_date, self.to_precision)}"
