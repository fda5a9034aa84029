"""Nouns of the overview house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.overview.vocabulary import CONFIRMED_RULES
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField

__all__ = ["RuleConfirmation"]


class RuleConfirmation(PlanObject):
    """A named person's word that a rule is kept, about one version of its text.

    A withdrawn one stays, with who withdrew it, when and why.
    """

    record = Record(
        kind="rule_confirmation",
        path="overview/rule_confirmations.csv",
        fields=(
            "rule",
            "text_version",
            "confirmed_by",
            "confirmed_on",
            "reason",
            "withdrawn_by",
            "withdrawn_on",
            "withdrawal_reason",
        ),
        internal=True,
    )

    rule = TermField(_("regel"), terms=CONFIRMED_RULES)
    text_version = models.CharField(
        _("utgave av regelen"),
        max_length=40,
        help_text=_("Dagen da regelteksten som ble bekreftet, er lest."),
    )
    confirmed_by = models.CharField(_("bekreftet av"), max_length=120)
    confirmed_on = models.DateField(_("bekreftet"))
    reason = models.TextField(_("begrunnelse"))
    withdrawn_by = models.CharField(_("trukket av"), max_length=120, blank=True)
    withdrawn_on = models.DateField(_("trukket"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("hvorfor den er trukket"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("bekreftelse av en regel")
        verbose_name_plural = _("bekreftelser av regler")
        ordering = ["rule", "-confirmed_on", "-pk"]

    def __str__(self) -> str:
        return str(self.get_rule_display())

    @property
    def stands(self) -> bool:
        """Tell whether nobody has withdrawn it."""
        return self.withdrawn_on is None
