"""Themes: what the plan takes up, what it leaves, and where that is handled instead."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models.plan_object import PlanObject
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import THEME_SCOPES


class Theme(PlanObject):
    """A subject that somebody wants the plan to take up."""

    record = Record(
        kind="theme",
        path="plan/themes.csv",
        fields=("position", "title", "scope", "reason", "handled_in"),
    )

    position = models.PositiveSmallIntegerField(_("rekkefølge"), default=1)
    title = models.CharField(_("tema"), max_length=200)
    scope = TermField(_("avgrensning"), terms=THEME_SCOPES, default="undecided")
    reason = models.TextField(_("begrunnelse"), blank=True)
    handled_in = models.CharField(
        _("hvor det blir behandlet i stedet"),
        max_length=300,
        blank=True,
        help_text=_("En annen plan eller prosess, for eksempel kommuneplanens arealdel."),
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("tema")
        verbose_name_plural = _("temaer")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
