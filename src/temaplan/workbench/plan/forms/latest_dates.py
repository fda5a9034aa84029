"""Forms about counting backwards: which day, and which of the steps to move."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.queries.latest_dates import Planned, revisions_of


class DecisionDayForm(forms.Form):
    """The day of the decision, and that of the committee before it where it is fixed."""

    vedtak = NorwegianDateField(
        what=gettext_lazy("Vedtaksdagen"),
        label=gettext_lazy("Dagen planen skal vedtas"),
        required=True,
        error_messages={"required": gettext_lazy("Skriv dagen planen skal vedtas.")},
    )
    utvalg = NorwegianDateField(
        what=gettext_lazy("Møtedagen"),
        label=gettext_lazy("Møtet i utvalget før, hvis det er fastsatt"),
    )

    def __init__(self, data: Any, *, plan: Plan, **kwargs: Any) -> None:
        super().__init__(data or None, label_suffix="", **kwargs)
        self.use_required_attribute = False
        for field in self.fields.values():
            assert isinstance(field, NorwegianDateField)
            field.year = reading_date(plan).year


class ApplyForm(PlanForm):
    """Which steps to move to their latest day, and why."""

    take = forms.MultipleChoiceField(
        label=gettext_lazy("Hva skal endres i tidslinjen"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Velg minst én milepæl.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Begrunnelsen står ved siden av datoene i tidslinjen."),
    )

    def __init__(self, *args: Any, steps: Sequence[Planned], **kwargs: Any) -> None:
        offered = [step for step in steps if not step.is_there]
        chosen = [step.latest.code for step in offered if step.milestone]
        super().__init__(*args, initial={"take": chosen}, **kwargs)
        self.initial["revision"] = revisions_of(steps)
        field = self.fields["take"]
        assert isinstance(field, forms.MultipleChoiceField)
        # A form that is sent twice chooses what its first sending has moved.
        field.choices = [(step.latest.code, change_words(step)) for step in steps]
        field.widget.choices = [(step.latest.code, change_words(step)) for step in offered]


def change_words(step: Planned) -> str:
    """Say what applying one step does."""
    day = written_date(step.latest.day)
    if step.milestone is None:
        return _("Legg til «%(title)s» %(day)s") % {"title": step.latest.way_step.label, "day": day}
    row = step.milestone
    return _("Flytt «%(title)s» fra %(before)s til %(day)s") % {
        "title": row.title,
        "before": written_date(row.date, row.precision),
        "day": day,
    }
