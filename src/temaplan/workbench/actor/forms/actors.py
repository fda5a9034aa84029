"""Forms of the actor house."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.rules.actors import compact_number, number_is_right
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, LEVELS
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.terms import choices


class ActorForm(PlanForm):
    """An organisation that can act, or must be heard."""

    first = ("name", "group", "level", "org_number")
    more = ("short_name", "note")

    name = forms.CharField(label=_("Navn"), max_length=200)
    group = forms.ChoiceField(label=_("Gruppe"), choices=[("", _("Velg")), *choices(ACTOR_GROUPS)])
    level = forms.ChoiceField(
        label=_("Nivå"), choices=[("", _("ukjent")), *choices(LEVELS)], required=False
    )
    org_number = forms.CharField(
        label=_("Organisasjonsnummer"),
        max_length=30,
        required=False,
        help_text=_("Ni siffer, gjerne med mellomrom. Kontrollsifferet blir sjekket."),
    )
    short_name = forms.CharField(
        label=_("Kortnavn i tabeller"),
        max_length=40,
        required=False,
        help_text=_("For eksempel BVD."),
    )
    note = forms.CharField(
        label=_("Merknad"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def initial_from(self, row: Organisation) -> dict[str, Any]:
        """Show the number in groups of three, as people read it."""
        start = super().initial_from(row)
        if row.org_number:
            start["org_number"] = orgnr.format(row.org_number)
        return start

    def clean_org_number(self) -> str:
        """Refuse a number that cannot exist; forgive blanks in it."""
        text = str(self.cleaned_data["org_number"])
        if not text:
            return ""
        verdict = number_is_right(text)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return compact_number(text)
