"""Draws what has been and what may come, a panel for each series."""

from collections.abc import Iterator, Sequence

from temaplan.documents.charts.legend import DASHED, POINTS, SOLID, Key, write_legend
from temaplan.documents.charts.notes import write_notes
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
from temaplan.documents.charts.shapes import Point, polygon
from temaplan.documents.charts.sheet import GAP, LABEL, LINE_HEIGHT, SMALL, Layout, Sheet
from temaplan.documents.charts.specs import Band, Bands
from temaplan.documents.charts.ticks import round_ticks
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import SEMIBOLD, text_width, wrapped
from temaplan.documents.numbers import written

BAND = "tone-1"
PANEL = 0.75  # of the usual height, where there are several
BETWEEN_PANELS = 22.0


def draw_bands(spec: Bands, layout: Layout) -> str:
    """Draw history and projection as one SVG."""
    sheet = Sheet(layout, spec.colour)
    bottom = write_legend(sheet, 0.0, list(_keys(spec)))
    several = len(spec.series) > 1
    for number, series in enumerate(spec.series):
        top = bottom + (BETWEEN_PANELS if number else 0.0)
        if several:
            top = _write_name(sheet, series, top)
        height = layout.plot_height * (PANEL if several else 1.0)
        bottom = _draw_panel(sheet, spec, series, top, height)
    return sheet.svg(bottom, spec.marking)


def _keys(spec: Bands) -> Iterator[Key]:
    words = words_in(spec.language)
    yield Key(SOLID, spec.history or words["history"])
    yield Key(DASHED, spec.forward or words["forward"])
    yield Key(BAND, words["band"])
    if any(series.backtest for series in spec.series):
        yield Key(POINTS, spec.backtest or words["backtest"])


def _write_name(sheet: Sheet, series: Band, top: float) -> float:
    for line in wrapped(series.label, sheet.width / SEMIBOLD, LABEL):
        sheet.words(0, top + LABEL * LINE_HEIGHT / 2, line, bold=True)
        top += LABEL * LINE_HEIGHT
    return top + GAP / 2


def _draw_panel(sheet: Sheet, spec: Bands, series: Band, top: float, height: float) -> float:
    ticks = round_ticks([value for line in series.lines for value in line if value is not None])
    told = ticks_as_written(ticks, spec.number)
    ends = list(_ends(spec, series))
    widest = max((text_width(text, LABEL, bold=True) for _value, text in ends), default=0.0)
    plot = Plot(
        left=max(text_width(tick, SMALL) for tick in told) + GAP,
        right=sheet.width - widest - GAP * 1.5,
        bottom=top + TOP + height,
        ticks=ticks,
        periods=len(spec.periods),
        top=top + TOP,
    )
    _draw_band(sheet, plot, series)
    draw_grid(sheet, plot, told)
    _draw_courses(sheet, plot, series)
    labels = [EndLabel([text], text.startswith("P50"), plot.y(value)) for value, text in ends]
    lowest = write_end_labels(sheet, plot, labels)
    bottom = max(write_periods(sheet, plot, spec.periods, _last_known(series)), lowest)
    return write_notes(sheet, bottom, [series.error])


def _ends(spec: Bands, series: Band) -> Iterator[tuple[float, str]]:
    """Return the last figures, each with its name; of a series that only has been, that one."""
    lines = (("P90 ", series.p90), ("P50 ", series.p50), ("P10 ", series.p10))
    ahead = [(name, value) for name, line in lines if (value := _last(line)) is not None]
    known = _last(series.history)
    if not ahead and known is not None:
        ahead = [("", known)]
    for name, value in ahead:
        yield value, name + written(value, **spec.number)


def _last(line: Sequence[float | None]) -> float | None:
    return next((value for value in reversed(line) if value is not None), None)


def _draw_band(sheet: Sheet, plot: Plot, series: Band) -> None:
    """Fill the band from the last known figure on, where it has no width."""
    both = [
        (plot.x(place), plot.y(low), plot.y(high))
        for place, (low, high) in enumerate(zip(series.p10, series.p90, strict=False))
        if low is not None and high is not None
    ]
    start = _joint(plot, series)
    upper: list[Point] = [*start, *((x, high) for x, _low, high in both)]
    lower: list[Point] = [(x, low) for x, low, _high in both]
    if len(upper) > 1:
        sheet.fill(polygon([*upper, *reversed(lower)]), BAND)
        for edge in (upper, [*start, *lower]):
            sheet.edge(edge)


def _last_known(series: Band) -> list[int]:
    """Return the place of the last figure of the history."""
    return [place for place, value in enumerate(series.history) if value is not None][-1:]


def _joint(plot: Plot, series: Band) -> list[Point]:
    """Return the last point of the history when the projection begins right after it."""
    ahead = [place for place, value in enumerate(series.p50) if value is not None][:1]
    return [
        (plot.x(place), plot.y(series.history[place] or 0.0))
        for place in _last_known(series)
        if ahead == [place + 1]
    ]


def _draw_courses(sheet: Sheet, plot: Plot, series: Band) -> None:
    joint = _joint(plot, series)
    for number, stretch in enumerate(stretches(plot, series.p50)):
        points = [*joint, *stretch] if number == 0 else stretch
        if len(points) > 1:
            sheet.curve(points, subject=True, dash="6 4")
    for stretch in stretches(plot, series.history):
        if len(stretch) > 1:
            sheet.curve(stretch, subject=True, dash="")
        else:
            sheet.dot(*stretch[0], subject=True)
    for x, y in joint:
        sheet.dot(x, y, subject=True)
    for place, value in enumerate(series.backtest):
        if value is not None:
            sheet.ring(plot.x(place), plot.y(value), 3.5)
