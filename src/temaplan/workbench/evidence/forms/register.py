"""The form about a source of knowledge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.evidence.queries.layers import readable_layers
from temaplan.workbench.evidence.rules.register import FIRST_YEAR, LAST_YEAR
from temaplan.workbench.evidence.vocabulary import EVIDENCE_KINDS, LAYER
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.terms import choices

CHOOSE = ("", _("Velg"))
_LINES = {"rows": 3}


def _text(label: Any, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs=_LINES), **kwargs
    )


class EvidenceForm(PlanForm):
    """A report, an analysis, a meeting, a set of statistics. Only title and kind must be known."""

    first = ("title", "kind", "description", "mandates", "layer")
    more = (
        "author",
        "commissioner",
        "year",
        "geography",
        "method",
        "limits",
        "link",
        "upload",
        "remove_file",
        "position",
    )

    title = forms.CharField(label=_("Tittel"), max_length=300)
    kind = forms.ChoiceField(label=_("Type"), choices=[CHOOSE, *choices(EVIDENCE_KINDS)])
    description = _text(_("Kort om kilden"))
    mandates = forms.ModelMultipleChoiceField(
        label=_("Mandater den tjener"),
        queryset=Mandate.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    layer = forms.ChoiceField(
        label=_("Hvem kan lese"),
        widget=forms.RadioSelect,
        initial="public",
        help_text=_("Funn, analyser og filer følger kilden. Bare åpne kilder står i dokumentene."),
    )
    author = forms.CharField(label=_("Utført av"), max_length=300, required=False)
    commissioner = forms.CharField(label=_("Bestilt av"), max_length=300, required=False)
    year = forms.IntegerField(
        label=_("År"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    geography = forms.CharField(
        label=_("Geografi"),
        max_length=300,
        required=False,
        help_text=_("Hvilke kommuner eller områder kilden dekker, og i hvilke grenser."),
    )
    method = _text(_("Metode"))
    limits = _text(_("Begrensninger"), help_text=_("Hva kilden ikke kan si noe om."))
    link = forms.URLField(label=_("Lenke"), max_length=500, required=False)
    upload = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_("PDF, Word, Excel, PNG, JPEG, CSV eller TXT."),
    )
    remove_file = forms.BooleanField(label=_("Ta bort filen"), required=False)
    position = forms.IntegerField(
        label=_("Rekkefølge"), min_value=1, max_value=9999, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["layer"].choices = [
            (code, LAYER[code].label) for code in readable_layers(self.access)
        ]
        self._offer_mandates()
        if self.row is None or self.row.file is None:
            del self.fields["remove_file"]
        else:
            self.fields["upload"].label = _("Bytt ut filen «%(name)s»") % {
                "name": self.row.file.name
            }

    def _offer_mandates(self) -> None:
        orders = Mandate.objects.filter(plan=self.access.plan)
        fields: dict[str, Any] = self.fields
        fields["mandates"].queryset = orders
        if not orders:
            del self.fields["mandates"]

    def evidence_values(self) -> dict[str, Any]:
        """Return what the row gets; an empty position is left to the action."""
        values = self.values()
        for name in ("upload", "remove_file"):
            values.pop(name, None)
        if values.get("position") is None:
            values.pop("position", None)
        return values
