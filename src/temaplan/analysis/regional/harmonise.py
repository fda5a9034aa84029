"""What would the figures be in the borders of another day?

Rule: a code in period y is the one in use on 31 December y. It is followed through the dated
changes to the day asked for, forwards or backwards. Merges add. A split has no answer of its
own: it is refused unless weights are given, and then every figure that crosses it is an
estimate.

Source: Statistics Norway, Klass 131 (municipalities) and 104 (counties), changes of codes.

Edge rules: a sum with a part that is not known is null, with note `incomplete`; so is a
region that needs a part which the table does not hold. A code that was not in use that year
is refused. Figures that no change touches pass unchanged.

Not for: averages, shares and rates. Harmonise the counts, then divide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.border_changes import BorderChanges, Weights, day_of, weights_of
from temaplan.analysis.regional.cells import (
    ESTIMATED,
    INCOMPLETE,
    MISSING,
    NOTE_TEXTS,
    OBSERVED,
    STATES,
    SUPPRESSED,
    ZERO,
    ByteArray,
    FloatArray,
)
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import Built, Coded, Parts, Repeated, Stretched, build
from temaplan.analysis.regional.panel import Columns, Panel, panel_of


@dataclass(frozen=True)
class _Part:
    """A row of the panel that goes into a target, with its weight."""

    row: int
    weight: float
    estimated: bool


def harmonise(
    data: Any,
    changes: Any,
    *,
    to: object,
    splits: Any = "refuse",
    **columns: Unpack[Columns],
) -> Any:
    """Return the figures in the codes of the day `to`.

    changes: from_code, to_code, date; `to` is a date, ISO text, or a year (31 December).
    splits: "refuse", or a table from_code, to_code, date, weight. Result columns: region,
    industry, period, value, state, note. Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    borders, weights, target_day = BorderChanges.read(changes), weights_of(splits), day_of(to, "to")
    made = [
        _period(panel, number, borders, weights, target_day) for number in range(len(panel.periods))
    ]
    regions = sorted({code for period in made for code in period})
    return _table(panel, regions, made)


_Sums = dict[str, tuple[FloatArray, ByteArray, int]]


def _period(
    panel: Panel, number: int, borders: BorderChanges, weights: Weights | None, target_day: date
) -> _Sums:
    day = day_of(_year(panel.periods[number]), "period")
    way, back = borders.way(day, target_day), borders.way(target_day, day)
    here = [
        row for row in range(len(panel.regions)) if _takes_part(panel, number, row, borders, day)
    ]
    parts: dict[str, list[_Part]] = {}
    for row in here:
        for reached in borders.reached(panel.regions[row], way, weights):
            parts.setdefault(reached.code, []).append(_Part(row, reached.weight, reached.estimated))
    held = {panel.regions[row] for row in here}
    sums: _Sums = {}
    for code, into in parts.items():
        lacks = borders.everything_behind(code, back) - held
        sums[code] = _summed(panel, number, into, whole=not lacks)
    return sums


def _year(period: str | int) -> int:
    text = str(period)[:4]
    if not text.isdigit():
        raise BadQuestion(f"Perioden «{period}» er ikke et år, så grensene er ukjente.")
    return int(text)


def _takes_part(panel: Panel, number: int, row: int, borders: BorderChanges, day: date) -> bool:
    """Tell whether a region stood in the period; refuse figures for a code not in use."""
    code = panel.regions[row]
    if borders.in_use(code, day):
        return True
    if not np.isnan(panel.values[number, row]).all():
        raise BadQuestion(
            f"Koden {code} var ikke i bruk 31. desember {day.year}, men har tall for "
            f"{panel.periods[number]}. Se etter om koden eller året er riktig.",
            code="not_in_use",
        )
    return False


def _summed(
    panel: Panel, number: int, parts: Sequence[_Part], *, whole: bool
) -> tuple[FloatArray, ByteArray, int]:
    rows = [part.row for part in parts]
    weights = np.array([part.weight for part in parts])[:, None]
    summed = (panel.values[number, rows] * weights).sum(axis=0)
    states = panel.states[number, rows]
    if not whole:
        summed = np.full_like(summed, np.nan)
    if len(parts) == 1 and whole and parts[0].weight == 1:
        state = states[0].copy()
    else:
        hidden = np.where((states == SUPPRESSED).any(axis=0), SUPPRESSED, MISSING)
        state = np.where(np.isnan(summed), hidden, np.where(summed == 0, ZERO, OBSERVED))
    return summed, state.astype(np.uint8), ESTIMATED if any(p.estimated for p in parts) else 0


def _table(panel: Panel, regions: list[str], made: list[_Sums]) -> Any:
    shape = (len(panel.periods), len(regions), len(panel.industries))
    values, states = np.full(shape, np.nan), np.full(shape, MISSING, dtype=np.uint8)
    notes, stands = np.zeros(shape, dtype=np.uint8), np.zeros(shape[:2], dtype=np.bool_)
    for period, sums in enumerate(made):
        for code, (summed, state, note) in sums.items():
            at = (period, regions.index(code))
            values[at], states[at], notes[at], stands[at] = summed, state, note, True
    touched = np.isnan(values) & stands[:, :, None]
    notes |= np.where(touched, INCOMPLETE, 0).astype(np.uint8)
    whole = Panel(panel.periods, tuple(regions), panel.industries, values, states, panel.backend)
    kept = np.repeat(stands.reshape(-1), len(panel.industries))
    columns = whole.keys() | {
        "value": values.reshape(-1),
        "state": Coded(states.reshape(-1), STATES),
        "note": Coded(notes.reshape(-1), NOTE_TEXTS),
    }
    return build({name: _only(column, kept) for name, column in columns.items()}, panel.backend)


def _only(column: Built, kept: Any) -> Built:
    if isinstance(column, Repeated | Stretched | Parts):
        return _only(column.whole, kept)
    if isinstance(column, Coded):
        return Coded(column.codes[kept], column.labels)
    figures: FloatArray = column[kept]
    return figures
