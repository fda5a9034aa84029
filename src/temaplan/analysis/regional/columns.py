"""Columns that name things: regions, industries, periods; refused by row, with the cure."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.encoding import encoded
from temaplan.analysis.regional.errors import BadTable
from temaplan.analysis.regional.frames import Coded, Codes, Column, Table, first_null

MUNICIPALITY_DIGITS: Final = 4
Ranks = NDArray[np.int64]
Fault = tuple[str, str]  # code, sentence with a place for the label

_NUMBER: Final = (
    "code_is_number",
    "koden {} er lest som tall, og da mister koder som «0602» den første nullen. "
    "Les kolonnen som tekst.",
)
_ZERO: Final = ("lost_zero", "koden «{0}» har mistet den første nullen. Skriv «0{0}».")
_PERIOD: Final = (
    "bad_period",
    "perioden «{}» er verken et helt tall eller tekst. Skriv 2011 eller «2011».",
)
_MIXED: Final = (
    "mixed_periods",
    "perioden {} er et tall, andre er tekst. Bruk det samme i hele kolonnen.",
)
_EMPTY: Final = ("empty_code", "cellen er tom. Fyll den ut eller ta raden ut.")
_BLANK: Final = ("stray_blank", "«{}» har et mellomrom først eller sist. Ta det bort.")


def codes_of(table: Table, name: str) -> Coded:
    """Read a column of codes or names; the labels come sorted."""
    return in_order(read_codes(table, name))


def regions_of(table: Table, name: str) -> Coded:
    """Read a column of regions: codes, and none of them without its leading zero."""
    return in_order(read_regions(table, name))


def periods_of(table: Table, name: str) -> Coded:
    """Read a column of periods: all whole numbers (years) or all text; sorted."""
    return in_order(read_periods(table, name))


def in_order(coded: Coded) -> Coded:
    """Return a column with its labels sorted."""
    labels, ranks = ranked(coded)
    if (ranks == np.arange(len(ranks))).all():
        return Coded(coded.codes, labels)
    return Coded(ranks.astype(np.int32)[coded.codes], labels)


def ranked(coded: Coded) -> tuple[list[Any], Ranks]:
    """Return the labels sorted, and the place among them of each label of the column."""
    labels = sorted(label for label in coded.labels if label is not None)
    position = {label: number for number, label in enumerate(labels)}
    return labels, np.array([position.get(label, -1) for label in coded.labels], dtype=np.int64)


def read_codes(table: Table, name: str) -> Coded:
    """Read a column of codes or names; the labels come in any order."""
    coded = encoded(_without_nulls(table, name))
    refuse_labels(table, name, coded, lambda label: not isinstance(label, str), _NUMBER)
    _check_text(table, name, coded)
    return coded


def read_regions(table: Table, name: str) -> Coded:
    """Read a column of regions; the labels come in any order."""
    coded = read_codes(table, name)
    if lost_zero([label for label in coded.labels if label is not None]):
        refuse_labels(table, name, coded, lambda label: len(label) < MUNICIPALITY_DIGITS, _ZERO)
    return coded


def lost_zero(labels: Sequence[str]) -> bool:
    """Tell codes of three digits among codes of four, as when `0602` was read as a number."""
    lengths = {len(label) for label in labels}
    return lengths == {MUNICIPALITY_DIGITS - 1, MUNICIPALITY_DIGITS} and all(
        label.isdigit() for label in labels
    )


def read_periods(table: Table, name: str) -> Coded:
    """Read a column of periods; the labels come in any order."""
    coded = encoded(_without_nulls(table, name))
    refuse_labels(table, name, coded, lambda label: type(label) not in (int, str), _PERIOD)
    _check_text(table, name, coded)
    if any(isinstance(label, str) for label in coded.labels):
        refuse_labels(table, name, coded, lambda label: isinstance(label, int), _MIXED)
    return coded


def refuse_labels(
    table: Table, name: str, coded: Coded, is_wrong: Callable[[Any], bool], fault: Fault
) -> None:
    """Refuse the first row whose label is wrong, if any."""
    wrong = np.array(
        [label is not None and is_wrong(label) for label in coded.labels], dtype=np.bool_
    )
    if wrong.any():
        row = int(wrong[coded.codes].argmax())
        code, told = fault
        refuse(table, name, row, told.format(coded.labels[coded.codes[row]]), code)


def refuse(table: Table, name: str, row: int, what: str, code: str) -> None:
    """Refuse a table for what stands in one cell."""
    place = table.place(row)
    raise BadTable(
        f"{place[0].upper()}{place[1:]}, kolonnen «{name}»: {what}",
        code=code,
        row=row + 1,
        column=name,
    )


def duplicate_rows(table: Table, keys: Sequence[str], flat: Codes) -> BadTable:
    """Return the fault of rows that hold the same key, naming the first two."""
    order = np.argsort(flat, kind="stable")
    again = np.flatnonzero(flat[order][1:] == flat[order][:-1])
    first, second = int(order[again[0]]), int(order[again[0] + 1])
    key = ", ".join(str(table.column(name)[first]) for name in keys)
    others = f" Slik er det {len(again)} ganger i tabellen." if len(again) > 1 else ""
    place = table.place(first)
    return BadTable(
        f"{place[0].upper()}{place[1:]} og {table.place(second)} gjelder det samme ({key})."
        f"{others} Ta bort den ene eller slå dem sammen.",
        code="duplicate",
        row=second + 1,
        column=keys[0],
    )


def _without_nulls(table: Table, name: str) -> Column:
    column = table.column(name)
    row = first_null(column)
    if row is not None:
        refuse(table, name, row, _EMPTY[1], _EMPTY[0])
    return column


def _check_text(table: Table, name: str, coded: Coded) -> None:
    texts = {label: label.strip() for label in coded.labels if isinstance(label, str)}
    refuse_labels(table, name, coded, lambda label: texts.get(label) == "", _EMPTY)
    refuse_labels(table, name, coded, lambda label: texts.get(label, label) != label, _BLANK)
