"""Charts: data in, the same drawing out for page, PDF and Word."""

from temaplan.documents.charts.spec import Chart, chart_key

__all__ = ["Chart", "chart_key"]
