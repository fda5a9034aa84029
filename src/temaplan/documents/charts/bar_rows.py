"""Where the rows of a bar chart stand, and how long its bars may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.sheet import GAP, LABEL, LINE_HEIGHT, Layout
from temaplan.documents.charts.spec import Bar, Chart
from temaplan.documents.lettering import text_width, wrapped
from temaplan.documents.numbers import written

THICK_BESIDE, THICK_BELOW = 20.0, 16.0
BETWEEN_ROWS = 12.0
STEP = LABEL * LINE_HEIGHT


@dataclass(frozen=True)
class Row:
    """One bar with its label and its figure."""

    bar: Bar
    figure: str
    lines: Sequence[str]
    top: float
    beside: bool

    @property
    def amount(self) -> float:
        """The length of the bar; one that is not known has none."""
        return self.bar["value"] or 0.0

    @property
    def side(self) -> int:
        """On which side of zero the figure stands."""
        return -1 if self.amount < 0 else 1

    @property
    def thickness(self) -> float:
        """How thick the bar is."""
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
    def first_line(self) -> float:
        """The height of the middle of the label's first line."""
        over = (self.height - len(self.lines) * STEP) / 2 if self.beside else 0.0
        return self.top + over + STEP / 2


@dataclass(frozen=True)
class Scale:
    """Where zero is, and how long a unit is."""

    zero: float
    unit: float

    def at(self, amount: float) -> float:
        """Return the place of a figure."""
        return self.zero + amount * self.unit


def rows_from(chart: Chart, top: float, layout: Layout) -> Iterator[Row]:
    """Place the bars under each other."""
    room = layout.label_room if layout.beside else layout.width
    for bar in chart.get("bars", []):
        lines = wrapped(bar["label"], room, LABEL)
        row = Row(bar, figure_of(bar, chart), lines, top, layout.beside)
        yield row
        top += row.height + BETWEEN_ROWS


def figure_of(bar: Bar, chart: Chart) -> str:
    """Return the figure of a bar as it is written, or the word for why there is none."""
    value = bar["value"]
    return bar.get("missing", "") if value is None else written(value, **chart.get("number", {}))


def label_column(rows: Sequence[Row]) -> float:
    """Return how wide the labels beside the bars are, with the gap after them."""
    lines = [line for row in rows for line in row.lines]
    return max((text_width(line, LABEL) for line in lines), default=0) + GAP * 1.5


def scale_for(chart: Chart, rows: Sequence[Row], left: float, width: float) -> Scale:
    """Give the bars all the room that the figures at their ends leave."""
    compared = chart["reference"]["value"] if "reference" in chart else 0.0
    before = [(max(-compared, 0.0), 0.0), *_ends(rows, side=-1)]
    after = [(max(compared, 0.0), 0.0), *_ends(rows, side=1)]
    units = (
        (width - left - room_before - room_after) / (length_before + length_after)
        for length_before, room_before in before
        for length_after, room_after in after
        if length_before + length_after > 0
    )
    unit = max(min(units, default=0.0), 0.0)
    return Scale(left + max(length * unit + room for length, room in before), unit)


def _ends(rows: Sequence[Row], *, side: int) -> list[tuple[float, float]]:
    """Return length and room for the figure of each bar on one side of zero."""
    return [
        (abs(row.amount), text_width(row.figure, LABEL) + GAP) for row in rows if row.side == side
    ]
