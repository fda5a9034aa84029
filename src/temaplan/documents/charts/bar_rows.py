"""Where the rows of a bar chart stand, and how long its bars may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.places import BETWEEN_ROWS, Place
from temaplan.documents.charts.sheet import GAP, LABEL, Layout
from temaplan.documents.charts.spec import Bar, Chart
from temaplan.documents.lettering import text_width, wrapped
from temaplan.documents.numbers import written

# Shorter than this is nothing: a unit would have no end.
NOTHING = 1e-290
# How far something reaches from zero, and the room that its figure needs beyond that.
End = tuple[float, float]


@dataclass(frozen=True)
class Row(Place):
    """One bar with its label and its figure."""

    bar: Bar
    figure: str

    @property
    def amount(self) -> float:
        """The length of the bar; one that is not known has none."""
        return self.bar["value"] or 0.0

    @property
    def side(self) -> int:
        """On which side of zero the figure stands."""
        return -1 if self.amount < 0 else 1


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
        row = Row(lines, top, layout.beside, bar, figure_of(bar, chart))
        yield row
        top += row.height + BETWEEN_ROWS


def figure_of(bar: Bar, chart: Chart) -> str:
    """Return the figure of a bar as it is written, or the word for why there is none."""
    value = bar["value"]
    return bar.get("missing", "") if value is None else written(value, **chart.get("number", {}))


def scale_for(chart: Chart, rows: Sequence[Row], left: float, width: float) -> Scale:
    """Give the bars all the room that the figures at their ends leave."""
    compared = chart["reference"]["value"] if "reference" in chart else 0.0
    before = [(max(-compared, 0.0), 0.0), *_ends(rows, side=-1)]
    after = [(max(compared, 0.0), 0.0), *_ends(rows, side=1)]
    return fitted_scale(before, after, left, width)


def fitted_scale(before: Sequence[End], after: Sequence[End], left: float, right: float) -> Scale:
    """Return the longest unit with which all ends, and the room each needs, stay between."""
    units = (
        (right - left - room_before - room_after) / (length_before + length_after)
        for length_before, room_before in before
        for length_after, room_after in after
        if length_before + length_after > NOTHING
    )
    unit = max(min(units, default=0.0), 0.0)
    return Scale(left + max((length * unit + room for length, room in before), default=0.0), unit)


def _ends(rows: Sequence[Row], *, side: int) -> list[tuple[float, float]]:
    """Return length and room for the figure of each bar on one side of zero."""
    return [
        (abs(row.amount), text_width(row.figure, LABEL) + GAP) for row in rows if row.side == side
    ]
