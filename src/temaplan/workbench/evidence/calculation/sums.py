"""All industries together, as a line of its own beside them."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

WHOLE = "i alt"
_UNKNOWN = "incomplete"

Rows = list[Sequence[Any]]


def with_sums(columns: Sequence[str], rows: Rows, method: str) -> Rows:
    """Add a line «i alt» for each region: the sum of its industries that have figures.

    With published totals the lines hold «ikke fordelt» too, so the sum is the published one.
    Where a region has one industry only there is nothing to add up.
    """
    key = [name for name in ("region", "component") if name in columns]
    groups: dict[tuple[Any, ...], Rows] = defaultdict(list)
    for row in rows:
        groups[tuple(row[columns.index(name)] for name in key)].append(row)
    sums = [
        _sum(columns, dict(zip(key, names, strict=True)), group, method)
        for names, group in groups.items()
        if len(group) > 1 or "component" in key
    ]
    return [*rows, *sums]


def _sum(columns: Sequence[str], names: dict[str, Any], group: Rows, method: str) -> list[Any]:
    whole: dict[str, Any] = {"industry": WHOLE, **names}
    for column in ("value", "base_value", "end_value", "change"):
        if column in columns:
            figures = [row[columns.index(column)] for row in group]
            known = [figure for figure in figures if figure is not None]
            whole[column] = math.fsum(known) if known else None
            whole["note"] = "" if len(known) == len(figures) else _UNKNOWN
    if method == "growth":
        whole["growth"] = _rate(whole["base_value"], whole["end_value"])
    return [whole.get(column) for column in columns]


def _rate(base: float | None, end: float | None) -> float | None:
    return end / base - 1 if base and end is not None else None
