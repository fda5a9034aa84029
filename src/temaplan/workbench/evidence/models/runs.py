"""Calculations, and what took the place of an older one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.evidence.models.register import Evidence
from temaplan.workbench.evidence.models.tables import DataTable
from temaplan.workbench.plan.models import PlanObject


class AnalysisRun(PlanObject):
    """One calculation: method and version, parameters, input with its vintage, result."""

    record = Record(
        kind="analysis_run",
        path="evidence/runs/*.toml",
        fields=(
            "title",
            "position",
            "evidence",
            "method",
            "method_version",
            "parameters",
            "source_table",
            "data_table",
            "selection",
            "vintage",
            "retrieved_on",
            "input_sha256",
            "caveats",
            "chart",
        ),
        sidecar=("result", ".csv"),
    )

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="runs", verbose_name=_("kunnskapskilde")
    )
    position = models.PositiveSmallIntegerField(_("rekkefølge"), default=1)
    title = models.CharField(
        _("tittel"), max_length=200, help_text=_("Sier hva tallene viser, som i en overskrift.")
    )
    method = models.CharField(_("metode"), max_length=60)
    method_version = models.CharField(_("metodens versjon"), max_length=20)
    parameters = models.JSONField(_("parametre"), default=dict, blank=True)
    source_table = models.CharField(_("statistikktabell"), max_length=60, blank=True)
    data_table = models.ForeignKey(
        DataTable,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("datatabell"),
    )
    selection = models.JSONField(_("utvalg"), default=dict, blank=True)
    vintage = models.CharField(_("utgave"), max_length=60, blank=True)
    retrieved_on = models.DateField(_("hentet"), null=True, blank=True)
    input_sha256 = models.CharField(_("kontrollsum av tallene inn"), max_length=64)
    result = models.TextField(_("resultat"))  # canonical CSV, every digit
    caveats = models.TextField(_("forbehold"), blank=True)
    chart = models.JSONField(
        _("figur"), default=dict, blank=True
    )  # {"kind": "bars", "column": "lq", "highlight": [...], "title": "…", "description": "…"}

    class Meta(PlanObject.Meta):
        verbose_name = _("analysekjøring")
        verbose_name_plural = _("analysekjøringer")
        ordering = ["position", "pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.CheckConstraint(
                condition=(
                    models.Q(source_table="", data_table__isnull=False)
                    | (~models.Q(source_table="") & models.Q(data_table__isnull=True))
                ),
                name="a_run_has_one_input_table",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class RunRefresh(PlanObject):
    """A calculation made again of newer figures; the older one stays as it was."""

    record = Record(
        kind="run_refresh",
        path="evidence/run_refreshes.csv",
        fields=("later", "earlier", "reason"),
    )

    later = models.ForeignKey(
        AnalysisRun,
        on_delete=models.PROTECT,
        related_name="refreshes",
        verbose_name=_("ny analyse"),
    )
    earlier = models.ForeignKey(
        AnalysisRun,
        on_delete=models.PROTECT,
        related_name="refreshed_by",
        verbose_name=_("tidligere analyse"),
    )
    reason = models.TextField(_("begrunnelse"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("oppdatering av analyse")
        verbose_name_plural = _("oppdateringer av analyser")
        ordering = ["pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(fields=["earlier"], name="a_run_is_refreshed_once"),
        ]

    def __str__(self) -> str:
        return str(self.later)
