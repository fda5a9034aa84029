"""Columns that hold figures and the states of cells; refused by row, with the cure."""

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import ROUNDED, STATES, ZERO, ByteArray, FloatArray
from temaplan.analysis.regional.columns import refuse, refuse_labels
from temaplan.analysis.regional.encoding import encoded
from temaplan.analysis.regional.frames import Table

# Counts above this lose whole units in a float, and no Norwegian statistic comes near it.
LARGEST: Final = 1e15
UNSAID: Final = 255
_NUMBER_OF_STATE: Final = {"": UNSAID} | {name: number for number, name in enumerate(STATES)}
_UNKNOWN: Final = (
    "unknown_state",
    f"«{{}}» er ikke en tilstand. Velg mellom {', '.join(STATES)}.",
)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_SIGNS = frozenset({":", "..", ".", "-"})


def figures_of(table: Table, name: str, *, negative: bool = False) -> FloatArray:
    """Read a column of figures; NaN stands for null, and nothing else becomes one."""
    figures = _figures(table, name)
    if len(figures) == 0 or (figures.min() >= 0 and figures.max() <= LARGEST):
        return figures  # nothing null, nothing wrong
    with np.errstate(invalid="ignore"):
        _refuse_where(np.abs(figures) > LARGEST, table, name, told_too_large, "too_large")
        if not negative:
            _refuse_where(figures < 0, table, name, told_negative, "negative")
    return figures


def states_of(table: Table, name: str, figures: FloatArray) -> ByteArray:
    """Read a column of cell states, with `UNSAID` where the cell says none."""
    coded = encoded(_with_empty_text(table, name))
    refuse_labels(table, name, coded, lambda label: label not in _NUMBER_OF_STATE, _UNKNOWN)
    numbers = [_NUMBER_OF_STATE[label or ""] for label in coded.labels]
    states = np.array(numbers, dtype=np.uint8)[coded.codes]
    contradiction = (states != UNSAID) & ((states <= ROUNDED) == np.isnan(figures))
    contradiction |= (states == ZERO) & (figures != 0)
    _refuse_where(contradiction, table, name, _told_contradiction, "state_differs")
    return states


def _with_empty_text(table: Table, name: str) -> Any:
    column = table.column(name)
    if isinstance(column, list):
        return ["" if value is None else value for value in column]
    return column.cast(nw.String()).fill_null("")


def _figures(table: Table, name: str) -> FloatArray:
    column = table.column(name)
    if isinstance(column, list):
        return _figures_of_list(table, name, column)
    if not column.dtype.is_numeric():
        return _figures_of_list(table, name, column.to_list())
    # In pandas NaN is how null is written; elsewhere it is a figure gone wrong.
    figures: FloatArray = column.cast(nw.Float64()).to_numpy().astype(np.float64, copy=False)
    if len(figures) and not np.isfinite(figures.sum()):
        strange = ~np.isfinite(figures)
        null = column.is_null().to_numpy()
        _refuse_where(strange & ~null, table, name, told_not_a_number, "not_a_number")
    return figures


def _figures_of_list(table: Table, name: str, values: Sequence[Any]) -> FloatArray:
    figures = np.empty(len(values))
    for row, value in enumerate(values):
        figure = as_figure(value, nan_is_null=table.backend == "pandas")
        if figure is None:
            told_row = _most_telling(values, row)
            refuse(table, name, told_row, told_not_a_number(values[told_row]), "not_a_number")
        else:
            figures[row] = figure
    return figures


def _most_telling(values: Sequence[Any], row: int) -> int:
    """In a column read as text, return the first text that no reading makes a number of."""
    later = range(row, len(values))
    texts = (other for other in later if isinstance(values[other], str))
    return next((other for other in texts if not is_number_as_text(values[other])), row)


def is_number_as_text(value: Any) -> bool:
    """Tell a number that was read as text."""
    return isinstance(value, str) and _PLAIN_NUMBER.fullmatch(value.strip()) is not None


def as_figure(value: Any, *, nan_is_null: bool) -> float | None:
    """Return the figure, NaN for null, None for what is no figure."""
    if value is None:
        return math.nan
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | np.number):
        return None
    figure = float(value)
    if math.isnan(figure):
        return figure if nan_is_null else None
    return figure if math.isfinite(figure) else None


def told_not_a_number(value: Any) -> str:
    """Say why a value is no figure, and what to do."""
    text = str(value).strip()
    if _DECIMAL_COMMA.fullmatch(text):
        written = text.replace(",", ".")
        return f"«{text}» har desimalkomma. Skriv desimaltall med punktum, som {written}."
    if text in _SIGNS:
        return (
            f"«{text}» er et tegn, ikke et tall. La cellen stå tom og si hvorfor i kolonnen "
            "«state»: suppressed, missing eller not_applicable. Betyr tegnet null, så skriv 0."
        )
    if is_number_as_text(value):
        return f"«{text}» er lest som tekst. Les kolonnen som tall."
    return f"«{text}» er ikke et tall. La cellen stå tom hvis tallet mangler."


def told_too_large(value: Any) -> str:
    """Say that a figure is beyond all statistics."""
    return f"{value:g} er større enn noen statistikk. Rett tallet."


def told_negative(value: Any) -> str:
    """Say that a count cannot be below 0."""
    return f"{value:g} er negativt, og det kan et antall ikke være. Rett tallet."


def _told_contradiction(value: Any) -> str:
    return (
        f"tilstanden «{value}» passer ikke med tallet. observed, zero (bare 0) og rounded har "
        "et tall; suppressed, missing og not_applicable har ikke."
    )


def _refuse_where(
    wrong: NDArray[np.bool_], table: Table, name: str, told: Callable[[Any], str], code: str
) -> None:
    if wrong.any():
        row = int(wrong.argmax())
        refuse(table, name, row, told(table.column(name)[row]), code)
