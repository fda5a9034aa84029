"""Time series with their names and last figures at the end of the line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.sheet import GAP, LABEL, LINE_HEIGHT, SMALL, Layout, Sheet, within
from temaplan.documents.charts.spec import Chart, Line
from temaplan.documents.charts.ticks import decimals_needed, round_ticks
from temaplan.documents.lettering import SEMIBOLD, text_width, wrapped
from temaplan.documents.numbers import written

TOP = 10.0
PERIODS_APART = 18.0
STEP = LABEL * LINE_HEIGHT
# Lines of the subject are told apart in black and white too.
DASHES = ("", "8 4", "2 4")

Point = tuple[float, float]


@dataclass(frozen=True)
class Plot:
    """The field between the axes, and what its edges stand for."""

    left: float
    right: float
    bottom: float
    ticks: Sequence[float]
    periods: int

    def x(self, place: int) -> float:
        """Return where a period stands."""
        if self.periods == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * place / (self.periods - 1)

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - TOP) * (value - low) / (high - low)


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


def draw_lines(chart: Chart, layout: Layout) -> str:
    """Draw time series as one SVG."""
    sheet = Sheet(layout, chart.get("colour", ""))
    series, periods = chart.get("lines", []), chart.get("periods", [])
    ticks = round_ticks([value for line in series for value in line["values"] if value is not None])
    names = [_name(line, chart, layout) for line in series]
    written_ticks = _written_ticks(ticks, chart)
    plot = Plot(
        left=max(text_width(tick, SMALL) for tick in written_ticks) + GAP,
        right=layout.width - _widest(names) - GAP * 1.5,
        bottom=TOP + layout.plot_height,
        ticks=ticks,
        periods=len(periods),
    )
    _draw_grid(sheet, plot, written_ticks)
    for line in series:
        if not _stands_out(line, series):
            _draw_line(sheet, plot, line, subject=False)
    for place, line in enumerate(line for line in series if _stands_out(line, series)):
        _draw_line(sheet, plot, line, subject=True, dash=DASHES[place % len(DASHES)])
    labels = [
        EndLabel(name, _stands_out(line, series), plot.y(_last(line)[1]))
        for line, name in zip(series, names, strict=True)
        if name
    ]
    lowest = _write_labels(sheet, plot, labels)
    bottom = _write_periods(sheet, plot, periods, layout)
    return sheet.svg(max(bottom, lowest), chart.get("marking", ""))


def _stands_out(line: Line, series: Sequence[Line]) -> bool:
    return line.get("highlight", False) or not any(other.get("highlight") for other in series)


def _last(line: Line) -> tuple[int, float]:
    """Return place and figure of the last period that is known."""
    known = [(place, value) for place, value in enumerate(line["values"]) if value is not None]
    return known[-1] if known else (-1, 0.0)


def _name(line: Line, chart: Chart, layout: Layout) -> list[str]:
    """Return the label of a line; one without figures has none."""
    place, value = _last(line)
    if place < 0:
        return []
    figure = written(value, **chart.get("number", {}))
    if place < len(line["values"]) - 1:
        figure += f" ({chart['periods'][place]})"
    return [*wrapped(line["label"], layout.label_room / SEMIBOLD, LABEL), figure]


def _widest(names: Sequence[Sequence[str]]) -> float:
    lines = [line for name in names for line in name]
    return max((text_width(line, LABEL, bold=True) for line in lines), default=0.0)


def _written_ticks(ticks: Sequence[float], chart: Chart) -> list[str]:
    form = chart.get("number", {})
    percent = form.get("percent", False)
    decimals = decimals_needed(ticks, percent=percent)
    return [
        written(tick, decimals=decimals, percent=percent, sign=form.get("sign", False))
        for tick in ticks
    ]


def _draw_grid(sheet: Sheet, plot: Plot, written_ticks: Sequence[str]) -> None:
    for tick, text in zip(plot.ticks, written_ticks, strict=True):
        y = plot.y(tick)
        sheet.rule(plot.left, y, plot.right, y)
        sheet.words(plot.left - GAP, y, text, anchor="end", size=SMALL, quiet=True)


def _draw_line(sheet: Sheet, plot: Plot, line: Line, *, subject: bool, dash: str = "") -> None:
    for stretch in _stretches(plot, line):
        if len(stretch) > 1:
            sheet.curve(stretch, subject=subject, dash=dash)
        else:
            sheet.dot(*stretch[0], subject=subject)
    last, value = _last(line)
    if last >= 0:
        sheet.dot(plot.x(last), plot.y(value), subject=subject)


def _stretches(plot: Plot, line: Line) -> Iterator[list[Point]]:
    """Return the parts of a line between figures that are not known."""
    stretch: list[Point] = []
    for place, value in enumerate(line["values"]):
        if value is not None:
            stretch.append((plot.x(place), plot.y(value)))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _write_labels(sheet: Sheet, plot: Plot, labels: Sequence[EndLabel]) -> float:
    """Write the labels near the ends of their lines, none over another."""
    ordered = sorted(labels, key=lambda label: label.wish)
    lowest = 0.0
    for label, top in zip(ordered, _tops(ordered, plot.bottom), strict=True):
        for place, text in enumerate(label.lines):
            middle = top + (place + 0.5) * STEP
            sheet.words(plot.right + GAP * 1.5, middle, text, bold=label.bold)
        lowest = max(lowest, top + label.height)
    return lowest


def _tops(labels: Sequence[EndLabel], bottom: float) -> list[float]:
    """Push labels apart: down from the top, then up again from the bottom."""
    tops: list[float] = []
    free = 0.0
    for label in labels:
        tops.append(max(label.wish - label.height / 2, free))
        free = tops[-1] + label.height
    limit = max(bottom + STEP / 2, sum(label.height for label in labels))
    for place in reversed(range(len(labels))):
        tops[place] = min(tops[place], limit - labels[place].height)
        limit = tops[place]
    return tops


def _write_periods(sheet: Sheet, plot: Plot, periods: Sequence[str], layout: Layout) -> float:
    middle = plot.bottom + GAP + SMALL * LINE_HEIGHT / 2
    for place in _shown(plot, periods):
        start = within(plot.x(place), periods[place], layout.width)
        sheet.words(start, middle, periods[place], size=SMALL, quiet=True)
    return plot.bottom + GAP + SMALL * LINE_HEIGHT


def _shown(plot: Plot, periods: Sequence[str]) -> list[int]:
    """Return the periods that there is room to name: first and last, evenly between if it can."""
    last = len(periods) - 1
    if last < 1:
        return list(range(len(periods)))
    room = max(text_width(period, SMALL) for period in periods) + PERIODS_APART
    steps = [step for step in range(1, last + 1) if plot.x(step) - plot.x(0) >= room] or [last]
    step = next((step for step in steps if last % step == 0), steps[0])
    return [*(place for place in range(0, last, step) if last - place >= step), last]
