"""Findings about names and codes: totals, levels, footnotes, codes that are not in use."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from temaplan.analysis.regional.columns import codes_of
from temaplan.analysis.regional.findings import Found, RowFinder, error, warning
from temaplan.analysis.regional.frames import Table
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.wholes import Axis, is_total, wholes_among

# A word with one or two digits glued to its end, as when a raised footnote mark is copied.
_FOOTNOTE: Final = re.compile(r".*[^\W\d_]{3}\d{1,2}\)?|.*\S\s?\d{1,2}\)")
_VALID_UNTIL: Final = re.compile(r"\((\d{4})?\s?[-–−]\s?(\d{4})\)\s*$")


def label_findings(panel: Panel, row_of: RowFinder) -> Iterator[Found]:
    """Find what the labels of regions and industries tell."""
    for region, label in enumerate(panel.regions):
        yield from _ended(label, row_of(region, None, None))
    for axis, labels in _axes(panel):
        wholes = wholes_among(labels, axis)
        for place, label in enumerate(labels):
            row = row_of(place, None, None) if axis == "region" else row_of(None, place, None)
            if label in wholes:
                yield _whole(label, row)
            if _has_footnote(label, labels):
                told = (
                    f"«{label}» slutter med et siffer som ser ut som et fotnotetegn. Ta det bort."
                )
                yield warning("footnote", row, told)


def code_findings(panel: Panel, codes: Any, row_of: RowFinder) -> Iterator[Found]:
    """Find regions that stand in no list of codes, or not in the year that they have figures.

    `codes` is a table code and, if it has them, valid_from and valid_to (ISO dates, the
    last one not included); period y means the codes of 31 December y.
    """
    table = Table.read(codes).refuse_empty()
    known = codes_of(table, "code")
    spans: dict[str, list[tuple[str, str]]] = {label: [] for label in known.labels}
    for row, code in enumerate(known.codes.tolist()):
        spans[known.labels[code]].append(_span(table, row))
    for place, label in enumerate(panel.regions):
        if label not in spans:
            told = f"Koden «{label}» står ikke i kodelisten. Rett den, eller velg en annen liste."
            yield error("unknown_code", row_of(place, None, None), told)
        else:
            yield from _out_of_use(panel, place, spans[label], row_of)


def _axes(panel: Panel) -> Sequence[tuple[Axis, Sequence[str]]]:
    return ("region", panel.regions), ("industry", panel.industries)


def _whole(label: str, row: int | None) -> Found:
    if is_total(label):
        told = (
            f"«{label}» er en sum som står blant delene sine. Bruk den som referanse eller total."
        )
        return warning("total_row", row, told)
    told = f"«{label}» og andre linjer dekker det samme på ulike nivåer. Behold ett nivå."
    return warning("mixed_levels", row, told)


def _has_footnote(label: str, labels: Sequence[str]) -> bool:
    """Tell a footnote mark from a way of naming: then many labels end in a digit."""
    if not _FOOTNOTE.fullmatch(label) or _VALID_UNTIL.search(label):
        return False
    alike = sum(_FOOTNOTE.fullmatch(other) is not None for other in labels)
    return alike <= max(1, len(labels) // 3)


def _ended(label: str, row: int | None) -> Iterator[Found]:
    found = _VALID_UNTIL.search(label)
    if found:
        told = (
            f"«{label}» er en region som gjaldt til {found[2]}. Tall etter det er brudd i serien. "
            "Bruk harmonise for å følge grensene."
        )
        yield warning("break", row, told)


def _span(table: Table, row: int) -> tuple[str, str]:
    ends = []
    for name, open_end in (("valid_from", "0000"), ("valid_to", "9999")):
        value = table.columns[name][row] if name in table.columns else None
        ends.append(str(value) if value else open_end)
    return ends[0], ends[1]


def _out_of_use(
    panel: Panel, place: int, spans: Sequence[tuple[str, str]], row_of: RowFinder
) -> Iterator[Found]:
    for time, period in enumerate(panel.periods):
        day = f"{str(period)[:4]}-12-31"
        if not any(start <= day < end for start, end in spans):
            row = row_of(place, None, time)
            told = f"Koden «{panel.regions[place]}» var ikke i bruk {day}. Se harmonise."
            if row is not None:
                yield error("unknown_code", row, told)
