"""The municipality's settings as a form."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.errors import BadInput
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.arms import suffix_of_arms
from temaplan.workbench.plan.models import Municipality
from temaplan.workbench.plan.municipality_numbers import numbers_of_text, text_of_numbers
from temaplan.workbench.plan.rules.municipality import (
    LOCAL_NUMBERS,
    colour_can_be_read,
    host_is_a_name,
    local_number_is_founded,
)
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS


def _word(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=60, help_text=hint)


def _days(label: Any, hint: Any) -> forms.IntegerField:
    refusal = gettext_lazy("Skriv et helt antall dager, for eksempel 28.")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": refusal},
    )


def _decided_in(label: Any) -> forms.CharField:
    hint = gettext_lazy("Hvor det er bestemt, for eksempel reglement og paragraf.")
    return forms.CharField(label=label, max_length=300, required=False, help_text=hint)


class MunicipalityForm(PlanForm):
    """Name, words, look and numbers of the municipality."""

    first: ClassVar[tuple[str, ...]] = (
        "name",
        "language",
        "council_name",
        "executive_committee_name",
        "chief_executive_title",
        "colour",
    )
    more: ClassVar[tuple[str, ...]] = (
        "hearing_norm_days",
        "hearing_norm_source",
        "paper_days",
        "paper_days_source",
        "arms",
        "without_arms",
        "arms_alt",
        "numbers",
        "host",
    )

    name = forms.CharField(
        label=gettext_lazy("Navn"),
        max_length=120,
        help_text=gettext_lazy("Slik det står på dokumenter."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Målform"), choices=choices(LANGUAGE_FORMS), widget=forms.RadioSelect
    )
    council_name = _word(
        gettext_lazy("Navn på øverste folkevalgte organ"),
        gettext_lazy("I bestemt form, slik det står midt i en setning. Sitater beholder sine ord."),
    )
    executive_committee_name = _word(
        gettext_lazy("Navn på utvalget under det"), gettext_lazy("I bestemt form.")
    )
    chief_executive_title = _word(
        gettext_lazy("Tittel på øverste leder"), gettext_lazy("I bestemt form.")
    )
    colour = forms.CharField(
        label=gettext_lazy("Farge"),
        max_length=30,
        help_text=gettext_lazy(
            "Farge på lenker og streker, for eksempel #0b4f3a. Den må ha kontrast 4,5:1 mot hvitt."
        ),
    )
    hearing_norm_days = _days(
        gettext_lazy("Norm for høring i dager"),
        gettext_lazy("Hvor lenge en temaplan er på høring hos dere. Regel R06 bruker tallet."),
    )
    hearing_norm_source = _decided_in(gettext_lazy("Hvor normen er bestemt"))
    paper_days = _days(
        gettext_lazy("Dager fra sakspapirer til møte"),
        gettext_lazy(
            "Hvor mange dager før et politisk møte papirene skal være sendt. Regel R17 bruker "
            "tallet."
        ),
    )
    paper_days_source = _decided_in(gettext_lazy("Hvor fristen er bestemt"))
    arms = forms.FileField(
        label=gettext_lazy("Kommunevåpen eller logo"),
        required=False,
        widget=forms.FileInput,
        help_text=gettext_lazy("PNG, JPEG eller SVG, høyst 1 MB. Vises på de åpne sidene."),
    )
    without_arms = forms.BooleanField(
        label=gettext_lazy("Ta bort bildet som er der nå"), required=False
    )
    arms_alt = forms.CharField(
        label=gettext_lazy("Hva bildet viser"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Leses opp for dem som ikke ser det."),
    )
    numbers = forms.CharField(
        label=gettext_lazy("Kommunenummer over tid"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Ett per linje: nummer; første dag; siste dag. For eksempel "
            "«3005; 1. januar 2020; 31. desember 2023». Tomt betyr «ikke tildelt»."
        ),
    )
    host = forms.CharField(
        label=gettext_lazy("Vertsnavn"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "Nettadressen som viser bare denne kommunen. Den som drifter Temaplan, må også "
            "åpne for den."
        ),
    )

    def initial_from(self, row: Municipality) -> dict[str, Any]:
        """Show the numbers as lines; a file cannot be shown in a form."""
        start = super().initial_from(row)
        del start["arms"]
        return {**start, "numbers": text_of_numbers(row.numbers)}

    def clean_colour(self) -> str:
        """Refuse a colour that cannot be read, with the ratio that was measured."""
        colour = str(self.cleaned_data["colour"]).lower()
        verdict = colour_can_be_read(colour)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        return colour

    def clean_host(self) -> str:
        """Take only a name that can stand in an address, and that no other municipality has."""
        host = str(self.cleaned_data["host"]).strip().lower()
        verdict = host_is_a_name(host)
        if not verdict.allowed:
            raise forms.ValidationError(verdict.reason)
        taken = Municipality.objects.filter(host=host).exclude(pk=self.row.pk)
        if host and taken.exists():
            raise forms.ValidationError(
                _("Vertsnavnet «%(host)s» er brukt på denne installasjonen.") % {"host": host}
            )
        return host

    def clean_numbers(self) -> list[dict[str, str]]:
        """Read the lines; the refusal names the line."""
        try:
            return numbers_of_text(self.cleaned_data["numbers"])
        except BadInput as fault:
            raise forms.ValidationError(fault.message) from fault

    def clean_arms(self) -> tuple[str, bytes] | None:
        """Take only a picture that is what its name says, and that does nothing."""
        sent = self.cleaned_data["arms"]
        if not sent:
            return None
        content = sent.read()
        try:
            suffix_of_arms(sent.name, content)
        except BadInput as fault:
            raise forms.ValidationError(fault.message) from fault
        return sent.name, content

    def clean(self) -> dict[str, Any]:
        """Ask what the picture shows when there is one."""
        values = super().clean() or self.cleaned_data
        stays = bool(self.row.arms) and not values.get("without_arms")
        if (values.get("arms") or stays) and not values.get("arms_alt"):
            self.add_error("arms_alt", _("Skriv hva bildet viser."))
        for days, source in LOCAL_NUMBERS:
            self._check_local_number(days, source, values)
        return values

    def _check_local_number(self, days: str, source: str, values: dict[str, Any]) -> None:
        if days in self.errors:
            return
        number = values.get(days)
        verdict = local_number_is_founded(number, values.get(source, ""))
        if not verdict.allowed:
            has_source = bool(values.get(source)) or number is None
            self.add_error(days if has_source else source, verdict.reason)
