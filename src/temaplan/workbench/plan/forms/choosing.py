"""Choosing one milestone out of many: a plain list that is drawn quickly however long it is."""

from html import escape
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """A `<select>` drawn in one piece. Django's own takes a template for each choice."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Draw the list with the chosen one marked."""
        chosen = "" if value is None else str(value)
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options = "".join(_drawn(key, label, chosen) for key, label in self.choices)
        return format_html(
            "<select{}>{}</select>",
            format_html_join("", ' {}="{}"', attributes.items()),
            SafeString(options),  # every word in it is escaped where it is drawn
        )


def _drawn(key: Any, label: Any, chosen: str) -> str:
    """Draw one choice, or a group of them under its heading."""
    if not isinstance(label, list | tuple):
        return _option(key, label, chosen)
    options = "".join(_option(each, words, chosen) for each, words in label)
    return f'<optgroup label="{escape(str(key))}">{options}</optgroup>'


def _option(key: Any, label: Any, chosen: str) -> str:
    value = str(key)
    selected = " selected" if value == chosen else ""
    return f'<option value="{escape(value)}"{selected}>{escape(str(label))}</option>'
