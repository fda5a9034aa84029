"""Findings and the figures that they quote."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.evidence.models.register import Evidence
from temaplan.workbench.evidence.models.runs import AnalysisRun
from temaplan.workbench.evidence.vocabulary import FIGURE_FORMATS
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


class Finding(PlanObject):
    """One numbered thing that was found out. `{1}` in the text is a quoted figure."""

    record = Record(
        kind="finding",
        path="evidence/findings/*.md",
        fields=("evidence", "number"),
        body="text",
    )

    evidence = models.ForeignKey(
        Evidence,
        on_delete=models.PROTECT,
        related_name="findings",
        verbose_name=_("kunnskapskilde"),
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    text = models.TextField(
        _("funn"), help_text=_("Tall fra en kjøring settes inn som {1}, {2} og så videre.")
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("funn")
        verbose_name_plural = _("funn")
        ordering = ["number"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="finding_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class QuotedFigure(PlanObject):
    """A number of a run quoted in a finding; the number itself stands in the run only."""

    record = Record(
        kind="quoted_figure",
        path="evidence/quoted_figures.csv",
        fields=("finding", "number", "run", "row", "column", "format"),
    )

    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="figures", verbose_name=_("funn")
    )
    number = models.PositiveSmallIntegerField(_("plass i teksten"))
    run = models.ForeignKey(
        AnalysisRun,
        on_delete=models.PROTECT,
        related_name="quoted_in",
        verbose_name=_("analysekjøring"),
    )
    row = models.JSONField(_("rad"))  # {"region": "06", "industry": "Industri", "period": "2011"}
    column = models.CharField(_("kolonne"), max_length=60)
    format = TermField(_("skrivemåte"), terms=FIGURE_FORMATS, default="two_decimals")

    class Meta(PlanObject.Meta):
        verbose_name = _("sitert tall")
        verbose_name_plural = _("siterte tall")
        ordering = ["number"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(fields=["finding", "number"], name="one_figure_per_place"),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {{{self.number}}}"
