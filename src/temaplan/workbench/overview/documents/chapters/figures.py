"""Figures: the title states the finding, the chart, its table, its source, its calculation."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.documents.charts import Figures, figures_of, is_frozen
from temaplan.documents.document import Figure, Inline, Run, Table
from temaplan.workbench.evidence.charting import LINES, Drawn, chart_of
from temaplan.workbench.evidence.models import AnalysisRun, Evidence
from temaplan.workbench.evidence.queries.outdated import is_marked
from temaplan.workbench.evidence.views.run_words import column_words
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.run_words import (
    accepted_words,
    outdated_words,
    source_words,
)
from temaplan.workbench.overview.documents.markdown import line_of
from temaplan.workbench.overview.documents.writer import Writer

Grid = tuple[tuple[str, ...], tuple[tuple[Inline, ...], ...]]  # head and rows


def write_runs(writer: Writer, entry: Evidence) -> None:
    """Write a figure for each calculation that has one, and a line for each that has not."""
    for run in entry.runs.all():
        if run.chart:
            writer.figure(figure_of(run, writer.next_figure(), writer.colour, writer.marking))
        else:
            writer.say(Run(run.title, href=run.ref), ". ", *_source(run), anchor=anchor_of(run))


def figure_of(run: AnalysisRun, number: int, colour: str, marking: str) -> Figure:
    """Return a calculation as a figure."""
    drawn = Drawn(run)
    chart = chart_of(drawn, colour=colour, marking=marking)
    own = figures_of(chart) if is_frozen(chart) else None
    return Figure(
        number=number,
        title=run.title,
        anchor=anchor_of(run),
        description=run.chart.get("description") or (_told(own) if own else _description(drawn)),
        chart=chart,
        table=_own_table(drawn, own) if own else _table(drawn),
        source=_source(run),
        method=run.ref,
    )


def _told(figures: Figures) -> str:
    """Tell the rows of a table in words: «Drammen: Pendler ut 23 086, …»."""
    return f"{'; '.join(_row_told(figures, row) for row in figures.rows)}."


def _row_told(figures: Figures, row: Sequence[str]) -> str:
    first = figures.first_figure
    pairs = zip(figures.head[first:], row[first:], strict=True)
    return f"{' '.join(row[:first])}: {', '.join(f'{head} {cell}' for head, cell in pairs)}"


def _own_table(drawn: Drawn, figures: Figures) -> Table:
    anchor = f"{anchor_of(drawn.run)}-tabell"
    rows = tuple(tuple(_cell(cell) for cell in row) for row in figures.rows)
    return Table(drawn.run.title, anchor, figures.head, rows, figures.numeric)


def _description(drawn: Drawn) -> str:
    """Tell the figures in words, as somebody reads them aloud from the chart."""
    if drawn.kind == LINES:
        told = [_course(drawn, name) for name in drawn.series]
    else:
        told = [f"{drawn.name(row)}: {drawn.text(row)}" for row in drawn.sorted_rows]
    return f"{'; '.join(told)}."


def _course(drawn: Drawn, name: str) -> str:
    by_period = drawn.series[name]
    start, end = min(by_period), max(by_period)
    return _("%(name)s går fra %(first)s i %(start)s til %(last)s i %(end)s") % {
        "name": name,
        "first": drawn.text(by_period[start]),
        "start": start,
        "last": drawn.text(by_period[end]),
        "end": end,
    }


def _table(drawn: Drawn) -> Table:
    """Return the figures of the chart; those of lines with a row for each period."""
    anchor = f"{anchor_of(drawn.run)}-tabell"
    head, rows = _of_lines(drawn) if drawn.kind == LINES else _of_bars(drawn)
    return Table(drawn.run.title, anchor, head, rows, frozenset(range(1, len(head))))


def _of_bars(drawn: Drawn) -> Grid:
    rows = ((_cell(drawn.name(row)), _cell(drawn.text(row))) for row in drawn.sorted_rows)
    return (column_words(drawn.label), column_words(drawn.column)), tuple(rows)


def _of_lines(drawn: Drawn) -> Grid:
    rows = (
        (_cell(period), *(_at(drawn, name, period) for name in drawn.series))
        for period in drawn.periods
    )
    return (column_words("period"), *drawn.series), tuple(rows)


def _at(drawn: Drawn, name: str, period: str) -> Inline:
    row = drawn.series[name].get(period)
    return _cell(drawn.text(row) if row else _("ukjent"))


def _cell(text: str) -> Inline:
    return (Run(text),)


def _source(run: AnalysisRun) -> Inline:
    runs = [Run(_("Kilde: %(source)s.") % {"source": source_words(run)})]
    if run.caveats:
        runs += [Run(" "), *line_of(run.caveats)]
    if accepted := accepted_words(run):
        runs += [Run(f" {accepted}")]
    if is_marked(run):
        runs += [Run(" "), outdated_words()]
    return tuple(runs)
