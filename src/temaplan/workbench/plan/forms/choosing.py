"""Choosing one milestone out of many: a plain list that is drawn quickly however long it is."""

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
        return format_html(
            "<select{}>{}</select>",
            format_html_join("", ' {}="{}"', attributes.items()),
            self._groups(chosen),
        )

    def _groups(self, chosen: str) -> SafeString:
        parts = []
        for key, label in self.choices:
            if isinstance(label, list | tuple):
                options = self._options(label, chosen)
                parts.append(format_html('<optgroup label="{}">{}</optgroup>', key, options))
            else:
                parts.append(self._options([(key, label)], chosen))
        return format_html_join("", "{}", ((part,) for part in parts))

    def _options(self, pairs: Any, chosen: str) -> SafeString:
        return format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) == chosen else "", label)
                for key, label in pairs
            ),
        )
