"""Forms about an order: registering it with its source, and correcting it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.deadlines import deadline_in, read_deadline
from temaplan.workbench.mandate.forms.exact_text import ExactTextField
from temaplan.workbench.mandate.forms.years import year_field
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.sources import sources
from temaplan.workbench.mandate.rules.registering import has_a_source
from temaplan.workbench.mandate.vocabulary import CATEGORIES, MANDATE_VERBS, SOURCE_KINDS
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm, describe
from temaplan.workbench.plan.dates import NotADate
from temaplan.workbench.plan.terms import choices

CHOOSE = ("", _("Velg"))
_NEW = "source_"  # fields of a source document that is registered with its order


class OrderForm(PlanForm):
    """What an order says, in its exact words."""

    first: ClassVar[tuple[str, ...]] = (
        "wording",
        "title",
        "verb",
        "document",
        "addressee",
        "deadline_text",
    )
    more: ClassVar[tuple[str, ...]] = ("deadline", "category", "partners", "position")

    wording = ExactTextField(
        label=_("Ordlyd"), help_text=_("Nøyaktig slik det står i kilden, også skrivefeil.")
    )
    title = forms.CharField(
        label=_("Kort tittel"), max_length=200, help_text=_("Brukes i lister og lenker.")
    )
    verb = forms.ChoiceField(
        label=_("Hva ordren ber om"), choices=[CHOOSE, *choices(MANDATE_VERBS)]
    )
    document = forms.ModelChoiceField(
        label=_("Kildedokument"), queryset=SourceDocument.objects.none(), empty_label=_("Velg")
    )
    addressee = forms.CharField(
        label=_("Mottaker"),
        max_length=120,
        required=False,
        help_text=_("Hvem ordren er gitt til, med kildens ord."),
    )
    deadline_text = forms.CharField(
        label=_("Frist med ordrens ord"),
        max_length=120,
        required=False,
        strip=False,
        help_text=_("For eksempel «frem mot første tertial». Datoen blir regnet ut."),
    )
    deadline = NorwegianDateField(
        what=_("Fristen"),
        label=_("Frist som dato"),
        help_text=_("Fyll ut bare når ordene over ikke gir riktig dato."),
    )
    category = forms.ChoiceField(
        label=_("Kategori"), choices=[CHOOSE, *choices(CATEGORIES)], required=False
    )
    partners = forms.ModelMultipleChoiceField(
        label=_("Samarbeidspartnere"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    position = forms.IntegerField(
        label=_("Rekkefølge i dokumentet"), min_value=1, max_value=999, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["document"].queryset = sources(self.access.plan)
        actors = Organisation.objects.filter(plan=self.access.plan)
        fields["partners"].queryset = actors
        if not actors:
            del self.fields["partners"]

    def initial_from(self, row: Mandate) -> dict[str, Any]:
        """Show the day only where it is not what the words mean by themselves."""
        start = super().initial_from(row)
        try:
            if deadline_in(row.deadline_text, source=row.document).day == row.deadline:
                start["deadline"] = None
        except NotADate:  # came in with a folder; the form tells when it is saved
            pass
        return start

    def clean_deadline_text(self) -> str:
        """Refuse a day that no year has, with the sentence about just that day."""
        text = str(self.cleaned_data["deadline_text"])
        try:
            read_deadline(text)
        except NotADate as refusal:
            raise forms.ValidationError(refusal.message) from refusal
        return text

    def order_values(self) -> dict[str, Any]:
        """Return what belongs to the order itself."""
        values = {name: value for name, value in self.values().items() if not name.startswith(_NEW)}
        if values.get("position") is None:
            values.pop("position", None)
        return values


class NewOrderForm(OrderForm):
    """An order with its source: one of the list, or a new one in the same form."""

    first = (
        "wording",
        "title",
        "verb",
        "document",
        "source_title",
        "source_kind",
        "addressee",
        "deadline_text",
    )
    more = (
        "deadline",
        "category",
        "partners",
        "source_body_name",
        "source_year",
        "source_decided_on",
        "source_case_number",
        "source_link",
    )

    document = forms.ModelChoiceField(
        label=_("Kildedokument"),
        queryset=SourceDocument.objects.none(),
        empty_label=_("Et nytt dokument, som jeg skriver under"),
        required=False,
    )
    source_title = forms.CharField(
        label=_("Tittel på kildedokumentet"),
        max_length=200,
        required=False,
        help_text=_("Bare når dokumentet ikke står i listen."),
    )
    source_kind = forms.ChoiceField(
        label=_("Type kildedokument"),
        choices=[CHOOSE, *choices(SOURCE_KINDS)],
        required=False,
        help_text=_("Bare når dokumentet ikke står i listen."),
    )
    source_body_name = forms.CharField(
        label=_("Organ som vedtok eller fikk kildedokumentet"), max_length=120, required=False
    )
    source_year = year_field(_("År for kildedokumentet"))
    source_decided_on = NorwegianDateField(
        what=_("Vedtaksdatoen"), label=_("Vedtaksdato for kildedokumentet")
    )
    source_case_number = forms.CharField(
        label=_("Saksnummer for kildedokumentet"), max_length=40, required=False
    )
    source_link = forms.URLField(
        label=_("Lenke til kildedokumentet"), max_length=500, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["position"]
        if not sources(self.access.plan).exists():
            self._ask_for_the_first_source()

    def _ask_for_the_first_source(self) -> None:
        del self.fields["document"]
        for name in ("source_title", "source_kind"):
            field = self.fields[name]
            field.required, field.help_text = True, ""
            describe(self, name, field)

    def clean(self) -> dict[str, Any]:
        """Refuse an order without source, or with two."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "document" in self.fields and not {"source_title", "source_kind"} & set(self.errors):
            verdict = has_a_source(
                chosen=cleaned.get("document") is not None,
                new_title=cleaned.get("source_title", ""),
                new_kind=cleaned.get("source_kind", ""),
            )
            if not verdict.allowed:
                self.add_error("document", verdict.reason)
        return cleaned

    def new_source(self) -> dict[str, Any]:
        """Return what belongs to the new source document, or nothing when one was chosen."""
        if self.cleaned_data.get("document") is not None:
            return {}
        return {
            name.removeprefix(_NEW): value
            for name, value in self.values().items()
            if name.startswith(_NEW)
        }
