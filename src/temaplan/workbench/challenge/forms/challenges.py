"""The form about a challenge and the findings that it rests on."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.challenge.queries.challenges import findings_to_choose, next_number
from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.evidence.queries import finding_text
from temaplan.workbench.pages.forms import PlanForm

_LINES = {"rows": 4}
_WORDS_OF_A_FINDING = 24


class FindingsField(forms.ModelMultipleChoiceField):
    """Findings as checkboxes, each with its number, its words and its source."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Finding) -> str:
        """Return the finding in its own words, with the figures written out."""
        words = Truncator(finding_text(obj)).words(_WORDS_OF_A_FINDING)
        return f"{obj.number} {words} ({obj.evidence.title})"


class ChallengeForm(PlanForm):
    """A problem or an opportunity that the plan must answer."""

    first = ("number", "title", "what_we_see", "findings")
    more = ("why_it_matters", "who_can_act")

    number = forms.IntegerField(label=_("Nummer"), min_value=1, max_value=999)
    title = forms.CharField(label=_("Utfordring"), max_length=200)
    what_we_see = forms.CharField(
        label=_("Hva vi ser"), required=False, widget=forms.Textarea(attrs=_LINES)
    )
    findings = FindingsField(
        label=_("Funn den bygger på"),
        queryset=Finding.objects.none(),
        required=False,
        help_text=_("En utfordring uten funn blir trykt med ordene «ikke dokumentert»."),
    )
    why_it_matters = forms.CharField(
        label=_("Hvorfor det betyr noe"), required=False, widget=forms.Textarea(attrs=_LINES)
    )
    who_can_act = forms.CharField(
        label=_("Hvem kan gjøre noe"), required=False, widget=forms.Textarea(attrs=_LINES)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = findings_to_choose(self.access)
        fields: Any = self.fields
        fields["findings"].queryset = self.seen
        if self.row is None:
            self.initial["number"] = next_number(self.access.plan)

    def initial_from(self, row: Challenge) -> dict[str, Any]:
        """Tick the findings that the person may see; others are no part of the form."""
        start = super().initial_from(row)
        seen = findings_to_choose(self.access).filter(challenges=row)
        start["findings"] = list(seen.values_list("pk", flat=True))
        return start
