"""The form that lets a newer calculation take the place of an outdated one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.evidence.queries.old_words import names_in
from temaplan.workbench.pages.forms import PlanForm

_LINES = {"rows": 3}


class RefreshForm(PlanForm):
    """What is said about the figures, read over; the figures themselves are computed."""

    title = forms.CharField(label=_("Tittel"), max_length=200)
    caveats = forms.CharField(
        label=_("Forbehold"), required=False, widget=forms.Textarea(attrs=_LINES)
    )
    description = forms.CharField(
        label=_("Hva figuren viser, for dem som ikke ser den"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        required=False,
        help_text=_("For eksempel at nye årstall er publisert. Står i historikken."),
    )

    def __init__(self, *args: Any, old: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chart = self.row.chart if self.row is not None else {}
        self.initial["description"] = chart.get("description", "")
        if not self.initial["description"]:
            del self.fields["description"]
        self._warn_of(old)

    def _warn_of(self, old: Sequence[str]) -> None:
        """Say under each text that it names something old."""
        for name in ("title", "caveats", "description"):
            found = names_in(str(self.initial.get(name) or ""), old)
            if found and name in self.fields:
                words = _("Teksten nevner %(old)s. Se om den fortsatt stemmer.")
                self.fields[name].help_text = words % {"old": ", ".join(found)}

    def words(self) -> dict[str, str]:
        """Return the texts as they are stored with the calculation."""
        values = self.values()
        return {
            name: values[name] for name in ("title", "caveats", "description") if name in values
        }
