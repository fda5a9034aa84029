"""The form that asks which table a calculation is made from."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.sources import catalogue
from temaplan.sources.table import SourceTable
from temaplan.workbench.evidence.queries.runs import tables
from temaplan.workbench.pages.forms import PlanForm

OWN = "egen"  # before the slug of a table of the plan's own


class TableChoiceForm(PlanForm):
    """Which table a calculation is made from."""

    table = forms.ChoiceField(label=_("Tabell"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shipped = [(table.id, _shipped_words(table)) for table in catalogue.TABLES]
        own = [
            (f"{OWN}/{table.slug}", f"{table.title} ({table.source})")
            for table in tables(self.access)
        ]
        fields: dict[str, Any] = self.fields
        fields["table"].choices = [*own, *shipped]


def _shipped_words(table: SourceTable) -> str:
    return f"{gettext(table.title)}: {gettext(table.regions)} ({table.source}, {table.vintage})"
