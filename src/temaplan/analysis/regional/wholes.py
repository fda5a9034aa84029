"""A whole among its parts: a sum over such a table would count everything twice.

Told by names («I alt», «Hele landet»), by codes that hold others (`00-99` and
`10-33`, county `33` and municipality `3301`) and by the marks of sub-lines («¬¬»).
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from temaplan.analysis.regional.errors import BadTable, listed
from temaplan.analysis.regional.panel import Panel

Axis = Literal["region", "industry"]

_TOTAL: Final = re.compile(
    r"(\d+(-\d+)?\s+)?(i\s+alt|total|totalt|totalen|sum|alle|hele|heile|landet|norge|noreg"
    r"|insgesamt|all\s+industries|all\s+regions)\b",
    re.IGNORECASE,
)
_SUB_LINE: Final = re.compile(r"(¬|herav\b|av dette\b|av dette:)", re.IGNORECASE)
_RANGE: Final = re.compile(r"(\d\d)(?:\s?[-–]\s?(\d\d))?(?![\d.])")
_DIGITS: Final = re.compile(r"(\d+)(?:\s|$)")
_COUNTY, _MUNICIPALITY = 2, 4
_COUNTRY: Final = "0"  # as Statistics Norway writes the whole country beside counties


def wholes_among(labels: Sequence[str], axis: Axis) -> list[str]:
    """Return the labels that hold others of the list, or are said to be part of another."""
    if len(labels) == 1:
        return []
    holding = _holding_regions(labels) if axis == "region" else _holding_ranges(labels)
    return [label for label in labels if label in holding or is_total(label) or is_part(label)]


def is_total(label: str) -> bool:
    """Tell a label that names a total."""
    return _TOTAL.match(label) is not None


def is_part(label: str) -> bool:
    """Tell a label that is marked as part of the line above it."""
    return _SUB_LINE.match(label) is not None


def refuse_wholes(panel: Panel, axis: Axis) -> None:
    """Refuse a panel whose sum over the axis would count something twice."""
    refuse_whole_labels(panel.regions if axis == "region" else panel.industries, axis)


def refuse_whole_labels(labels: Sequence[str], axis: Axis) -> None:
    """Refuse labels among which a whole stands beside its parts."""
    found = wholes_among(labels, axis)
    if not found:
        return
    what = "regionene" if axis == "region" else "næringene"
    cure = (
        "Ta dem ut, eller velg dem som referanse."
        if axis == "region"
        else "Ta dem ut, og gi publiserte totaltall med totals hvis de skal brukes."
    )
    raise BadTable(
        f"Blant {what} står både helheten og delene: {listed(found)}. Da teller summen det samme "
        f"to ganger. {cure}",
        code="total_row",
        column=axis,
    )


def _holding_ranges(labels: Sequence[str]) -> set[str]:
    spans = {label: _span(label) for label in labels}
    known = {label: span for label, span in spans.items() if span}
    return {
        label
        for label, (low, high) in known.items()
        if any(
            low <= inner_low and inner_high <= high and (low, high) != (inner_low, inner_high)
            for inner_low, inner_high in known.values()
        )
    }


def _span(label: str) -> tuple[int, int] | None:
    found = _RANGE.match(label)
    if not found:
        return None
    low = int(found[1])
    return low, int(found[2]) if found[2] else low


def _holding_regions(labels: Sequence[str]) -> set[str]:
    codes = {label: found[1] for label in labels if (found := _DIGITS.match(label))}
    country = {label for label, code in codes.items() if code == _COUNTRY}
    others = {label: code for label, code in codes.items() if label not in country}
    lengths = {len(code) for code in others.values()}
    if not lengths or not lengths <= {_COUNTY, _MUNICIPALITY}:
        return set()  # not Norwegian codes: how long they are says nothing
    counties = {code[:_COUNTY] for code in others.values() if len(code) == _MUNICIPALITY}
    return country | {label for label, code in others.items() if code in counties}
