"""From a calculation to a chart: which rows of its result are drawn, and how they are written.

`AnalysisRun.chart` says what to draw:

* `kind`: `bars`, `diverging` or `lines` (`documents.charts.spec`), or a kind of `chart_specs`;
* `column`: the column that is drawn; `label`: the column that names each bar or line
  (`industry`, or `industry_name` where the names have a column of their own);
* `where`: only rows with these values, such as one year;
* `format`: how figures are written (`evidence.vocabulary.FIGURE_FORMATS`);
* `highlight`: names of what is drawn in the municipality's colour;
* `reference`, `left`, `right`, `description`: as in a chart.
"""

from typing import Any, cast

from temaplan.documents.charts import Chart, chart_key
from temaplan.workbench.evidence.chart_specs import number_of, spec_for, written_form
from temaplan.workbench.evidence.drawn import LINES, Drawn
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.results import Row, missing_words
from temaplan.workbench.plan.models import ChartImage, Municipality
from temaplan.workbench.plan.wording import marking_of

# With more bars than this, the smallest are left to the table.
MOST_BARS = 14

__all__ = ["LINES", "Drawn", "chart_of", "chart_of_run", "picture_of"]


def chart_of(drawn: Drawn, *, colour: str, marking: str) -> dict[str, Any]:
    """Return the drawing as data."""
    spec = spec_for(drawn, colour=colour, marking=marking)
    if spec is not None:
        return cast("dict[str, Any]", spec.as_chart())
    own = drawn.run.chart
    chart: dict[str, Any] = {
        "kind": drawn.kind,
        "colour": colour,
        "number": number_of(drawn, sign=drawn.kind == "diverging"),
    }
    if marking:
        chart["marking"] = marking
    chart |= {name: own[name] for name in ("reference", "left", "right") if name in own}
    if drawn.kind == LINES:
        lines = [_line(drawn, name) for name in drawn.series]
        return chart | {"periods": list(drawn.periods), "lines": lines}
    bars = [_bar(drawn, row) for row in drawn.sorted_rows]
    if len(bars) > MOST_BARS:
        chart |= {"most": MOST_BARS, "language": written_form()}
    return chart | {"bars": bars}


def _bar(drawn: Drawn, row: Row) -> dict[str, Any]:
    value = drawn.value(row)
    bar = {"label": drawn.name(row), "value": value, "highlight": drawn.is_highlighted(row)}
    return bar if value is not None else bar | {"missing": missing_words(row)}


def _line(drawn: Drawn, name: str) -> dict[str, Any]:
    by_period = drawn.series[name]
    rows = (by_period.get(period) for period in drawn.periods)
    return {
        "label": name,
        "values": [drawn.value(row) if row else None for row in rows],
        "highlight": any(drawn.is_highlighted(row) for row in by_period.values()),
    }


def chart_of_run(run: AnalysisRun, municipality: Municipality) -> Chart:
    """Return the chart of a calculation as every page and document of the plan shows it."""
    chart = chart_of(Drawn(run), colour=municipality.colour, marking=marking_of(municipality))
    return cast("Chart", chart)


def picture_of(run: AnalysisRun, municipality: Municipality) -> ChartImage | None:
    """Return the drawing of a calculation as it is now, when the worker has made it."""
    key = chart_key(chart_of_run(run, municipality))
    return ChartImage.objects.filter(key=key).first()
