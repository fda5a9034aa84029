"""Time series with their names and last figures at the end of the line."""

from collections.abc import Sequence

from temaplan.documents.charts.plot import (
    TOP,
    EndLabel,
    Plot,
    draw_grid,
    stretches,
    ticks_as_written,
    write_end_labels,
    write_periods,
)
from temaplan.documents.charts.sheet import GAP, LABEL, SMALL, Layout, Sheet
from temaplan.documents.charts.spec import Chart, Line
from temaplan.documents.charts.ticks import round_ticks
from temaplan.documents.lettering import SEMIBOLD, text_width, wrapped
from temaplan.documents.numbers import written

# Lines of the subject are told apart in black and white too.
DASHES = ("", "8 4", "2 4")


def draw_lines(chart: Chart, layout: Layout) -> str:
    """Draw time series as one SVG."""
    sheet = Sheet(layout, chart.get("colour", ""))
    series, periods = chart.get("lines", []), chart.get("periods", [])
    ticks = round_ticks([value for line in series for value in line["values"] if value is not None])
    names = [_name(line, chart, layout) for line in series]
    written_ticks = ticks_as_written(ticks, chart.get("number", {}))
    plot = Plot(
        left=max(text_width(tick, SMALL) for tick in written_ticks) + GAP,
        right=layout.width - _widest(names) - GAP * 1.5,
        bottom=TOP + layout.plot_height,
        ticks=ticks,
        periods=len(periods),
    )
    draw_grid(sheet, plot, written_ticks)
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
    lowest = write_end_labels(sheet, plot, labels)
    bottom = write_periods(sheet, plot, periods)
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


def _draw_line(sheet: Sheet, plot: Plot, line: Line, *, subject: bool, dash: str = "") -> None:
    for stretch in stretches(plot, line["values"]):
        if len(stretch) > 1:
            sheet.curve(stretch, subject=subject, dash=dash)
        else:
            sheet.dot(*stretch[0], subject=subject)
    last, value = _last(line)
    if last >= 0:
        sheet.dot(plot.x(last), plot.y(value), subject=subject)
