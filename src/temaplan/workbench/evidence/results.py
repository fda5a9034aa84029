"""The result of a calculation as rows: every digit kept, found again by its keys."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.documents.numbers import BEFORE_PERCENT, written
from temaplan.workbench.evidence.vocabulary import CELL_STATE, FIGURE_FORMAT

KEYS = ("region", "industry", "component", "period")
NAMES = ("region_name", "industry_name", "component_name")
WORDS = ("state", "note")  # say something about the other columns

Row = Mapping[str, str]


@dataclass(frozen=True)
class Result:
    """The table that a method gave."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that together name a row."""
        return tuple(name for name in KEYS if name in self.columns)

    @property
    def figures(self) -> tuple[str, ...]:
        """The columns that hold figures."""
        beside = {*KEYS, *NAMES, *WORDS}
        return tuple(name for name in self.columns if name not in beside)

    def key_of(self, row: Row) -> dict[str, str]:
        """Return what names a row."""
        return {name: row[name] for name in self.keys}

    def row(self, key: Mapping[str, Any]) -> Row | None:
        """Return the row with a key, or None when the result has none or several."""
        wanted = {name: str(value) for name, value in key.items()}
        if set(wanted) - set(self.columns):
            return None
        found = [
            row for row in self.rows if all(row[name] == text for name, text in wanted.items())
        ]
        return found[0] if len(found) == 1 else None


def result_of(text: str) -> Result:
    """Read the canonical text of a result."""
    reader = csv.DictReader(io.StringIO(text))
    rows = tuple(reader)
    return Result(tuple(reader.fieldnames or ()), rows)


def result_text(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Write a result in its one form: comma, LF, every digit, nothing where there is no figure."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(value) for value in row] for row in rows)
    return buffer.getvalue()


def _text(value: Any) -> str:
    if value is None:
        return ""
    # repr gives the shortest text that reads back as the same number
    return repr(value) if isinstance(value, float) else str(value)


def name_of(row: Row, key: str) -> str:
    """Return the name of a region or industry of a row, else its code."""
    return row.get(f"{key}_name") or row.get(key, "")


def figure_words(row: Row, column: str, format_code: str) -> str:
    """Write a figure as people read it, or the word for why there is none."""
    text = row.get(column, "")
    return written_figure(float(text), format_code) if text else missing_words(row)


def written_figure(value: float, format_code: str) -> str:
    """Write a number with decimal comma: «1,53», «16,8 prosent», «125 200»."""
    form = FIGURE_FORMAT[format_code]
    is_share = form.factor != 1
    words = written(value, decimals=form.decimals, percent=is_share)
    return words.removesuffix(f"{BEFORE_PERCENT}%") + form.suffix


def missing_words(row: Row) -> str:
    """Say why a cell has no figure."""
    state = CELL_STATE.get(row.get("state", "")) or CELL_STATE["not_applicable"]
    return str(state.label)
