"""Forms about the themes of a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.rules.themes import scope_is_explained
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import THEME_SCOPES


class ThemeForm(PlanForm):
    """A theme, and whether the plan takes it up."""

    first = ("title", "scope", "reason", "handled_in")

    title = forms.CharField(
        label=_("Tema"),
        max_length=200,
        help_text=_("For eksempel «Handel i sentrum» eller «Kompetanse»."),
    )
    scope = forms.ChoiceField(
        label=_("Er temaet med?"),
        choices=choices(THEME_SCOPES),
        widget=forms.RadioSelect,
        initial="undecided",
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Må fylles ut når temaet ikke er med."),
    )
    handled_in = forms.CharField(
        label=_("Hvor det blir behandlet i stedet"),
        max_length=300,
        required=False,
        help_text=_(
            "Når temaet ikke er med: en annen plan eller prosess, for eksempel "
            "kommuneplanens arealdel."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the reason and the other place where the theme is left out."""
        values = super().clean() or self.cleaned_data
        if "scope" in values and not self.errors:
            reason, place = values["reason"], values["handled_in"]
            verdict = scope_is_explained(scope=values["scope"], reason=reason, handled_in=place)
            if not verdict.allowed:
                self.add_error("handled_in" if reason.strip() else "reason", verdict.reason)
        return values
