"""The paper that charts are drawn on: few shapes, each with one meaning.

Colours are attributes for print and classes for the page, where the style sheet wins
over the attribute: the same drawing follows dark mode without being drawn twice.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from temaplan.documents.charts.fills import (
    INK,
    PAPER,
    PATTERNS,
    QUIET,
    REST,
    RULE,
    UNNAMED,
    bordered,
    painted,
    pattern_svg,
)
from temaplan.documents.charts.shapes import box, circle, number, path, told
from temaplan.documents.lettering import FAMILY, SEMIBOLD, clean, text_width, wrapped

LABEL, SMALL = 14.0, 12.5
LINE_HEIGHT = 1.3
GAP = 8.0

SUBJECT = "#0b4f3a"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# From the middle of a line of text down to its base line, in ems.
_TO_BASE_LINE = 0.36

Anchor = Literal["start", "end"]
RuleKind = Literal["rule", "reference", "on-bar", "border"]
RULES: dict[RuleKind, str] = {"rule": RULE, "reference": INK, "on-bar": PAPER, "border": QUIET}


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
        self._patterns: dict[str, str] = {}

    @property
    def width(self) -> float:
        """How wide the sheet is."""
        return self._layout.width

    def fill(self, shape: str, fill: str) -> None:
        """Draw a shape (`shapes`) filled with a tone or a pattern (`fills`)."""
        self._shapes.append(f"<{shape} {painted(fill, self._subject)}/>")
        self._keep_pattern(fill)

    def area(self, drawn: str, fill: str) -> None:
        """Draw an area of a map, with its border."""
        self._shapes.append(f"<{path(drawn)} {bordered(fill, self._subject)}/>")
        self._keep_pattern(fill)

    def _keep_pattern(self, fill: str) -> None:
        if fill in PATTERNS:
            self._patterns.setdefault(fill, pattern_svg(fill, self._subject))

    def bar(self, left: float, top: float, width: float, height: float, *, subject: bool) -> None:
        """Draw a bar."""
        self.fill(box(left, top, width, height), "subject" if subject else "rest")

    def dot(self, x: float, y: float, *, subject: bool) -> None:
        """Draw the point of one figure."""
        self.fill(circle(x, y, 4), "subject" if subject else "rest")

    def ring(self, x: float, y: float, radius: float) -> None:
        """Draw an open point."""
        self.fill(circle(x, y, radius), "open")

    def outline(self, told: str, kind: RuleKind, width: float) -> None:
        """Draw the line of a path, unfilled."""
        self._shapes.append(
            f'<{path(told)} class="chart-{kind}" fill="none" stroke="{RULES[kind]}" '
            f'stroke-width="{number(width)}" stroke-linejoin="round"/>'
        )

    def curve(self, points: Sequence[tuple[float, float]], *, subject: bool, dash: str) -> None:
        """Draw the line of a time series."""
        name, colour = ("subject", self._subject) if subject else ("rest", REST)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(
            f'<polyline points="{told(points)}" class="chart-line-{name}" fill="none" '
            f'stroke="{colour}" stroke-width="{3 if subject else 2}" stroke-linejoin="round"'
            f"{dashes}/>"
        )

    def edge(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw the edge of a band."""
        self._shapes.append(
            f'<polyline points="{told(points)}" class="chart-line-subject" fill="none" '
            f'stroke="{self._subject}" stroke-width="1"/>'
        )

    def rule(self, x1: float, y1: float, x2: float, y2: float, kind: RuleKind = "rule") -> None:
        """Draw a thin line to measure against; a reference is dashed, and light on a bar."""
        dashes = "" if kind == "rule" else ' stroke-dasharray="3 3"'
        self._shapes.append(
            f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
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
        halo: bool = False,
    ) -> None:
        """Write one line of text around the height `middle`; a halo keeps lines out of it."""
        name, colour = ("quiet", QUIET) if quiet else ("ink", INK)
        weight = ' font-weight="600"' if bold else ""
        if halo:
            name += " chart-line-paper"
            weight += f' stroke="{PAPER}" stroke-width="3" paint-order="stroke"'
        self._shapes.append(
            f'<text x="{number(x)}" y="{number(middle + size * _TO_BASE_LINE)}" '
            f'class="chart-{name}" fill="{colour}" font-size="{number(size)}" '
            f'text-anchor="{anchor}"{weight}>{escape(clean(text))}</text>'
        )

    def words_on_subject(self, middle_x: float, middle: float, text: str) -> None:
        """Write one line on the subject's colour, around a point."""
        x = middle_x - text_width(text, LABEL) / 2
        self._shapes.append(
            f'<text x="{number(x)}" y="{number(middle + LABEL * _TO_BASE_LINE)}" '
            f'class="chart-paper" fill="{PAPER}" font-size="{number(LABEL)}" '
            f'text-anchor="start">{escape(clean(text))}</text>'
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
        size = f'width="{number(width)}" height="{number(bottom)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-{self._layout.name}" '
            f'viewBox="0 0 {number(width)} {number(bottom)}" {size} '
            f'font-family="{FAMILY}">{self._named("".join(self._shapes))}</svg>'
        )

    def _named(self, shapes: str) -> str:
        """Put the patterns before the shapes, under names that no other drawing has."""
        if not self._patterns:
            return shapes
        name = f"c{hashlib.sha256(f'{self._layout.name}{shapes}'.encode()).hexdigest()[:10]}-"
        patterns = "".join(self._patterns[fill] for fill in sorted(self._patterns))
        named = shapes.replace(f"url(#{UNNAMED}", f"url(#{name}")
        return f"<defs>{patterns.replace(f'id="{UNNAMED}', f'id="{name}')}</defs>{named}"


def within(x: float, text: str, width: float, size: float = SMALL) -> float:
    """Return where a text that is centred at `x` begins, so that it stays on the sheet."""
    room = text_width(text, size)
    return max(min(x - room / 2, width - room), 0)
