"""The plan: profile, as-of date, and the head of its event log."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models.event_chain import EventChain
from temaplan.workbench.plan.models.municipality import Municipality
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS, PLAN_TYPES


class Plan(EventChain):
    """One plan of one municipality. Its slug is unique on the installation."""

    record: ClassVar[Record] = Record(
        kind="plan",
        path="plan.toml",
        fields=(
            "title",
            "summary",
            "plan_type",
            "plan_type_reason",
            "purpose",
            "period_start",
            "period_end",
            "owner",
            "adopting_body",
            "related_plans",
            "template",
            "language",
            "as_of",
            "as_of_note",
            "preface",
            "silences",
            "is_public",
            "baseline_approved_on",
            "baseline_reason",
        ),
    )

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="plans", verbose_name=_("kommune")
    )
    slug = models.SlugField(_("adresse"), max_length=60, unique=True)
    title = models.CharField(_("tittel"), max_length=200)
    summary = models.CharField(
        _("kort om planen"), max_length=400, blank=True, help_text=_("Én setning til forsiden.")
    )
    plan_type = TermField(_("plantype"), terms=PLAN_TYPES)
    plan_type_reason = models.TextField(_("begrunnelse for plantypen"), blank=True)
    purpose = models.TextField(_("formål"), blank=True)
    period_start = models.PositiveSmallIntegerField(_("første år"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(_("siste år"), null=True, blank=True)
    owner = models.CharField(_("planeier"), max_length=200, blank=True)
    adopting_body = models.CharField(_("organ som vedtar"), max_length=120, blank=True)
    related_plans = models.TextField(_("forhold til andre planer"), blank=True)
    template = models.CharField(_("mal"), max_length=60, default="temaplan")
    language = TermField(_("målform"), terms=LANGUAGE_FORMS, blank=True)
    as_of = models.DateField(_("stand per"), null=True, blank=True)
    as_of_note = models.CharField(_("merknad til datoen"), max_length=300, blank=True)
    preface = models.TextField(
        _("om dette eksempelet"), blank=True, help_text=_("Vises på alle sider om planen.")
    )
    silences = models.JSONField(
        _("det kilden ikke sier"),
        default=dict,
        blank=True,
        help_text=_("Setning per kapittel om det som ikke er kjent."),
    )  # {"challenge": "Lysbildene sier ikke …"}
    is_public = models.BooleanField(_("publisert"), default=False)
    baseline_approved_on = models.DateField(_("framdriftsplan vedtatt"), null=True, blank=True)
    baseline_reason = models.CharField(
        _("vedtak om framdriftsplanen"),
        max_length=300,
        blank=True,
        help_text=_("Organ og saksnummer. Ved nytt vedtak også hvorfor planen er endret."),
    )
    revision = models.PositiveIntegerField(_("revisjon"), default=1)
    submission = models.UUIDField(_("innsending"), null=True, blank=True, unique=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("planer")

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """Stable reference in the event log and the trace."""
        return f"plan/{self.slug}"

    @property
    def written_language(self) -> str:
        """The plan's own language form, else the municipality's."""
        return self.language or self.municipality.language
