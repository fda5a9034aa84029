"""Forms about rules: confirm one, withdraw a confirmation."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.access import reading_date

_LINES = {"rows": 4}


class ConfirmForm(PlanForm):
    """When it was seen that the rule is kept, and what was seen."""

    first: ClassVar[tuple[str, ...]] = ("confirmed_on", "reason")

    confirmed_on = NorwegianDateField(
        what=gettext_lazy("Datoen"), label=gettext_lazy("Dato"), required=True
    )
    reason = forms.CharField(
        label=gettext_lazy("Hva er gjort, og hvor kan andre se det"),
        widget=forms.Textarea(attrs=_LINES),
        help_text=gettext_lazy("Skriv det slik at en som ikke var med, kan etterprøve det."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("confirmed_on", reading_date(self.access.plan))
        field = self.fields["confirmed_on"]
        assert isinstance(field, NorwegianDateField)
        field.year = reading_date(self.access.plan).year


class WithdrawForm(PlanForm):
    """Why a confirmation no longer holds."""

    reason = forms.CharField(
        label=gettext_lazy("Hvorfor trekkes bekreftelsen"), widget=forms.Textarea(attrs=_LINES)
    )
