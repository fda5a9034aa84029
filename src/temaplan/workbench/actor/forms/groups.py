"""Forms about a group, a member of it, and fetching members from another group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.actor.models import Group, Organisation
from temaplan.workbench.actor.queries.actors import actors
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, GENDERS, GROUP_KINDS, MEMBER_ROLES
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.terms import choices

_LINES = {"rows": 4}


class GroupForm(PlanForm):
    """What a group is, who appointed it, and what it shall do."""

    first = ("name", "kind", "task")
    more = ("appointed_by", "period_start", "period_end")

    name = forms.CharField(label=_("Navn"), max_length=200)
    kind = forms.ChoiceField(label=_("Type"), choices=[("", _("Velg")), *choices(GROUP_KINDS)])
    task = forms.CharField(
        label=_("Oppgave"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Hva gruppen skal gi råd om, og hva den ikke avgjør."),
    )
    appointed_by = forms.CharField(label=_("Oppnevnt av"), max_length=200, required=False)
    period_start = NorwegianDateField(label=_("Virker fra"), what=_("Virker fra"))
    period_end = NorwegianDateField(label=_("Virker til"), what=_("Virker til"))


class MemberForm(PlanForm):
    """Who sits in a group, for whom, and whether they are impartial."""

    first = ("name", "organisation", "role", "declared_on", "declaration")
    more = ("gender", "member_from", "member_to")

    name = forms.CharField(
        label=_("Navn eller stilling"),
        max_length=120,
        help_text=_("For eksempel daglig leder, Bedrift 3."),
    )
    organisation = forms.ModelChoiceField(
        label=_("Representerer"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("ingen"),
    )
    role = forms.ChoiceField(label=_("Verv"), choices=choices(MEMBER_ROLES))
    declared_on = NorwegianDateField(
        label=_("Habilitet erklært"),
        what=_("Habilitet erklært"),
        help_text=_("Datoen på erklæringen. La feltet stå tomt til den er levert."),
    )
    declaration = forms.CharField(
        label=_("Hva erklæringen sier"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For eksempel: ingen bindinger, eller eier areal på Sundkaia."),
    )
    gender = forms.ChoiceField(
        label=_("Kjønn"), choices=[("", _("ikke oppgitt")), *choices(GENDERS)], required=False
    )
    member_from = NorwegianDateField(label=_("Medlem fra"), what=_("Medlem fra"))
    member_to = NorwegianDateField(label=_("Medlem til"), what=_("Medlem til"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["organisation"].queryset = actors(self.access.plan)
        for name in ("declared_on", "member_from", "member_to"):
            fields[name].year = reading_date(self.access.plan).year


class CopyMembersForm(PlanForm):
    """Which members of which other group shall sit in this one too."""

    source = forms.ModelChoiceField(
        label=_("Hent fra"), queryset=Group.objects.none(), empty_label=_("Velg")
    )
    actor_groups = forms.MultipleChoiceField(
        label=_("Medlemmer som representerer"),
        choices=choices(ACTOR_GROUPS),
        widget=forms.CheckboxSelectMultiple,
        initial=["business"],
        error_messages={"required": _("Velg minst én gruppe av aktører.")},
        help_text=_("Medlemmer som ikke representerer noen, blir ikke med."),
    )

    def __init__(self, *args: Any, target: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["source"].queryset = (
            Group.objects.filter(plan=target.plan).exclude(pk=target.pk).order_by("name")
        )
