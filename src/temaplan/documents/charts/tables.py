"""The figures of a chart as a table: all that it was given, also what a drawing folds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs import (
    Bands,
    Bubbles,
    Choropleth,
    Commuting,
    Flows,
    Parts,
    Profile,
    Spec,
    spec_of,
)
from temaplan.documents.charts.words import words_in
from temaplan.documents.numbers import written

SHARE: NumberFormat = {"decimals": 1, "percent": True}
Words = Mapping[str, str]
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figures:
    """Head and rows as they are read; all columns from `first_figure` on are figures."""

    head: tuple[str, ...]
    rows: Rows
    first_figure: int = 1

    @property
    def numeric(self) -> frozenset[int]:
        """The columns that are set to the right, as `documents.document.Table` wants them."""
        return frozenset(range(self.first_figure, len(self.head)))


def is_frozen(chart: Mapping[str, Any]) -> bool:
    """Tell whether a chart is a frozen value, which makes its own table."""
    return spec_of(chart) is not None


def figures_of(chart: Mapping[str, Any]) -> Figures:
    """Return the table of a chart that is a frozen value (`charts.specs`)."""
    spec = spec_of(chart)
    if spec is None:
        raise ValueError(f"the table of {chart['kind']!r} is the caller's")
    return TABLES[type(spec)](spec, words_in(spec.language))


def cell(value: float | None, form: NumberFormat, missing: str, words: Words) -> str:
    """Write a figure, or the word for why there is none."""
    return (missing or words["unknown"]) if value is None else written(value, **form)


def _profile(spec: Profile, words: Words) -> Figures:
    head, shares = [words["industry"], words["quotient"]], bool(spec.share)
    bounds = any(row.low is not None or row.high is not None for row in spec.rows)
    head += [spec.share] if shares else []
    head += [words["low"], words["high"]] if bounds else []
    rows = []
    for row in spec.rows:
        cells = [row.label, cell(row.value, spec.number, row.missing, words)]
        cells += [cell(row.share, SHARE, row.missing, words)] if shares else []
        ends = (row.low, row.high) if bounds else ()
        rows.append((*cells, *(cell(end, spec.number, "–", words) for end in ends)))
    return Figures(tuple(head), tuple(rows))


def _parts(spec: Parts, words: Words) -> Figures:
    rows = tuple(
        (
            row.label,
            *(cell(each, spec.number, row.missing, words) for each in (*row.values, row.sum)),
        )
        for row in spec.rows
    )
    return Figures((words["name"], *spec.components, spec.sum or words["sum"]), rows)


def _bubbles(spec: Bubbles, words: Words) -> Figures:
    forms = (spec.x_number, spec.y_number, spec.size_number)
    rows = tuple(
        (
            point.label,
            *(
                cell(value, form, point.missing, words)
                for value, form in zip((point.x, point.y, point.size), forms, strict=True)
            ),
        )
        for point in spec.points
    )
    return Figures((words["name"], spec.x_label, spec.y_label, spec.size_label), rows)


def _commuting(spec: Commuting, words: Words) -> Figures:
    rows = tuple(
        (
            row.label,
            *(
                cell(value, spec.number, row.missing, words)
                for value in (row.leaving, row.own, row.arriving)
            ),
        )
        for row in spec.rows
    )
    return Figures((words["place"], words["leaving"], words["own"], words["arriving"]), rows)


def _flows(spec: Flows, words: Words) -> Figures:
    rows = tuple(
        (flow.origin, flow.destination, cell(flow.value, spec.number, flow.missing, words))
        for flow in spec.flows
    )
    head = (spec.home or words["from"], spec.work or words["to"], words["people"])
    return Figures(head, rows, first_figure=2)


def _bands(spec: Bands, words: Words) -> Figures:
    tested = any(each.backtest for each in spec.series)
    names = [spec.history or words["history"], "P10", "P50", "P90"]
    names += [spec.backtest or words["backtest"]] if tested else []
    several = len(spec.series) > 1
    rows = [
        (
            *((series.label,) if several else ()),
            period,
            *(_at(line, place, spec, words) for line in series.lines[: len(names)]),
        )
        for series in spec.series
        for place, period in enumerate(spec.periods)
    ]
    head = (*((words["name"],) if several else ()), words["period"], *names)
    return Figures(head, tuple(rows), first_figure=2 if several else 1)


def _at(line: Sequence[float | None], place: int, spec: Bands, words: Words) -> str:
    return cell(line[place] if line else None, spec.number, "–", words)


def _choropleth(spec: Choropleth, words: Words) -> Figures:
    rows = tuple(
        (area.code, area.label, cell(area.value, spec.number, area.missing, words))
        for area in spec.areas
    )
    return Figures((words["code"], words["place"], spec.unit), rows, first_figure=2)


TABLES: Mapping[type[Spec], Callable[[Any, Words], Figures]] = {
    Profile: _profile,
    Parts: _parts,
    Bubbles: _bubbles,
    Commuting: _commuting,
    Flows: _flows,
    Bands: _bands,
    Choropleth: _choropleth,
}
