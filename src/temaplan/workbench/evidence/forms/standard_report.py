"""The form about the default report: which municipalities, and from when to when."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.sources import municipalities
from temaplan.workbench.evidence.forms.fetches import own_number
from temaplan.workbench.evidence.queries.layers import readable_layers
from temaplan.workbench.evidence.vocabulary import LAYER
from temaplan.workbench.pages.forms import PlanForm

_YEAR = {"inputmode": "numeric"}
FIRST_YEAR, LAST_YEAR = 1900, 2200


class StandardReportForm(PlanForm):
    """The municipality itself is chosen already; its neighbours stand ready."""

    first = ("regions", "other_regions", "layer")
    more = ("first_year", "last_year")

    regions = forms.MultipleChoiceField(
        label=_("Kommuner"), widget=forms.CheckboxSelectMultiple, required=False
    )
    other_regions = forms.CharField(
        label=_("Andre kommuner"),
        required=False,
        help_text=_(
            "Kommunenummer med komma imellom: 4003, 4001. Næringstall som følger med, gjelder "
            "Telemark."
        ),
    )
    layer = forms.ChoiceField(label=_("Hvem kan lese"), widget=forms.RadioSelect, initial="public")
    first_year = forms.IntegerField(
        label=_("Fra år"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs=_YEAR),
        help_text=_("Tomt betyr årene hele landet har tall for."),
    )
    last_year = forms.IntegerField(
        label=_("Til år"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs=_YEAR),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = own_number(self.access.plan.municipality)
        fields: dict[str, Any] = self.fields
        fields["layer"].choices = [
            (code, LAYER[code].label) for code in readable_layers(self.access)
        ]
        offered = _offered(own)
        fields["regions"].choices = offered
        if not offered:
            del self.fields["regions"]
        self.initial.setdefault("regions", [own] if own else [])

    def clean(self) -> dict[str, Any]:
        """At least one municipality; both years or none."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.codes(cleaned):
            self.add_error("other_regions", gettext("Velg minst én kommune."))
        if bool(cleaned.get("first_year")) != bool(cleaned.get("last_year")):
            self.add_error("last_year", gettext("Skriv både fra år og til år, eller ingen av dem."))
        return cleaned

    def codes(self, cleaned: dict[str, Any] | None = None) -> list[str]:
        """Return the numbers of the municipalities, each once."""
        values = self.cleaned_data if cleaned is None else cleaned
        typed = [part.strip() for part in str(values.get("other_regions") or "").split(",")]
        return list(dict.fromkeys([*(values.get("regions") or []), *filter(None, typed)]))

    def period(self) -> tuple[int, int] | None:
        """Return the years that were typed, or nothing."""
        first, last = self.cleaned_data["first_year"], self.cleaned_data["last_year"]
        return (first, last) if first and last else None


def _offered(own: str) -> list[tuple[str, str]]:
    if not own:
        return []
    near = [(each.code, each.name) for each in municipalities.neighbours_of(own)]
    return [(own, municipalities.name_of(own)), *near]
