"""Forms about a finding: its text, and a figure that is put into it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.evidence.results import written_figure
from temaplan.workbench.evidence.vocabulary import FIGURE_FORMATS
from temaplan.workbench.pages.forms import PlanForm

_LINES = {"rows": 4}


class FindingForm(PlanForm):
    """What was found, in words; figures stand as {1}, {2} and come from calculations."""

    text = forms.CharField(
        label=_("Funn"),
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Én ting per funn. Tall henter du fra en analyse, så de aldri skrives av."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figures = list(self.row.figures.all()) if self.row is not None else []
        if figures:
            self.fields["text"].help_text = _(
                "%(places)s er tall fra en analyse. Flytt dem dit de skal stå i setningen. "
                "Tar du bort ett, blir det ikke lenger sitert."
            ) % {"places": ", ".join(f"{{{figure.number}}}" for figure in figures)}


class QuoteForm(PlanForm):
    """Where in a finding a figure stands, and how it is written."""

    text = forms.CharField(label=_("Funn"), widget=forms.Textarea(attrs=_LINES))
    format = forms.ChoiceField(label=_("Skrivemåte"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, figure: float, place: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = _("Sett {%(place)d} der tallet skal stå.") % {
            "place": place
        }
        fields: dict[str, Any] = self.fields
        fields["format"].choices = [
            (form.code, f"{written_figure(figure, form.code)} ({form.label})")
            for form in FIGURE_FORMATS
        ]
