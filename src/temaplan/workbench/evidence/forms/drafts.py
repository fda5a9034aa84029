"""Forms about a file on its way in: a line mended, something odd answered for."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import PlanForm

_LINES = {"rows": 3}


@dataclass(frozen=True)
class LineRow:
    """One line of a file as a row of a form; its revision is what it says."""

    number: int
    heading: Sequence[str]
    cells: Sequence[str]

    @property
    def revision(self) -> int:
        """Changes when anybody changes the line."""
        return zlib.crc32("\x1f".join(self.cells).encode())

    def __getattr__(self, name: str) -> str:
        """Return a cell by the name of its field."""
        if name.startswith("cell_") and name.removeprefix("cell_").isdigit():
            at = int(name.removeprefix("cell_"))
            return self.cells[at] if at < len(self.cells) else ""
        raise AttributeError(name)

    def __str__(self) -> str:
        return _("linje %(number)d") % {"number": self.number}


class LineForm(PlanForm):
    """The cells of one line, under the headings of the file."""

    remove = forms.BooleanField(label=gettext_lazy("Ta bort linjen"), required=False)

    def __init__(self, *args: Any, row: LineRow, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        remove = self.fields.pop("remove")
        for at, heading in enumerate(row.heading):
            name = f"cell_{at}"
            self.fields[name] = forms.CharField(label=heading.strip(), required=False)
            self.initial[name] = getattr(row, name)
        self.fields["remove"] = remove

    def typed(self) -> dict[str, str]:
        """Return the cells by the names of their fields."""
        return {
            name: value for name, value in self.cleaned_data.items() if name.startswith("cell_")
        }

    def cells(self) -> list[str] | None:
        """Return the cells as they are typed; None for a line that is taken out."""
        if self.cleaned_data.get("remove"):
            return None
        return [self.cleaned_data[f"cell_{at}"] for at in range(len(self.row.heading))]


class AcceptForm(PlanForm):
    """Why figures with something odd about them can be used all the same."""

    reason = forms.CharField(
        label=gettext_lazy("Begrunnelse"),
        widget=forms.Textarea(attrs=_LINES),
        max_length=500,
        help_text=gettext_lazy("Står sammen med navnet ditt ved siden av tallene overalt."),
    )
