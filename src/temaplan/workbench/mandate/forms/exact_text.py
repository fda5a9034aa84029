"""A text that is kept exactly as it was typed."""

from typing import Any

from django import forms


class ExactTextField(forms.CharField):
    """Long text whose blanks, quotes and spelling mistakes are nobody's to mend.

    Only the line ends that a browser puts in for sending are taken out again.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 6}))
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the text with the line ends that were typed."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: Any) -> None:
        """Refuse a text of nothing but blanks where one is required."""
        super().validate(value.strip())
