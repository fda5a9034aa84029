"""Nouns of the challenge house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge.vocabulary import ACTOR_ROLES
from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField

__all__ = ["Challenge", "RoleAssignment"]


class Challenge(PlanObject):
    """A numbered problem or opportunity that the plan must answer, resting on findings."""

    record = Record(
        kind="challenge",
        path="challenge/*.md",
        fields=("number", "title", "findings", "why_it_matters", "who_can_act"),
        body="what_we_see",
    )

    number = models.PositiveSmallIntegerField(_("nummer"))
    title = models.CharField(_("utfordring"), max_length=200)
    what_we_see = models.TextField(_("hva vi ser"), blank=True)
    why_it_matters = models.TextField(_("hvorfor det betyr noe"), blank=True)
    who_can_act = models.TextField(_("hvem kan gjøre noe"), blank=True)
    findings = models.ManyToManyField(
        Finding, blank=True, related_name="challenges", verbose_name=_("funn den bygger på")
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("utfordring")
        verbose_name_plural = _("utfordringer")
        ordering = ["number"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="challenge_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class RoleAssignment(PlanObject):
    """What one actor can be to one challenge, whether it leads, and its room for action."""

    record = Record(
        kind="role_assignment",
        path="challenge/roles.csv",
        fields=(
            "challenge",
            "organisation",
            "role",
            "leads",
            "economic_room",
            "human_room",
            "legal_room",
            "note",
        ),
    )

    challenge = models.ForeignKey(
        Challenge, on_delete=models.PROTECT, related_name="roles", verbose_name=_("utfordring")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="roles", verbose_name=_("aktør")
    )
    role = TermField(_("rolle"), terms=ACTOR_ROLES)
    leads = models.BooleanField(_("leder"), default=False)
    economic_room = models.TextField(_("økonomisk handlingsrom"), blank=True)
    human_room = models.TextField(_("menneskelig handlingsrom"), blank=True)
    legal_room = models.TextField(_("rettslig handlingsrom"), blank=True)
    note = models.TextField(_("merknad"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("rolle i en utfordring")
        verbose_name_plural = _("roller i utfordringer")
        ordering = ["challenge__number", "-leads", "pk"]
        constraints = [
            *PlanObject.Meta.constraints,
            models.UniqueConstraint(
                fields=["challenge", "organisation", "role"], name="actor_has_a_role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"
