"""The form about one contact with an actor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.actor.vocabulary import CONTACT_KINDS
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.terms import choices


class ContactForm(PlanForm):
    """When it was, what kind of contact, and what it was about."""

    first = ("date", "kind", "what")
    more = ("who",)

    date = NorwegianDateField(label=_("Dato"), what=_("Datoen"), required=True)
    kind = forms.ChoiceField(
        label=_("Hva skjedde"), choices=[("", _("Velg")), *choices(CONTACT_KINDS)]
    )
    what = forms.CharField(
        label=_("Hva det gjaldt"),
        max_length=300,
        help_text=_("For eksempel utvidet møte i kontaktutvalget."),
    )
    who = forms.CharField(
        label=_("Hvem hos aktøren"),
        max_length=120,
        required=False,
        help_text=_("Stilling eller kontor holder som regel, for eksempel daglig leder."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["date"]
        assert isinstance(field, NorwegianDateField)
        field.year = reading_date(self.access.plan).year
