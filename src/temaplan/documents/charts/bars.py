"""Horizontal bars with their figures at the end, to one or both sides of zero."""

from collections.abc import Iterator, Sequence

from temaplan.documents.charts.bar_rows import Row, Scale, rows_from, scale_for
from temaplan.documents.charts.captions import TOP, write_captions
from temaplan.documents.charts.notes import left_to_table, write_notes
from temaplan.documents.charts.places import STEP, label_column, middle_line, write_label
from temaplan.documents.charts.sheet import GAP, LABEL, SMALL, Layout, Sheet, within
from temaplan.documents.charts.spec import Bar, Chart
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width, wrapped

# The line to compare with keeps this far from words.
CLEAR = 3.0

Stretch = tuple[float, float]


def draw_bars(chart: Chart, layout: Layout) -> str:
    """Draw bars as one SVG."""
    chart, left_out = _shortened(chart)
    sheet = Sheet(layout, chart.get("colour", ""))
    unplaced = list(rows_from(chart, 0, layout))
    left = label_column(unplaced)
    scale = scale_for(chart, unplaced, left, layout.width)
    top = _captions(sheet, chart, scale)
    rows = list(rows_from(chart, top, layout))
    bottom = middle_line(sheet, scale.zero, rows, top - TOP)
    for row in rows:
        _draw_row(sheet, row, scale, left, subject=_stands_out(row.bar, chart))
    if "reference" in chart:
        x = scale.at(chart["reference"]["value"])
        _draw_reference(sheet, x, (top - TOP, bottom), rows, scale)
        bottom = _name_reference(sheet, x, bottom, chart["reference"]["label"], layout)
    words = words_in(chart.get("language", "nb"))
    bottom = write_notes(sheet, bottom, [left_to_table(left_out, words)])
    return sheet.svg(bottom, chart.get("marking", ""))


def _shortened(chart: Chart) -> tuple[Chart, int]:
    """Return the chart with the bars that are drawn, and how many are left to the table."""
    bars = chart.get("bars", [])
    most = chart.get("most", len(bars))
    if len(bars) <= most:
        return chart, 0
    ranked = sorted(
        range(len(bars)),
        key=lambda place: (not bars[place].get("highlight"), -abs(bars[place]["value"] or 0.0)),
    )
    kept = [bars[place] for place in sorted(ranked[:most])]
    return {**chart, "bars": kept}, len(bars) - most


def _stands_out(bar: Bar, chart: Chart) -> bool:
    """Tell whether a bar has the subject's colour: the chosen ones, or all if none is."""
    chosen = any(other.get("highlight") for other in chart["bars"])
    return bar.get("highlight", False) or not chosen


def _captions(sheet: Sheet, chart: Chart, scale: Scale) -> float:
    """Say over the bars what each side of zero means; returns where the bars begin."""
    sides = {bar["value"] > 0 for bar in chart.get("bars", []) if bar["value"]}
    left = chart.get("left", "") if False in sides else ""
    right = chart.get("right", "") if True in sides else ""
    return write_captions(sheet, scale.zero, left, right, sheet.width)


def _draw_row(sheet: Sheet, row: Row, scale: Scale, left: float, *, subject: bool) -> None:
    start, end = sorted((scale.zero, scale.at(row.amount)))
    if end > start:
        sheet.bar(start, row.bar_top, end - start, row.thickness, subject=subject)
    write_label(sheet, row, left)
    sheet.words(
        scale.at(row.amount) + row.side * GAP,
        row.middle,
        row.figure,
        anchor="end" if row.side < 0 else "start",
        quiet=row.bar["value"] is None,
    )


def _draw_reference(
    sheet: Sheet, x: float, whole: Stretch, rows: Sequence[Row], scale: Scale
) -> None:
    """Draw the line to compare with: light across bars, and not through words."""
    begun, bottom = whole
    for row in rows:
        for (start, end), kind in _crossed(row, x, scale):
            if start > begun:
                sheet.rule(x, begun, x, start, "reference")
            if kind == "bar":
                sheet.rule(x, start, x, end, "on-bar")
            begun = max(begun, end)
    if bottom > begun:
        sheet.rule(x, begun, x, bottom, "reference")


def _crossed(row: Row, x: float, scale: Scale) -> Iterator[tuple[Stretch, str]]:
    """Return what of a row the line at `x` would cross, from top to bottom."""
    for place, line in enumerate(row.lines):
        if not row.beside and x < text_width(line, LABEL) + CLEAR:
            middle = row.first_line + place * STEP
            yield (middle - STEP / 2, middle + STEP / 2), "words"
    half = row.thickness / 2
    low, high = sorted((scale.zero, scale.at(row.amount)))
    if low < x < high:
        yield (row.middle - half, row.middle + half), "bar"
    near = (scale.at(row.amount) + row.side * GAP - x) * row.side
    if -text_width(row.figure, LABEL) - CLEAR < near < CLEAR:
        yield (row.middle - half, row.middle + half), "words"


def _name_reference(sheet: Sheet, x: float, top: float, label: str, layout: Layout) -> float:
    """Say under the line to compare with what it is; returns where that ends."""
    for line in wrapped(label, layout.width, SMALL):
        top = sheet.lines_of_words(within(x, line, layout.width), top, [line], "start")
    return top
