"""What fills a shape: told apart by tone and pattern, so that colour is never needed.

A pattern holds its own ground, so one shape is drawn once. Its name is made from the drawing
that it stands in (`Sheet.svg`), for several drawings share a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass

INK, QUIET, RULE, REST, PAPER = "#1b1f23", "#565d66", "#c5cad0", "#8a939d", "#ffffff"
# Land that a map shows and tells nothing of.
OUTSIDE = "#eef0f2"
TONES = 6
# How much of the subject's colour is left in tone 1, the lightest.
LIGHTEST = 0.16
# Written in a drawing before it knows its own name.
UNNAMED = "@"


@dataclass(frozen=True)
class Pattern:
    """A small tile: lines or dots in one colour on paper."""

    size: float
    marks: str  # with {stroke} or {fill} where the colour goes
    of: str  # subject, rest, quiet, paper
    ground: str = "paper"


_DIAGONAL = '<path d="M-1 1l2-2M0 {s}L{s} 0M{b} {a}l2-2" {stroke} stroke-width="{w}"/>'
_FALLING = '<path d="M-1 {b}l2 2M0 0L{s} {s}M{b} -1l2 2" {stroke} stroke-width="{w}"/>'


def _lines(form: str, size: int, width: float) -> str:
    return (
        form.replace("{s}", str(size))
        .replace("{a}", str(size + 1))
        .replace("{b}", str(size - 1))
        .replace("{w}", str(width))
    )


PATTERNS: Mapping[str, Pattern] = {
    "hatch": Pattern(6, _lines(_DIAGONAL, 6, 2), "subject"),
    "dots": Pattern(5, '<circle cx="2.5" cy="2.5" r="1.3" {fill}/>', "rest"),
    "cross": Pattern(6, _lines(_DIAGONAL, 6, 1) + _lines(_FALLING, 6, 1), "quiet"),
    "missing": Pattern(7, _lines(_FALLING, 7, 1), "quiet"),
    "low-1": Pattern(9, '<circle cx="4.5" cy="4.5" r="1.1" {fill}/>', "quiet"),
    "low-2": Pattern(6, '<circle cx="3" cy="3" r="1.3" {fill}/>', "quiet"),
    "low-3": Pattern(4, '<circle cx="2" cy="2" r="1.3" {fill}/>', "quiet"),
    # Every second class of a map, so that neighbours in tone differ in kind too.
    **{
        f"tone-{tone}-lines": Pattern(6, _lines(_DIAGONAL, 6, 1.2), "paper", f"tone-{tone}")
        for tone in range(1, TONES + 1)
    },
}
_COLOURS = {"rest": REST, "quiet": QUIET, "paper": PAPER}


def painted(fill: str, subject: str) -> str:
    """Return the attributes that fill a shape; patterns and open shapes have an edge too."""
    if fill in PATTERNS:
        return _patterned(fill, subject)
    if fill.startswith("tone-"):
        tone = int(fill.removeprefix("tone-"))
        return f'class="chart-{fill}" fill="{mixed(subject, tone)}"'
    plain = {
        "subject": f'class="chart-subject" fill="{subject}"',
        "rest": f'class="chart-rest" fill="{REST}"',
        "outside": f'class="chart-outside" fill="{OUTSIDE}"',
        "paper": f'class="chart-paper" fill="{PAPER}"',
        "ink": f'class="chart-ink" fill="{INK}"',
        "sum": f'class="chart-ink chart-line-paper" fill="{INK}" stroke="{PAPER}" stroke-width="2"',
        "open": f'class="chart-paper chart-edge" fill="{PAPER}" stroke="{QUIET}"',
    }
    return plain[fill]


def bordered(fill: str, subject: str) -> str:
    """Return the attributes of an area on a map: its fill and its border in one."""
    attributes = painted(fill, subject)
    if " stroke=" not in attributes:
        attributes = attributes.replace('class="', 'class="chart-border ', 1)
        attributes += f' stroke="{QUIET}"'
    return f'{attributes} stroke-width="0.8" stroke-linejoin="round"'


def _patterned(fill: str, subject: str) -> str:
    of_subject = PATTERNS[fill].of == "subject"
    edge = "chart-line-subject" if of_subject else "chart-edge"
    colour = subject if of_subject else QUIET
    return f'class="{edge}" fill="url(#{UNNAMED}{fill})" stroke="{colour}"'


def mixed(subject: str, tone: int) -> str:
    """Return the subject's colour on paper: tone 1 is the lightest, the last one is whole."""
    part = LIGHTEST + (1 - LIGHTEST) * (tone - 1) / (TONES - 1)
    parts = (int(subject[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - each) * part):02x}" for each in parts)


def pattern_svg(fill: str, subject: str) -> str:
    """Return the definition of a pattern."""
    pattern = PATTERNS[fill]
    colour = subject if pattern.of == "subject" else _COLOURS[pattern.of]
    drawn = pattern.marks.replace(
        "{stroke}", f'class="chart-line-{pattern.of}" fill="none" stroke="{colour}"'
    ).replace("{fill}", f'class="chart-{pattern.of}" fill="{colour}"')
    size = f'width="{pattern.size:g}" height="{pattern.size:g}"'
    return (
        f'<pattern id="{UNNAMED}{fill}" {size} patternUnits="userSpaceOnUse">'
        f"<rect {size} {painted(pattern.ground, subject)}/>{drawn}</pattern>"
    )
