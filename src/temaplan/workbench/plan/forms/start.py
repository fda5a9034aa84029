"""The form that starts a plan: where, which type, for which years, from which template."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from temaplan.workbench.plan.access import today
from temaplan.workbench.plan.forms.profile import PeriodForm, YearField
from temaplan.workbench.plan.models import Municipality
from temaplan.workbench.plan.plan_templates import PLAN_TEMPLATES
from temaplan.workbench.plan.queries.start import usual_first_year
from temaplan.workbench.plan.rules.start import first_year_is_possible
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import PLAN_TYPES

_ABOUT_THE_PLAN = (
    "title",
    "plan_type",
    "plan_type_reason",
    "purpose",
    "period_start",
    "period_end",
)


class StartForm(PeriodForm):
    """Start a plan. The type is always asked and never chosen beforehand."""

    first = (
        "municipality",
        "title",
        "plan_type",
        "period_start",
        "period_end",
        "template",
        "first_year",
    )
    more = ("purpose", "plan_type_reason")

    municipality = forms.ModelChoiceField(
        label=gettext_lazy("Kommune"), queryset=Municipality.objects.none(), empty_label=None
    )
    title = forms.CharField(
        label=gettext_lazy("Tittel"),
        max_length=200,
        help_text=gettext_lazy("For eksempel Næringsplan 2027–2031."),
    )
    plan_type = forms.ChoiceField(
        label=gettext_lazy("Plantype"),
        choices=choices(PLAN_TYPES),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "En temaplan gir retning uten lovbestemt prosess. En kommunedelplan følger "
            "plan- og bygningsloven."
        ),
    )
    template = forms.ChoiceField(
        label=gettext_lazy("Tidslinjen begynner med"),
        choices=[(each.code, each.sentence) for each in PLAN_TEMPLATES],
        widget=forms.RadioSelect,
    )
    first_year = YearField(
        label=gettext_lazy("Året arbeidet begynner"),
        help_text=gettext_lazy("Milepælene legges i dette året."),
    )
    purpose = forms.CharField(
        label=gettext_lazy("Formål"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    plan_type_reason = forms.CharField(
        label=gettext_lazy("Hvorfor denne plantypen"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, municipalities: QuerySet[Municipality]) -> None:
        start = {"template": PLAN_TEMPLATES[0].code, "first_year": usual_first_year(today())}
        super().__init__(data, access=None, initial=start)  # type: ignore[arg-type]
        where: Any = self.fields["municipality"]
        where.queryset = municipalities
        self.only = municipalities[0] if len(municipalities) == 1 else None
        if self.only is not None:  # nothing to choose
            del self.fields["municipality"]

    @property
    def chosen_municipality(self) -> Municipality:
        """Where the plan is to be: the one chosen, or the only one there is."""
        return self.only or self.cleaned_data["municipality"]

    def clean_first_year(self) -> int:
        """Refuse a year in which nobody can begin."""
        year = int(self.cleaned_data["first_year"])
        verdict = first_year_is_possible(year)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return year

    def about_the_plan(self) -> dict[str, Any]:
        """Return the clean values that the plan itself keeps."""
        return {name: self.cleaned_data[name] for name in _ABOUT_THE_PLAN}
