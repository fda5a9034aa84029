"""Charts: data in, the same drawing out for page, PDF and Word."""

from temaplan.documents.charts.drawing import Drawn, draw
from temaplan.documents.charts.spec import Chart, chart_key

__all__ = ["Chart", "Drawn", "chart_key", "draw"]
