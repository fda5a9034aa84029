"""The form about a table of figures: the file, and what must be known of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.errors import TemaplanError
from temaplan.sources.brought import as_csv, read_brought
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm

LARGEST = 2_000_000
FIRST_BORDERS, LAST_BORDERS = 1838, 2200


class TableForm(PlanForm):
    """A table that somebody brings, and what must be known of it. `text` is what was read."""

    first = ("file", "title", "source", "unit", "borders")
    more = ("vintage", "retrieved_on", "licence", "invented")

    file = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_(
            "CSV, Excel, Parquet eller PX med kolonnene region, industry, period og value, eller "
            "kommune, næring, år og verdi. Filen blir lest og vist før noe tas inn i planen."
        ),
    )
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

    text: str | None = None

    def clean(self) -> dict[str, Any]:
        """Read the file. What is odd about its lines is told beside them, on the next page."""
        cleaned: dict[str, Any] = super().clean() or {}
        upload = cleaned.get("file")
        if upload:
            self._read(bytes(upload.read(LARGEST + 1)))
        elif self.row is None and "file" not in self.errors:
            self.add_error("file", gettext("Velg filen med tallene."))
        return cleaned

    def _read(self, content: bytes) -> None:
        try:
            figures = as_csv(content) if len(content) <= LARGEST else content
        except TemaplanError as error:
            self.add_error("file", gettext(error.message))
            return
        if len(figures) > LARGEST:
            self.add_error("file", gettext("Filen er større enn 2 MB. Del den opp."))
            return
        brought = read_brought(figures)
        if brought.text:
            self.text = brought.text
        for problem in brought.faults if not brought.text else ():
            self.add_error("file", problem.sentence(gettext))

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return str(self.cleaned_data["file"].name or "") if self.text is not None else ""

    def about(self) -> dict[str, Any]:
        """Return what is said about the figures, with the year of their borders."""
        return {**self.table_values(), "borders": self.cleaned_data.get("borders")}

    def table_values(self) -> dict[str, Any]:
        """Return what is said about the table."""
        kept = ("title", "source", "unit", "vintage", "retrieved_on", "licence", "invented")
        return {name: self.cleaned_data[name] for name in kept}
