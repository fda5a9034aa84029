"""What a chart draws in colour when its figures are new."""

from collections.abc import Mapping
from typing import Any

from temaplan.workbench.evidence.results import Result

OVER = 1.0  # a quotient above this says that the region has more than its reference


def moved_highlight(
    chart: Mapping[str, Any], newer: Mapping[str, Any], old: Result, new: Result
) -> dict[str, Any]:
    """Return the newer chart; quotients above 1 stay coloured when those were it before."""
    before = _above(chart, old)
    if chart.get("column") != "lq" or set(chart.get("highlight", ())) != set(before):
        return dict(newer)
    return {**newer, "highlight": _above(newer, new)}


def _above(chart: Mapping[str, Any], result: Result) -> list[str]:
    label, where = str(chart.get("label", "industry")), chart.get("where") or {}
    return [
        row.get(label, "")
        for row in result.rows
        if all(row.get(name) == str(value) for name, value in where.items())
        and row.get("lq")
        and float(row["lq"]) > OVER
    ]
