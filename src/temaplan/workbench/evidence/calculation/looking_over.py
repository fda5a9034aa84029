"""Look a file of figures over before it is taken in: what is odd, on which lines.

Two that look: the reader, which refuses what it cannot read, and `regional.validate`, which
finds what makes figures wrong without a sign.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from temaplan.analysis import regional
from temaplan.sources.brought import Brought, read_brought
from temaplan.sources.statistics import EVERYTHING, INDUSTRY_COLUMNS, Statistics, as_columns

ERROR, WARNING = "error", "warning"
_KEY = 12
_ALL = "alle"  # the industry of a table that has none, in the words of nobody's total


@dataclass(frozen=True)
class Odd:
    """One odd thing, and every line of the file that it is about; none for the whole file.

    `must_mend` things leave figures that cannot be read, so nobody can answer for them.
    """

    finding: str
    severity: str
    message: str  # in the reader's language
    plain: str  # in bokmål, whoever reads: so it is kept and found again
    lines: tuple[int, ...]
    must_mend: bool

    @property
    def key(self) -> str:
        """Name it in an address."""
        return hashlib.sha256(f"{self.finding} {self.plain}".encode()).hexdigest()[:_KEY]

    @property
    def is_error(self) -> bool:
        """Tell whether the methods would refuse the table for it."""
        return self.severity == ERROR


@dataclass(frozen=True)
class LookedOver:
    """What a file holds and what is odd about it. `text` is the file as it is kept."""

    text: str
    row_count: int
    odd: tuple[Odd, ...]

    def beside(self, line: int) -> list[Odd]:
        """Return what is odd about one line."""
        return [each for each in self.odd if line in each.lines]

    @property
    def about_the_whole(self) -> list[Odd]:
        """Return what is odd about the file as a whole."""
        return [each for each in self.odd if not each.lines]

    @property
    def odd_lines(self) -> list[int]:
        """Return every line that has something odd about it."""
        return sorted({line for each in self.odd for line in each.lines})


def look_over(text: str, borders: int | None = None) -> LookedOver:
    """Read a file and look it over; nothing is repaired."""
    return _told(*_found(text, borders))


@lru_cache(maxsize=8)  # a page of rows is shown many times while a file is looked over
def _found(text: str, borders: int | None) -> tuple[Brought, tuple[tuple[Any, ...], ...]]:
    brought = read_brought(text.encode(), borders=borders)
    return brought, tuple(_validated(brought))


def _told(brought: Brought, validated: Sequence[tuple[Any, ...]]) -> LookedOver:
    """Write everything in the reader's language, each thing once with all its lines."""
    groups: dict[tuple[str, str, str, str, bool], list[int]] = {}
    for problem in brought.problems:
        severity = WARNING if problem.notice else ERROR
        must_mend = not problem.notice and not problem.judged
        key = (problem.finding, severity, problem.told(_), problem.told(), must_mend)
        groups.setdefault(key, []).extend([problem.line] if problem.line else [])
    for finding, severity, line, message in validated:
        lines = groups.setdefault((finding, severity, message, message, False), [])
        lines.extend([line] if line else [])
    odd = [
        Odd(finding, severity, message, plain, tuple(sorted(set(lines))), must_mend)
        for (finding, severity, message, plain, must_mend), lines in groups.items()
    ]
    order = sorted(odd, key=lambda each: (not each.must_mend, not each.is_error, each.lines[:1]))
    rows = len(brought.legible.rows) if brought.legible else 0
    return LookedOver(brought.text, rows, tuple(order))


def _validated(brought: Brought) -> Iterator[tuple[Any, ...]]:
    """Yield (finding, severity, line, message) of what the library sees in the legible rows."""
    statistics = brought.legible
    if statistics is None or statistics.columns != INDUSTRY_COLUMNS:
        return
    if any(problem.finding == "duplicate" for problem in brought.problems):
        return  # told already, and nothing else can be judged before one of them is gone
    found = regional.validate(_columns(statistics))
    for finding, severity, row, message in zip(*found.values(), strict=True):
        line = brought.lines[row - 1] if row else 0
        if finding != "total_row" or not _is_told(brought, finding):
            yield finding, severity, line, message


def _columns(statistics: Statistics) -> dict[str, list[Any]]:
    columns = as_columns(statistics.columns, statistics.rows)
    named = [_ALL if each == EVERYTHING else each for each in columns["industry"]]
    return columns | {"industry": named}


def _is_told(brought: Brought, finding: str) -> bool:
    return any(problem.finding == finding for problem in brought.problems)
