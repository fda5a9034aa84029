"""The form about a table of figures: the file, and what must be known of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.sources.brought import Brought, read_brought
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm

LARGEST = 2_000_000
FIRST_BORDERS, LAST_BORDERS = 1838, 2200


class TableForm(PlanForm):
    """A table that somebody brings. First it is read and shown; `content` is what was read."""

    first = ("file", "title", "source", "unit", "borders")
    more = ("vintage", "retrieved_on", "licence", "invented")

    file = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_(
            "CSV med kolonnene region, industry, period og value, eller kommune, næring, år og "
            "verdi. Filen blir lest og vist før noe lagres."
        ),
    )
    content = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Tittel"), max_length=200)
    source = forms.CharField(
        label=_("Kilde"), max_length=300, help_text=_("Hvem som ga ut tallene, og tabellnummer.")
    )
    unit = forms.CharField(
        label=_("Enhet"), max_length=60, help_text=_("For eksempel sysselsatte personer.")
    )
    borders = forms.IntegerField(
        label=_("Grenser fra år"),
        min_value=FIRST_BORDERS,
        max_value=LAST_BORDERS,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Bare når alle år er regnet om til kommunegrensene fra ett år."),
    )
    vintage = forms.CharField(
        label=_("Utgave"),
        max_length=60,
        required=False,
        help_text=_("For eksempel 4. kvartal 2025."),
    )
    retrieved_on = NorwegianDateField(what=_("Datoen"), label=_("Hentet"))
    licence = forms.CharField(label=_("Vilkår"), max_length=120, required=False)
    invented = forms.BooleanField(label=_("Tallene er oppdiktet"), required=False)

    brought: Brought | None = None

    def clean(self) -> dict[str, Any]:
        """Read the file; every fault is told on the page, beside the rows."""
        cleaned: dict[str, Any] = super().clean() or {}
        content = self._content(cleaned)
        if content is None:
            if self.row is None:
                self.add_error("file", gettext("Velg filen med tallene."))
            return cleaned
        if len(content) > LARGEST:
            self.add_error("file", gettext("Filen er større enn 2 MB. Del den opp."))
            return cleaned
        self.brought = read_brought(content, borders=cleaned.get("borders"))
        if self.brought.faults:
            self.add_error("file", gettext("Filen kan ikke tas inn slik den er. Se linjene under."))
        cleaned["content"] = self.brought.text
        return cleaned

    def _content(self, cleaned: dict[str, Any]) -> bytes | None:
        upload = cleaned.get("file")
        if upload:
            return bytes(upload.read(LARGEST + 1))
        text = cleaned.get("content")
        return text.encode() if text else None

    @property
    def is_confirmed(self) -> bool:
        """Whether the person has seen the table and asked for it to be taken in."""
        return "confirm" in self.data and "file" not in self.files

    def table_values(self) -> dict[str, Any]:
        """Return what is said about the table."""
        kept = ("title", "source", "unit", "vintage", "retrieved_on", "licence", "invented")
        return {name: self.cleaned_data[name] for name in kept}
