"""What became of an order: its steps, and how later orders relate to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.mandate.models.mandate import Mandate
from temaplan.workbench.mandate.models.source_document import SourceDocument
from temaplan.workbench.mandate.vocabulary import MANDATE_STATES, RELATIONS
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


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
