"""Charts: data in, the same drawing out for page, PDF and Word."""

from temaplan.documents.charts.drawing import Drawn, draw
from temaplan.documents.charts.spec import Chart, chart_key
from temaplan.documents.charts.tables import Figures, figures_of, is_frozen

__all__ = ["Chart", "Drawn", "Figures", "chart_key", "draw", "figures_of", "is_frozen"]
