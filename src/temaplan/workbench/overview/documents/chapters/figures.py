"""Figures: the title states the finding, the chart, its table, its source, its calculation."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Figure, Inline, Run, Table
from temaplan.workbench.evidence.models import AnalysisRun, Evidence
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.run_words import source_words
from temaplan.workbench.overview.documents.charting import (
    Drawn,
    chart_of,
    periods_of,
    series_of,
    sorted_rows,
)
from temaplan.workbench.overview.documents.markdown import line_of
from temaplan.workbench.overview.documents.wording import first_up
from temaplan.workbench.overview.documents.writer import Writer


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
    return Figure(
        number=number,
        title=run.title,
        anchor=anchor_of(run),
        description=run.chart.get("description") or _description(drawn),
        chart=chart_of(drawn, colour=colour, marking=marking),
        table=_table(drawn),
        source=_source(run),
        method=run.ref,
    )


def _description(drawn: Drawn) -> str:
    """Tell the figures in words, as somebody reads them aloud from the chart."""
    if drawn.kind == "lines":
        told = [
            _("%(name)s går fra %(first)s i %(start)s til %(last)s i %(end)s")
            % {
                "name": name,
                "first": drawn.text(rows[min(rows)]),
                "start": min(rows),
                "last": drawn.text(rows[max(rows)]),
                "end": max(rows),
            }
            for name, rows in series_of(drawn).items()
        ]
    else:
        told = [f"{row[drawn.label]}: {drawn.text(row)}" for row in sorted_rows(drawn)]
    return f"{'; '.join(told)}."


def _table(drawn: Drawn) -> Table:
    anchor = f"{anchor_of(drawn.run)}-tabell"
    if drawn.kind == "lines":
        periods = periods_of(drawn)
        head = (_heading(drawn.label), *periods)
        rows = tuple(
            (
                _cell(name),
                *(_cell(drawn.text(rows[each])) if each in rows else _none() for each in periods),
            )
            for name, rows in series_of(drawn).items()
        )
        return Table(drawn.run.title, anchor, head, rows, frozenset(range(1, len(head))))
    head = (_heading(drawn.label), _heading(drawn.column))
    bars = tuple((_cell(row[drawn.label]), _cell(drawn.text(row))) for row in sorted_rows(drawn))
    return Table(drawn.run.title, anchor, head, bars, frozenset({1}))


def _heading(column: str) -> str:
    words = {
        "region": _("Område"),
        "industry": _("Næring"),
        "component": _("Del av endringen"),
        "period": _("År"),
        "value": _("Verdi"),
        "lq": _("Lokaliseringskvotient"),
        "share": _("Andel"),
        "growth": _("Vekst"),
        "change": _("Endring"),
        "coverage": _("Egendekning"),
        "excess": _("Flere arbeidsplasser enn om andelen var som i referansen"),
    }
    return words.get(column, first_up(column.replace("_", " ")))


def _cell(text: str) -> Inline:
    return (Run(text),)


def _none() -> Inline:
    return (Run(_("ukjent")),)


def _source(run: AnalysisRun) -> Inline:
    runs = [Run(_("Kilde: %(source)s.") % {"source": source_words(run)})]
    if run.caveats:
        runs += [Run(" "), *line_of(run.caveats)]
    return tuple(runs)
