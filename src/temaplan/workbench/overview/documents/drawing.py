"""Draws the charts of a plan and stores them by the hash of their data, as SVG and as PNG.

Only the worker and the command line draw pictures: the library that makes them is
large, and the web process never loads it.
"""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from temaplan.documents.charts import Chart, chart_key
from temaplan.workbench.evidence.charting import chart_of_run
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.plan.models import ChartImage, Plan


def draw_charts(plan: Plan) -> None:
    """Draw every chart of the plan that is not drawn yet."""
    wanted = {chart_key(chart): chart for chart in _charts(plan)}
    there = ChartImage.objects.filter(key__in=wanted).values_list("key", flat=True)
    for key in wanted.keys() - set(there):
        ChartImage.objects.update_or_create(key=key, defaults=_drawn(wanted[key]))


def _charts(plan: Plan) -> Iterator[Chart]:
    """Return every chart in every written form, for words stand in it.

    Those of closed sources too: each is found only by whoever may read its calculation.
    """
    runs = [run for run in AnalysisRun.objects.filter(plan=plan) if run.chart]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield from (chart_of_run(run, plan.municipality) for run in runs)


def _drawn(chart: Chart) -> dict[str, object]:
    from temaplan.documents.charts import draw

    drawn = draw(chart)
    return {"wide": drawn.wide, "narrow": drawn.narrow, "picture": drawn.picture}
