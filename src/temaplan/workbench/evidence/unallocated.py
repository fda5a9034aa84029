"""«Ikke fordelt»: what lies between the lines of a result and the published total."""

import math
from collections import defaultdict
from collections.abc import Sequence

from temaplan.workbench.evidence.results import Result, Row

UNALLOCATED = "ikke fordelt"
_NEEDED = {"industry", "period", "value", "share"}


def unallocated_rows(result: Result) -> list[Row]:
    """Return a row for each region and year whose lines do not sum to the published total.

    The total is not kept with the result; it follows from any line with figure and share.
    """
    if not set(result.columns) >= _NEEDED:
        return []
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in result.rows:
        groups[row["region"], row["period"]].append(row)
    return [rest for rows in groups.values() if (rest := _rest(rows)) is not None]


def _rest(rows: Sequence[Row]) -> Row | None:
    known = [row for row in rows if row["value"] and row["share"] and float(row["share"]) > 0]
    if not known:
        return None
    largest = max(known, key=lambda row: float(row["value"]))  # least touched by rounding
    whole = float(largest["value"]) / float(largest["share"])
    lines = math.fsum(float(row["value"]) for row in rows if row["value"])
    if math.isclose(whole, lines, rel_tol=1e-9):
        return None
    rest = whole - lines
    named = {name: rows[0][name] for name in ("region", "region_name", "period") if name in rows[0]}
    return {
        **named,
        "industry": UNALLOCATED,
        "value": repr(rest),
        "share": repr(rest / whole),
    }
