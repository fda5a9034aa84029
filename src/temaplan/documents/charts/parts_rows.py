"""Which rows of parts are drawn, and what fills each part."""

from collections.abc import Sequence

from temaplan.documents.charts.specs import PartsRow

# In the order of the components; told apart without colour.
FILLS = ("rest", "dots", "subject", "hatch", "cross", "open")


def folded(rows: Sequence[PartsRow], most: int, rest: str) -> list[PartsRow]:
    """Return the rows in their order, the smallest changes added up in one row at the end."""
    if len(rows) <= most:
        return list(rows)
    ranked = sorted(rows, key=lambda row: (not row.highlight, -abs(row.sum or 0.0)))
    kept = ranked[: most - 1]
    others = ranked[most - 1 :]
    return [*(row for row in rows if row in kept), _added(others, rest)]


def _added(rows: Sequence[PartsRow], rest: str) -> PartsRow:
    values = tuple(
        sum(value for value in column if value is not None)
        for column in zip(*(row.values for row in rows), strict=True)
    )
    total = sum(row.sum or 0.0 for row in rows)
    return PartsRow(rest.format(number=len(rows)), values, total)
