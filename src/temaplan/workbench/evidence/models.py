"""Nouns of the evidence house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.evidence.vocabulary import EVIDENCE_KINDS, FIGURE_FORMATS, LAYERS
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.plan.models import Attachment, PlanObject
from temaplan.workbench.plan.terms import TermField

__all__ = ["AnalysisRun", "DataTable", "Evidence", "Finding", "QuotedFigure"]


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
    content = models.TextField(_("innhold"))

    class Meta(PlanObject.Meta):
        verbose_name = _("datatabell")
        verbose_name_plural = _("datatabeller")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title


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
