"""The form about what an actor can be to a challenge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.queries.actors import actors
from temaplan.workbench.challenge.vocabulary import ACTOR_ROLES
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.terms import choices

_LINES = {"rows": 2}


class RoleForm(PlanForm):
    """An actor, its role, whether it leads, and its room for action."""

    first = ("organisation", "role", "leads")
    more = ("economic_room", "human_room", "legal_room", "note")

    organisation = forms.ModelChoiceField(
        label=_("Aktør"), queryset=Organisation.objects.none(), empty_label=_("Velg")
    )
    role = forms.ChoiceField(label=_("Rolle"), choices=[("", _("Velg")), *choices(ACTOR_ROLES)])
    leads = forms.BooleanField(label=_("Leder arbeidet med utfordringen"), required=False)
    economic_room = forms.CharField(
        label=_("Økonomisk handlingsrom"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Hvilke penger aktøren rår over."),
    )
    human_room = forms.CharField(
        label=_("Menneskelig handlingsrom"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Hvilke folk og hvilken kompetanse aktøren har."),
    )
    legal_room = forms.CharField(
        label=_("Rettslig handlingsrom"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Hva lover og avtaler lar aktøren gjøre."),
    )
    note = forms.CharField(label=_("Merknad"), required=False, widget=forms.Textarea(attrs=_LINES))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["organisation"].queryset = actors(self.access.plan)
