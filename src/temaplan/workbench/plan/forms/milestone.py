"""Forms about the timeline: a milestone, its move, its state, the approval."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm, describe
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.rules.dependencies import duration_is_possible
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import MILESTONE_STATES, MILESTONE_STEPS

_LINES = {"rows": 3}


def _date_field() -> NorwegianDateField:
    return NorwegianDateField(
        months=True,
        what=gettext_lazy("Datoen"),
        label=gettext_lazy("Når"),
        help_text=gettext_lazy("Skriv for eksempel 7. juni, 07.06.2011 eller bare juni."),
    )


def _set_year(form: PlanForm, name: str, usual: date) -> None:
    """Say which year is meant where somebody writes «7. juni»."""
    field = form.fields[name]
    assert isinstance(field, NorwegianDateField)
    field.year = usual.year


class MilestoneForm(PlanForm):
    """What a milestone says. Its date is here only while it is new; later it is moved."""

    first = ("title", "when", "responsible")
    more = ("step", "duration_days", "body", "note")

    title = forms.CharField(label=gettext_lazy("Hva skal skje"), max_length=300)
    when = _date_field()
    responsible = forms.CharField(
        label=gettext_lazy("Ansvarlig"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Et kontor eller en rolle, for eksempel prosjektleder."),
    )
    body = forms.CharField(
        label=gettext_lazy("Organ"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Skriv hvilket organ som behandler saken, hvis det er et møte."),
    )
    step = forms.ChoiceField(
        label=gettext_lazy("Steg i prosessen"),
        choices=[
            ("", gettext_lazy("ikke et steg som regler regnes fra")),
            *choices(MILESTONE_STEPS),
        ],
        required=False,
        help_text=gettext_lazy("Regler og frister regnes fra dette, ikke fra tittelen."),
    )
    duration_days = forms.IntegerField(
        label=gettext_lazy("Varighet i dager"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        help_text=gettext_lazy("Tomt er én dag. Den første dagen er med."),
        error_messages={"invalid": gettext_lazy("Skriv varigheten som et helt tall.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Merknad"), required=False, widget=forms.Textarea(attrs=_LINES)
    )

    def clean_duration_days(self) -> int | None:
        """Refuse a duration that cannot be, with the limits."""
        days: int | None = self.cleaned_data["duration_days"]
        verdict = duration_is_possible(days)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return days

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is None:
            _set_year(self, "when", reading_date(self.access.plan))
        else:
            del self.fields["when"]


class MoveForm(PlanForm):
    """A new date. Once the timeline is approved the reason is asked for too."""

    when = _date_field()
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor flyttes den"),
        widget=forms.Textarea(attrs=_LINES),
        help_text=gettext_lazy("Begrunnelsen står ved siden av datoene i tidslinjen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _set_year(self, "when", self.row.date or reading_date(self.access.plan))
        if self.access.plan.baseline_approved_on is None:
            del self.fields["reason"]

    def initial_from(self, row: Milestone) -> dict[str, Any]:
        """Show the date that the milestone has."""
        return {"when": ReadDate(row.date, row.precision) if row.date else None}


class StateForm(PlanForm):
    """Where a milestone stands."""

    state = forms.ChoiceField(
        label=gettext_lazy("Status"), choices=choices(MILESTONE_STATES), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Begrunnelse"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=gettext_lazy("Må fylles ut når milepælen avlyses."),
    )


class ApprovalForm(PlanForm):
    """When the timeline was approved, and by which decision."""

    approved_on = NorwegianDateField(
        what=gettext_lazy("Vedtaksdatoen"), label=gettext_lazy("Vedtatt"), required=True
    )
    reason = forms.CharField(
        label=gettext_lazy("Vedtak"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Organ og saksnummer, hvis du har dem."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_of = reading_date(self.access.plan)
        self.initial["approved_on"] = as_of
        _set_year(self, "approved_on", as_of)
        self.initial.pop("reason", None)
        if self.access.plan.baseline_approved_on is not None:
            reason = self.fields["reason"]
            reason.label = gettext_lazy("Hvorfor vedtas den på nytt")
            reason.help_text = gettext_lazy("Skriv også organ og saksnummer, hvis du har dem.")
            reason.required = True
            describe(self, "reason", reason)


class DiscardForm(PlanForm):
    """Why a row is removed."""

    reason = forms.CharField(
        label=gettext_lazy("Hvorfor forkastes den"), widget=forms.Textarea(attrs=_LINES)
    )
