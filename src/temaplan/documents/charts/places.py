"""Rows under each other: the label of each beside its marks, or above them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.sheet import GAP, LABEL, LINE_HEIGHT, Layout, Sheet
from temaplan.documents.lettering import SEMIBOLD, text_width, wrapped

THICK_BESIDE, THICK_BELOW = 20.0, 16.0
BETWEEN_ROWS = 12.0
STEP = LABEL * LINE_HEIGHT


@dataclass(frozen=True)
class Place:
    """Where a label and the marks beside or under it stand."""

    lines: Sequence[str]
    top: float
    beside: bool

    @property
    def thickness(self) -> float:
        """How thick a bar is."""
        return THICK_BESIDE if self.beside else THICK_BELOW

    @property
    def height(self) -> float:
        """How much room bar and label take together."""
        words = len(self.lines) * STEP
        return max(words, THICK_BESIDE) if self.beside else words + THICK_BELOW

    @property
    def middle(self) -> float:
        """The height of the middle of the bar."""
        return self.top + (self.height if self.beside else 2 * self.height - THICK_BELOW) / 2

    @property
    def bar_top(self) -> float:
        """The height where the bar begins."""
        return self.middle - self.thickness / 2

    @property
    def first_line(self) -> float:
        """The height of the middle of the label's first line."""
        over = (self.height - len(self.lines) * STEP) / 2 if self.beside else 0.0
        return self.top + over + STEP / 2

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.top + self.height


def placed(labels: Iterable[str], layout: Layout, top: float, room: float = 0.0) -> Iterator[Place]:
    """Place rows under each other; labels above their marks have `room` for themselves."""
    width = layout.label_room if layout.beside else room or layout.width
    for label in labels:
        # A label may be bold: leave it the room.
        place = Place(wrapped(label, width / SEMIBOLD, LABEL), top, layout.beside)
        yield place
        top = place.bottom + BETWEEN_ROWS


def label_column(places: Sequence[Place], *, bold: bool = False) -> float:
    """Return how wide the labels beside the marks are, with the gap after them."""
    lines = [line for place in places if place.beside for line in place.lines]
    widest = max((text_width(line, LABEL, bold=bold) for line in lines), default=0.0)
    return widest + GAP * 1.5 if lines else 0.0


def write_label(sheet: Sheet, place: Place, left: float, *, bold: bool = False) -> None:
    """Write the label of a row, right before `left` or from the left edge."""
    for number, line in enumerate(place.lines):
        middle = place.first_line + number * STEP
        if place.beside:
            sheet.words(left - GAP * 1.5, middle, line, anchor="end", bold=bold)
        else:
            sheet.words(0, middle, line, bold=bold)


def middle_line(sheet: Sheet, x: float, places: Sequence[Place], top: float) -> float:
    """Draw the line that bars begin at, and not through words; returns where the rows end."""
    if not places:
        return top
    bottom = places[-1].bottom + BETWEEN_ROWS / 2
    if places[0].beside:
        sheet.rule(x, top, x, bottom)
    else:
        for place in places:
            sheet.rule(x, place.bar_top - 2, x, place.bar_top + place.thickness + 2)
    return bottom
