"""Forms about what becomes of an order: steps, relations, and removing a relation."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.mandate.actions.course import Decision
from temaplan.workbench.mandate.deadlines import read_deadline
from temaplan.workbench.mandate.forms.orders import CHOOSE
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.sources import sources
from temaplan.workbench.mandate.vocabulary import RELATIONS
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.dates import NotADate
from temaplan.workbench.plan.terms import choices


class DeadlineField(forms.CharField):
    """A deadline typed as a date or in words: «innen utgangen av 2009». Cleans to a date."""

    def clean(self, value: Any) -> date | None:
        """Read the words; a new deadline must be one that can be computed."""
        text = super().clean(value)
        if not text:
            return None
        try:
            read = read_deadline(text)
        except NotADate as refusal:
            raise forms.ValidationError(refusal.message) from refusal
        if read.day is None:
            raise forms.ValidationError(
                _now("Fristen «%(text)s» er ikke forstått. Skriv en dato, eller ta med årstallet.")
                % {"text": text}
            )
        return read.day


def _new_deadline(**kwargs: Any) -> DeadlineField:
    return DeadlineField(
        label=_("Ny frist"),
        max_length=120,
        required=False,
        **{"help_text": _("For eksempel «utgangen av 2027» eller 1. juni 2027."), **kwargs},
    )


class StepForm(PlanForm):
    """Why a step is taken, and when and in which document that was decided."""

    reason = forms.CharField(label=_("Begrunnelse"), widget=forms.Textarea(attrs={"rows": 3}))
    taken_on = NorwegianDateField(
        label=_("Dato"), help_text=_("Dagen det ble avgjort. La feltet stå når den er ukjent.")
    )
    document = forms.ModelChoiceField(
        label=_("Dokument"),
        queryset=SourceDocument.objects.none(),
        required=False,
        empty_label=_("ukjent"),
        help_text=_("Dokumentet som avgjør det."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["document"].queryset = sources(self.access.plan)

    def initial_from(self, row: Mandate) -> dict[str, Any]:
        """Begin empty: the step is new, even if the order has a document of its own."""
        return {}

    @property
    def decision(self) -> Decision:
        """Why, when and where it was decided."""
        kept = self.cleaned_data
        return Decision(kept.get("reason", ""), kept.get("taken_on"), kept.get("document"))


class PostponeForm(StepForm):
    """A step that may move the deadline."""

    first = ("reason", "new_deadline", "taken_on", "document")
    new_deadline = _new_deadline()


class AbsorbForm(StepForm):
    """A step that lets the order become part of a later one."""

    first = ("later", "reason", "taken_on", "document")
    later = forms.ModelChoiceField(
        label=_("Senere ordre"),
        queryset=Mandate.objects.none(),
        empty_label=_("Velg"),
        help_text=_("Ordren som tar opp i seg denne."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["later"].queryset = _others(self.row)


class RelationForm(StepForm):
    """How this order relates to an earlier one."""

    first = ("relation", "earlier", "reason")
    more = ("new_deadline", "taken_on", "document")
    relation = forms.ChoiceField(label=_("Denne ordren"), choices=[CHOOSE, *choices(RELATIONS)])
    earlier = forms.ModelChoiceField(
        label=_("Tidligere ordre"), queryset=Mandate.objects.none(), empty_label=_("Velg")
    )
    new_deadline = _new_deadline(help_text=_("Bare når den tidligere ordren blir utsatt."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["earlier"].queryset = _others(self.row)
        fields["document"].empty_label = _("dokumentet der denne ordren står")


class UnrelateForm(PlanForm):
    """Why a relation is removed."""

    reason = forms.CharField(label=_("Begrunnelse"), widget=forms.Textarea(attrs={"rows": 3}))

    def initial_from(self, row: Any) -> dict[str, Any]:
        """Begin empty: the reason for making the relation is not that for removing it."""
        return {}


def _others(order: Mandate) -> Any:
    return Mandate.objects.filter(plan=order.plan_id).exclude(pk=order.pk)
