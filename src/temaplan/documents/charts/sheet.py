"""The paper that charts are drawn on: few shapes, each with one meaning.

Colours are attributes for print and classes for the page, where the style sheet wins
over the attribute: the same drawing follows dark mode without being drawn twice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from temaplan.documents.lettering import FAMILY, SEMIBOLD, clean, text_width, wrapped

LABEL, SMALL = 14.0, 12.5
LINE_HEIGHT = 1.3
GAP = 8.0

INK, QUIET, RULE, REST, PAPER = "#1b1f23", "#565d66", "#c5cad0", "#8a939d", "#ffffff"
SUBJECT = "#0b4f3a"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# From the middle of a line of text down to its base line, in ems.
_TO_BASE_LINE = 0.36

Anchor = Literal["start", "end"]
RuleKind = Literal["rule", "reference", "on-bar"]
RULES: dict[RuleKind, str] = {"rule": RULE, "reference": INK, "on-bar": PAPER}


def subject_colour(colour: str) -> str:
    """Return the colour of what a document is about; our own where none is given."""
    return colour if _COLOUR.fullmatch(colour) else SUBJECT


@dataclass(frozen=True)
class Layout:
    """How much room there is, and where a row's label stands."""

    name: Literal["wide", "narrow"]
    width: float
    beside: bool  # labels beside the bars, or above them
    plot_height: float
    label_room: float


WIDE = Layout("wide", 640, beside=True, plot_height=270, label_room=220)
NARROW = Layout("narrow", 328, beside=False, plot_height=230, label_room=104)


class Sheet:
    """Collects shapes from top to bottom and gives them out as one SVG."""

    def __init__(self, layout: Layout, colour: str) -> None:
        self._layout = layout
        self._subject = subject_colour(colour)
        self._shapes: list[str] = []

    def bar(self, left: float, top: float, width: float, height: float, *, subject: bool) -> None:
        """Draw a bar."""
        self._shapes.append(
            f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(height)}" '
            f"{self._fill(subject)}/>"
        )

    def dot(self, x: float, y: float, *, subject: bool) -> None:
        """Draw the point of one figure."""
        fill = self._fill(subject)
        self._shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="4" {fill}/>')

    def curve(self, points: Sequence[tuple[float, float]], *, subject: bool, dash: str) -> None:
        """Draw the line of a time series."""
        name, colour = ("subject", self._subject) if subject else ("rest", REST)
        told = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(
            f'<polyline points="{told}" class="chart-line-{name}" fill="none" stroke="{colour}" '
            f'stroke-width="{3 if subject else 2}" stroke-linejoin="round"{dashes}/>'
        )

    def rule(self, x1: float, y1: float, x2: float, y2: float, kind: RuleKind = "rule") -> None:
        """Draw a thin line to measure against; a reference is dashed, and light on a bar."""
        dashes = "" if kind == "rule" else ' stroke-dasharray="3 3"'
        self._shapes.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
            f'class="chart-{kind}" stroke="{RULES[kind]}" stroke-width="1"{dashes}/>'
        )

    def words(
        self,
        x: float,
        middle: float,
        text: str,
        *,
        anchor: Anchor = "start",
        size: float = LABEL,
        quiet: bool = False,
        bold: bool = False,
    ) -> None:
        """Write one line of text around the height `middle`."""
        name, colour = ("quiet", QUIET) if quiet else ("ink", INK)
        weight = ' font-weight="600"' if bold else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(middle + size * _TO_BASE_LINE)}" '
            f'class="chart-{name}" fill="{colour}" font-size="{_n(size)}" '
            f'text-anchor="{anchor}"{weight}>{escape(clean(text))}</text>'
        )

    def lines_of_words(self, x: float, top: float, lines: Sequence[str], anchor: Anchor) -> float:
        """Write quiet lines under each other from `top`; returns where they end."""
        for place, line in enumerate(lines):
            middle = top + (place + 0.5) * SMALL * LINE_HEIGHT
            self.words(x, middle, line, anchor=anchor, size=SMALL, quiet=True)
        return top + len(lines) * SMALL * LINE_HEIGHT

    def svg(self, bottom: float, marking: str) -> str:
        """Return the drawing, cut off below `bottom`, with the marking under it."""
        width = self._layout.width
        for line in wrapped(marking, width / SEMIBOLD, SMALL) if marking else ():
            middle = bottom + SMALL * LINE_HEIGHT / 2
            self.words(width, middle, line, anchor="end", size=SMALL, quiet=True, bold=True)
            bottom += SMALL * LINE_HEIGHT
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-{self._layout.name}" '
            f'viewBox="0 0 {_n(width)} {_n(bottom)}" width="{_n(width)}" height="{_n(bottom)}" '
            f'font-family="{FAMILY}">{"".join(self._shapes)}</svg>'
        )

    def _fill(self, subject: bool) -> str:
        if subject:
            return f'class="chart-subject" fill="{self._subject}"'
        return f'class="chart-rest" fill="{REST}"'


def within(x: float, text: str, width: float, size: float = SMALL) -> float:
    """Return where a text that is centred at `x` begins, so that it stays on the sheet."""
    room = text_width(text, size)
    return max(min(x - room / 2, width - room), 0)


def _n(number: float) -> str:
    """Write a coordinate, the same on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
