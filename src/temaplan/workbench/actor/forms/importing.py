"""The form about a list of actors: first the file, then its rows as they were seen."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.errors import BadInput
from temaplan.workbench.actor.queries.importing import judged
from temaplan.workbench.actor.rules.importing import ImportLine
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.sheet_file import MOST_BYTES, Rows, read_sheet

MOST_ROWS = 10_000


class ImportForm(PlanForm):
    """A file of actors, or the rows of one that the person has looked over.

    `sheet` holds the rows and `lines` what would become of each.
    """

    first = ("file",)

    file = forms.FileField(
        label=_("Fil"),
        required=False,
        error_messages={"empty": _("Filen er tom. Velg en annen.")},
        help_text=_(
            "CSV eller Excel. Første rad har overskriftene: Navn, Gruppe, og gjerne "
            "Organisasjonsnummer, Nivå, Kortnavn og Merknad. Du ser hva som blir lagt til, før "
            "noe blir lagret."
        ),
    )
    rows = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.data.get("rows"):
            file = self.fields["file"]
            file.required = True
            file.error_messages["required"] = gettext("Velg filen med aktørene.")

    def clean(self) -> dict[str, Any]:
        """Read the file, or the rows that were seen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "file" in self.errors:
            return cleaned
        try:
            self.sheet = self._sheet(cleaned)
            self.lines: list[ImportLine] = judged(self.access.plan, self.sheet)
        except BadInput as refusal:
            self.add_error("file", refusal.message)
        return cleaned

    def _sheet(self, cleaned: dict[str, Any]) -> Rows:
        upload = cleaned.get("file")
        if upload:
            return read_sheet(bytes(upload.read(MOST_BYTES + 1)), most_rows=MOST_ROWS)
        return _rows_of(cleaned["rows"])


def _rows_of(text: str) -> Rows:
    """Read the rows back from the page, which may have been tampered with on its way."""
    try:
        rows = json.loads(text)
    except ValueError:
        rows = None
    if not isinstance(rows, list) or not rows or not all(_is_row(row) for row in rows):
        raise BadInput(gettext("Radene kom ikke tilbake hele. Velg filen på nytt."))
    return rows


def _is_row(row: object) -> bool:
    return isinstance(row, list) and all(isinstance(cell, str) for cell in row)
