"""Groups that give advice, steer or must be heard, and who sits in them (S30)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.models.organisation import Organisation
from temaplan.workbench.actor.vocabulary import (
    GENDERS,
    GROUP_KIND,
    GROUP_KINDS,
    MEMBER_ROLES,
)
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


class Group(PlanObject):
    """A committee, council or group about the plan, with its task and period."""

    record = Record(
        kind="group",
        path="actor/groups/*.md",
        fields=("name", "kind", "appointed_by", "period_start", "period_end"),
        body="task",
    )

    name = models.CharField(_("navn"), max_length=200)
    kind = TermField(_("type"), terms=GROUP_KINDS)
    appointed_by = models.CharField(_("oppnevnt av"), max_length=200, blank=True)
    period_start = models.DateField(_("virker fra"), null=True, blank=True)
    period_end = models.DateField(_("virker til"), null=True, blank=True)
    task = models.TextField(_("oppgave"), blank=True)

    class Meta(PlanObject.Meta):
        verbose_name = _("gruppe")
        verbose_name_plural = _("grupper")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def needs_declaration(self) -> bool:
        """Tell whether its members must declare their impartiality."""
        return GROUP_KIND[self.kind].needs_declaration


class GroupMember(PlanObject):
    """One seat: who, whom they represent, since when, and whether they are impartial."""

    record = Record(
        kind="group_member",
        path="actor/group_members.csv",
        fields=(
            "group",
            "name",
            "organisation",
            "role",
            "gender",
            "member_from",
            "member_to",
            "declared_on",
            "declaration",
            "came_from",
        ),
        internal=True,
    )

    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, related_name="members", verbose_name=_("gruppe")
    )
    name = models.CharField(
        _("navn eller stilling"),
        max_length=120,
        help_text=_("For eksempel daglig leder, Bedrift 3."),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("representerer"),
    )
    role = TermField(_("verv"), terms=MEMBER_ROLES, default="member")
    gender = TermField(_("kjønn"), terms=GENDERS, blank=True, default="")
    member_from = models.DateField(_("medlem fra"), null=True, blank=True)
    member_to = models.DateField(_("medlem til"), null=True, blank=True)
    declared_on = models.DateField(_("habilitet erklært"), null=True, blank=True)
    declaration = models.TextField(
        _("hva erklæringen sier"),
        blank=True,
        help_text=_("For eksempel: ingen bindinger, eller eier areal på Sundkaia."),
    )
    came_from = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sent_members",
        verbose_name=_("hentet fra"),
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("gruppemedlem")
        verbose_name_plural = _("gruppemedlemmer")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
