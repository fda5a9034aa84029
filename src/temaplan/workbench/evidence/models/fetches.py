"""Figures on their way in from the statistics office: asked for, fetched, and then taken in."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.evidence.models.tables import DataTable
from temaplan.workbench.evidence.vocabulary import FETCH_STATES
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.terms import TermField

KEY_BYTES = 6


def new_key() -> str:
    """Return a short name for an address."""
    return secrets.token_hex(KEY_BYTES)


class TableFetch(models.Model):
    """One table that somebody has asked for. Its figures are no part of the plan yet."""

    key = models.CharField(_("nøkkel"), max_length=24, default=new_key, editable=False)
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="table_fetches", verbose_name=_("plan")
    )
    table = models.ForeignKey(
        DataTable,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="fetches",
        verbose_name=_("datatabell som tallene hører til"),
    )
    submission = models.UUIDField(_("innsending"), null=True, blank=True, unique=True)
    begun_by = models.CharField(_("begynt av"), max_length=200)
    number = models.CharField(_("tabellnummer"), max_length=20)
    regions = models.JSONField(_("områder"), default=list)
    periods = models.CharField(_("perioder"), max_length=60, blank=True)
    contents = models.CharField(_("statistikkvariabel"), max_length=120, blank=True)
    state = TermField(_("tilstand"), terms=FETCH_STATES, default=FETCH_STATES[0].code)
    reason = models.TextField(_("hvorfor det ikke gikk"), blank=True)
    parts_done = models.PositiveIntegerField(_("deler hentet"), default=0)
    parts_wanted = models.PositiveIntegerField(_("deler i alt"), default=0)
    about = models.JSONField(_("om tallene"), default=dict)
    content = models.TextField(_("innhold"), blank=True)
    asked_at = models.DateTimeField(_("bedt om"), auto_now_add=True)
    changed_at = models.DateTimeField(_("sist endret"), auto_now=True)

    class Meta:
        verbose_name = _("henting av tall")
        verbose_name_plural = _("hentinger av tall")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="a_fetch_has_one_key_in_a_plan")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.about.get('title', '')}".strip()
