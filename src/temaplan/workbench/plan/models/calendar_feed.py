"""A calendar that a person follows with an address nobody can guess."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.models.person import Person
from temaplan.workbench.plan.models.plan import Plan


class CalendarFeed(models.Model):
    """One person's calendar of one plan. Only the hash of its address is kept.

    It is no part of the plan: no folder holds it, and it says nothing about the plan.
    """

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="calendar_feeds", verbose_name=_("person")
    )
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="calendar_feeds", verbose_name=_("plan")
    )
    token_hash = models.CharField(_("kontrollsum"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("laget"), auto_now_add=True)

    class Meta:
        verbose_name = _("kalenderadresse")
        verbose_name_plural = _("kalenderadresser")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "plan"], name="one_calendar_per_person_and_plan"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.plan}"
