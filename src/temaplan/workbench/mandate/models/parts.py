"""What an order demands: criteria for the answer, and what it shall bring."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.mandate.models.mandate import Mandate
from temaplan.workbench.mandate.vocabulary import DELIVERABLE_KINDS, DELIVERABLE_STATES
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


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
