"""The form about a source document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.mandate.forms.orders import CHOOSE
from temaplan.workbench.mandate.forms.years import year_field
from temaplan.workbench.mandate.vocabulary import SOURCE_KINDS
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.terms import choices


class SourceForm(PlanForm):
    """A political document. Only its title and kind must be known."""

    first = ("title", "kind", "body_name", "decided_on", "case_number", "link")
    more = (
        "upload",
        "remove_file",
        "year",
        "tertial",
        "period_start",
        "period_end",
        "note",
    )

    title = forms.CharField(label=_("Tittel"), max_length=200)
    kind = forms.ChoiceField(label=_("Type dokument"), choices=[CHOOSE, *choices(SOURCE_KINDS)])
    body_name = forms.CharField(
        label=_("Organ"),
        max_length=120,
        required=False,
        help_text=_("Organet som vedtok dokumentet, eller som fikk det."),
    )
    decided_on = NorwegianDateField(what=_("Vedtaksdatoen"), label=_("Vedtaksdato"))
    case_number = forms.CharField(
        label=_("Saksnummer"), max_length=40, required=False, help_text=_("For eksempel PS 34/26.")
    )
    link = forms.URLField(label=_("Lenke"), max_length=500, required=False)
    year = year_field(
        _("År"), help_text=_("Står året i tittelen, blir det lest derfra når du lar feltet stå.")
    )
    tertial = forms.TypedChoiceField(
        label=_("Tertial"),
        choices=[("", _("ikke en tertialrapport")), ("1", "1"), ("2", "2"), ("3", "3")],
        coerce=int,
        empty_value=None,
        required=False,
    )
    period_start = year_field(_("Første år i perioden"))
    period_end = year_field(_("Siste år i perioden"))
    upload = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_("PDF, Word, Excel, PNG, JPEG, CSV eller TXT."),
    )
    remove_file = forms.BooleanField(label=_("Ta bort filen"), required=False)
    note = forms.CharField(
        label=_("Merknad"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is None or self.row.file is None:
            del self.fields["remove_file"]
        else:
            self.fields["upload"].label = _("Bytt ut filen «%(name)s»") % {
                "name": self.row.file.name
            }

    def source_values(self) -> dict[str, Any]:
        """Return what the row gets; the file goes its own way."""
        return {
            name: value
            for name, value in self.values().items()
            if name not in {"upload", "remove_file"}
        }
