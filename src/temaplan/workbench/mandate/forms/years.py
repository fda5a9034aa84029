"""A year as a field."""

from typing import Any

from django import forms

from temaplan.workbench.mandate.rules.registering import FIRST_YEAR, LAST_YEAR


def year_field(label: Any, **kwargs: Any) -> forms.IntegerField:
    """Return an optional field for a year of four digits."""
    return forms.IntegerField(
        label=label,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        **kwargs,
    )
