"""What `validate` finds: one value a finding, and the table that they make."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

from temaplan.analysis.regional.frames import Backend, Coded, build

Kind = Literal[
    "duplicate",
    "negative",
    "not_a_number",
    "total_row",
    "gap",
    "mixed_levels",
    "sum_differs",
    "break",
    "unknown_code",
    "footnote",
    "not_yet_existing",
]
ERROR: Final = "error"
WARNING: Final = "warning"

# The first row (from 0) with these labels, or None: (region, industry, period) → row.
RowFinder = Callable[[int | None, int | None, int | None], int | None]


@dataclass(frozen=True)
class Found:
    """One finding. `row` counts from 1; None where it is about the table or its rows are gone."""

    finding: Kind
    severity: str
    row: int | None
    message: str


def error(finding: Kind, row: int | None, message: str) -> Found:
    """Return a finding that the methods refuse a table for."""
    return Found(finding, ERROR, row, message)


def warning(finding: Kind, row: int | None, message: str) -> Found:
    """Return a finding that a person must judge."""
    return Found(finding, WARNING, row, message)


def finding_table(found: Iterable[Found], backend: Backend | None) -> Any:
    """Return findings as a table: by row, those about the whole table first."""
    rows = sorted(found, key=lambda each: (each.row or 0, each.severity, each.finding))
    return build(
        {
            "finding": _labelled([each.finding for each in rows]),
            "severity": _labelled([each.severity for each in rows]),
            "row": _numbered([each.row for each in rows]),
            "message": _labelled([each.message for each in rows]),
        },
        backend,
    )


def _labelled(texts: Sequence[str]) -> Coded:
    return Coded(np.arange(len(texts)), texts)


def _numbered(rows: Sequence[int | None]) -> Coded:
    codes = [-1 if row is None else place for place, row in enumerate(rows)]
    return Coded(np.array(codes, dtype=np.int64), [row or 0 for row in rows] or [0])
