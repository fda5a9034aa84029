"""Small pieces that pages are made of: a cell, a link with a reason, a fact."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Cell:
    """What stands in one place of a table or a fact list.

    `tag` gives the text a frame and a colour: neutral, success, warning or danger.
    The word carries the meaning, the colour only repeats it. `about` is heard, not seen:
    it tells many equal links apart («Flytt» – which one).
    """

    text: str
    href: str = ""
    tag: str = ""
    note: str = ""
    about: str = ""

    @property
    def drawn(self) -> SafeString:
        """The cell as markup. Lists draw hundreds of them, and a template for each is slow."""
        words = self._words()
        if self.tag:
            words = format_html('<span class="ds-tag" data-color="{}">{}</span>', self.tag, words)
        if self.note:
            return format_html('{}<span class="cell-note">{}</span>', words, self.note)
        return words

    def _words(self) -> SafeString:
        if not self.href:
            return linebreaksbr(self.text)
        if not self.about:
            return format_html('<a href="{}">{}</a>', self.href, self.text)
        heard = format_html('<span class="hidden"> {}</span>', self.about)
        return format_html('<a href="{}">{}{}</a>', self.href, self.text, heard)


@dataclass(frozen=True)
class Action:
    """A link that leads to doing something; with a `reason` it cannot be done now."""

    label: str
    url: str
    reason: str = ""
    primary: bool = False


Verb = Action


@dataclass(frozen=True)
class Empty:
    """What a page says when there is nothing: what belongs here, an example, how to begin."""

    text: str
    example: str = ""
    action: Action | None = None


@dataclass(frozen=True)
class Fact:
    """A label with what is known about it; `missing` is said when nothing is."""

    label: str
    value: "str | Cell | Sequence[Cell]" = ""
    missing: str = ""

    @property
    def cells(self) -> list[Cell]:
        """The value as cells, whatever form it was given in."""
        if isinstance(self.value, Cell):
            return [self.value]
        if isinstance(self.value, str):
            return [Cell(self.value)] if self.value else []
        return list(self.value)


@dataclass(frozen=True)
class Line:
    """One thing that belongs to the object of a page, with what may be done with it."""

    cells: Sequence[Cell]
    links: Sequence[Cell] = ()
    anchor: str = ""


@dataclass(frozen=True)
class Block:
    """A part of an object page that only its house knows how to draw."""

    heading: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    anchor: str = ""


def lines_block(
    heading: str, lines: Sequence[Line], *, none: str, add: Action | None = None, anchor: str = ""
) -> Block:
    """Return a list of things that belong to the object, or the sentence that there are none."""
    return Block(heading, "pages/lines.html", {"lines": lines, "none": none, "add": add}, anchor)
