"""The field of a time series: axes, the parts of a broken line, labels at its ends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.shapes import Point
from temaplan.documents.charts.sheet import GAP, LABEL, LINE_HEIGHT, SMALL, Sheet, within
from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.ticks import decimals_needed
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

TOP = 10.0
PERIODS_APART = 18.0
# A step that divides the periods evenly may be so much longer than the shortest one.
EVEN = 2
STEP = LABEL * LINE_HEIGHT


@dataclass(frozen=True)
class Plot:
    """The field between the axes, and what its edges stand for."""

    left: float
    right: float
    bottom: float
    ticks: Sequence[float]
    periods: int
    top: float = TOP

    def x(self, place: int) -> float:
        """Return where a period stands."""
        if self.periods == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * place / (self.periods - 1)

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - self.top) * (value - low) / (high - low)


@dataclass(frozen=True)
class EndLabel:
    """The name and the last figure of a line, and where they would like to stand."""

    lines: Sequence[str]
    bold: bool
    wish: float

    @property
    def height(self) -> float:
        """How much room the label takes."""
        return len(self.lines) * STEP


def ticks_as_written(ticks: Sequence[float], form: NumberFormat) -> list[str]:
    """Write the figures along an axis, with the decimals that tell them apart."""
    percent = form.get("percent", False)
    decimals = decimals_needed(ticks, percent=percent)
    return [
        written(tick, decimals=decimals, percent=percent, sign=form.get("sign", False))
        for tick in ticks
    ]


def draw_grid(sheet: Sheet, plot: Plot, written_ticks: Sequence[str]) -> None:
    """Draw a line and its figure for each tick."""
    for tick, text in zip(plot.ticks, written_ticks, strict=True):
        y = plot.y(tick)
        sheet.rule(plot.left, y, plot.right, y)
        sheet.words(plot.left - GAP, y, text, anchor="end", size=SMALL, quiet=True)


def stretches(plot: Plot, values: Iterable[float | None]) -> Iterator[list[Point]]:
    """Return the parts of a line between figures that are not known."""
    stretch: list[Point] = []
    for place, value in enumerate(values):
        if value is not None:
            stretch.append((plot.x(place), plot.y(value)))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def write_end_labels(sheet: Sheet, plot: Plot, labels: Sequence[EndLabel]) -> float:
    """Write the labels near the ends of their lines, none over another."""
    ordered = sorted(labels, key=lambda label: label.wish)
    lowest = 0.0
    for label, top in zip(ordered, _tops(ordered, plot), strict=True):
        for place, text in enumerate(label.lines):
            middle = top + (place + 0.5) * STEP
            sheet.words(plot.right + GAP * 1.5, middle, text, bold=label.bold)
        lowest = max(lowest, top + label.height)
    return lowest


def _tops(labels: Sequence[EndLabel], plot: Plot) -> list[float]:
    """Push labels apart: down from the top, then up again from the bottom."""
    tops: list[float] = []
    free = plot.top - TOP
    for label in labels:
        tops.append(max(label.wish - label.height / 2, free))
        free = tops[-1] + label.height
    limit = max(plot.bottom + STEP / 2, plot.top - TOP + sum(each.height for each in labels))
    for place in reversed(range(len(labels))):
        tops[place] = min(tops[place], limit - labels[place].height)
        limit = tops[place]
    return tops


def write_periods(
    sheet: Sheet, plot: Plot, periods: Sequence[str], keep: Iterable[int] = ()
) -> float:
    """Name the periods that there is room for, those to keep first; returns where that ends."""
    middle = plot.bottom + GAP + SMALL * LINE_HEIGHT / 2
    for place in _shown(plot, periods, list(keep)):
        start = within(plot.x(place), periods[place], sheet.width)
        sheet.words(start, middle, periods[place], size=SMALL, quiet=True)
    return plot.bottom + GAP + SMALL * LINE_HEIGHT


def _shown(plot: Plot, periods: Sequence[str], keep: Sequence[int]) -> list[int]:
    """Return the periods to name: first and last, then even steps between where it can."""
    last = len(periods) - 1
    if last < 1:
        return list(range(len(periods)))
    room = max(text_width(period, SMALL) for period in periods) + PERIODS_APART
    steps = [step for step in range(1, last + 1) if plot.x(step) - plot.x(0) >= room] or [last]
    step = next((step for step in steps if last % step == 0), steps[0])
    # 19 steps are a prime: better uneven at the end than only two years named.
    step = step if step <= EVEN * steps[0] else steps[0]
    shown: list[int] = []
    for place in (0, last, *keep, *range(0, last, step)):
        if all(abs(plot.x(place) - plot.x(other)) >= room for other in shown):
            shown.append(place)
    return sorted(shown)
