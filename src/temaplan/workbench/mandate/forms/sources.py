"""The form about a source document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.mandate.forms.orders import CHOOSE
from temaplan.workbench.mandate.forms.years import year_field
from temaplan.workbench.mandate.vocabulary import SOURCE_KINDS
from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.models import Attachment
from temaplan.workbench.plan.terms import choices


class SourceForm(PlanForm):
    """A political document. Only its title and kind must be known."""

    first = ("title", "kind", "body_name", "decided_on", "case_number", "link")
    more = ("year", "tertial", "period_start", "period_end", "file", "note")

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
    file = forms.ModelChoiceField(
        label=_("Fil"), queryset=Attachment.objects.none(), required=False, empty_label=_("ingen")
    )
    note = forms.CharField(
        label=_("Merknad"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files = Attachment.objects.filter(plan=self.access.plan, internal=False)
        fields: Any = self.fields
        fields["file"].queryset = files
        if not files:
            del self.fields["file"]
