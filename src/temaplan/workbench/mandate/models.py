"""Nouns of the mandate house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.vocabulary import (
    CATEGORIES,
    DELIVERABLE_KINDS,
    DELIVERABLE_STATES,
    MANDATE_STATES,
    MANDATE_VERBS,
    RELATIONS,
    SOURCE_KINDS,
)
from temaplan.workbench.plan.models import Attachment, PlanObject
from temaplan.workbench.plan.terms import TermField

__all__ = [
    "Criterion",
    "Deliverable",
    "Mandate",
    "MandateRelation",
    "MandateStep",
    "SourceDocument",
]


class SourceDocument(PlanObject):
    """A political document in which orders are given or answered."""

    record = Record(
        kind="source_document",
        path="mandate/documents/*.md",
        fields=(
            "title",
            "kind",
            "body_name",
            "year",
            "tertial",
            "period_start",
            "period_end",
            "decided_on",
            "case_number",
            "link",
            "file",
        ),
        body="note",
    )

    title = models.CharField(_("tittel"), max_length=200)
    kind = TermField(_("type dokument"), terms=SOURCE_KINDS)
    body_name = models.CharField(
        _("organ"), max_length=120, blank=True, help_text=_("Organet som vedtok eller fikk det.")
    )
    year = models.PositiveSmallIntegerField(
        _("år"), null=True, blank=True, help_text=_("Året dokumentet hører til.")
    )
    tertial = models.PositiveSmallIntegerField(_("tertial"), null=True, blank=True)
    period_start = models.PositiveSmallIntegerField(_("første år i perioden"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(_("siste år i perioden"), null=True, blank=True)
    decided_on = models.DateField(_("vedtaksdato"), null=True, blank=True)
    case_number = models.CharField(_("saksnummer"), max_length=40, blank=True)
    link = models.URLField(_("lenke"), max_length=500, blank=True)
    file = models.ForeignKey(
        Attachment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="source_documents",
        verbose_name=_("fil"),
    )
    note = models.TextField(_("merknad"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("kildedokument")
        verbose_name_plural = _("kildedokumenter")
        ordering = [
            models.F("year").asc(nulls_last=True),
            models.F("tertial").asc(nulls_first=True),
            models.F("decided_on").asc(nulls_last=True),
            "pk",
        ]

    def __str__(self) -> str:
        return self.title


class Mandate(PlanObject):
    """One order, in its exact words. Never deleted once it stands in a document."""

    record = Record(
        kind="mandate",
        path="mandate/*.md",
        fields=(
            "title",
            "document",
            "position",
            "verb",
            "category",
            "addressee",
            "deadline_text",
            "deadline",
            "deadline_interpreted",
            "partners",
            "state",
        ),
        body="wording",
    )

    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name=_("kildedokument"),
    )
    position = models.PositiveSmallIntegerField(_("rekkefølge i dokumentet"), default=1)
    title = models.CharField(_("kort tittel"), max_length=200)
    wording = models.TextField(
        _("ordlyd"), help_text=_("Nøyaktig slik det står i kilden, også skrivefeil.")
    )
    verb = TermField(_("verb"), terms=MANDATE_VERBS)
    category = TermField(_("kategori"), terms=CATEGORIES, blank=True)
    addressee = models.CharField(_("mottaker"), max_length=120, blank=True)
    deadline_text = models.CharField(
        _("frist med ordrens ord"), max_length=120, blank=True, help_text=_("«første tertial 2008»")
    )
    deadline = models.DateField(_("beregnet frist"), null=True, blank=True)
    deadline_interpreted = models.BooleanField(
        _("tolket frist"), default=False, help_text=_("Ordren sier ikke hele datoen selv.")
    )
    partners = models.ManyToManyField(
        Organisation, blank=True, related_name="mandates", verbose_name=_("samarbeidspartnere")
    )
    state = TermField(_("status"), terms=MANDATE_STATES, default="open")

    class Meta(PlanObject.Meta):
        verbose_name = _("mandat")
        verbose_name_plural = _("mandater")
        ordering = [
            models.F("document__year").asc(nulls_last=True),
            models.F("document__tertial").asc(nulls_first=True),
            "document_id",
            "position",
            "pk",
        ]

    def __str__(self) -> str:
        return self.title


class Criterion(PlanObject):
    """Something the answer to an order must meet."""

    record = Record(
        kind="criterion", path="mandate/criteria.csv", fields=("mandate", "position", "text")
    )

    mandate = models.ForeignKey(
        Mandate, on_delete=models.PROTECT, related_name="criteria", verbose_name=_("mandat")
    )
    position = models.PositiveSmallIntegerField(_("rekkefølge"), default=1)
    text = models.CharField(_("kriterium"), max_length=300)

    class Meta(PlanObject.Meta):
        verbose_name = _("kriterium")
        verbose_name_plural = _("kriterier")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Deliverable(PlanObject):
    """What an order shall bring: a study, an action plan, a report."""

    record = Record(
        kind="deliverable",
        path="mandate/deliverables.csv",
        fields=("mandate", "kind", "title", "state"),
    )

    mandate = models.ForeignKey(
        Mandate, on_delete=models.PROTECT, related_name="deliverables", verbose_name=_("mandat")
    )
    kind = TermField(_("type"), terms=DELIVERABLE_KINDS)
    title = models.CharField(_("leveranse"), max_length=200)
    state = TermField(_("status"), terms=DELIVERABLE_STATES, default="not_started")

    class Meta(PlanObject.Meta):
        verbose_name = _("leveranse")
        verbose_name_plural = _("leveranser")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class MandateRelation(PlanObject):
    """A later order answers, postpones, absorbs, repeats or replaces an earlier one."""

    record = Record(
        kind="mandate_relation",
        path="mandate/relations.csv",
        fields=("later", "relation", "earlier", "reason"),
    )

    later = models.ForeignKey(
        Mandate, on_delete=models.PROTECT, related_name="relations", verbose_name=_("senere ordre")
    )
    relation = TermField(_("forhold"), terms=RELATIONS)
    earlier = models.ForeignKey(
        Mandate,
        on_delete=models.PROTECT,
        related_name="inverse_relations",
        verbose_name=_("tidligere ordre"),
    )
    reason = models.TextField(_("begrunnelse"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("forhold mellom ordrer")
        verbose_name_plural = _("forhold mellom ordrer")
        ordering = ["pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(
                fields=["later", "relation", "earlier"], name="mandates_related_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(later=models.F("earlier")), name="no_mandate_relates_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_relation_display()} {self.earlier}"


class MandateStep(PlanObject):
    """One step in the life of an order: its new state, when, in which document, why."""

    record = Record(
        kind="mandate_step",
        path="mandate/steps.csv",
        fields=("mandate", "position", "state", "taken_on", "document", "reason"),
    )

    mandate = models.ForeignKey(
        Mandate, on_delete=models.PROTECT, related_name="steps", verbose_name=_("mandat")
    )
    position = models.PositiveSmallIntegerField(_("rekkefølge"), default=1)
    state = TermField(_("status"), terms=MANDATE_STATES)
    taken_on = models.DateField(_("dato"), null=True, blank=True)
    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("dokument"),
    )
    reason = models.TextField(_("begrunnelse"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("steg i et mandat")
        verbose_name_plural = _("steg i mandater")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.get_state_display()}"
