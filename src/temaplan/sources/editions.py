"""Which edition of a published table some figures are from, and whether a newer one is known.

Pure: whoever asks brings the editions that are known. A table that was fetched says its
edition in one line, `2016–2025, oppdatert 2026-06-10`, which is stored beside the figures
and copied into every run of them; it is read back here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

# As `Statistisk sentralbyrå, tabell 13470` stands beside every figure.
_TABLE = re.compile(r"\btabell (?P<number>\d{5})\b")
_VINTAGE = re.compile(
    r"(?P<first>\d{4}[^–,]*?)(–(?P<last>\d{4}[^,]*?))?(, oppdatert (?P<updated>\d{4}-\d{2}-\d{2}))?"
)


@dataclass(frozen=True)
class Edition:
    """One edition of a published table: the periods it has, and the day it was changed.

    Two editions of a table are compared by `updated`, and by the last period where one of
    them does not say when it was changed.
    """

    table: str  # `ssb/13470`
    first: str
    last: str
    updated: str = ""  # the office's own day, `2026-06-10`

    @property
    def vintage(self) -> str:
        """The line that stands beside the figures."""
        periods = self.first if self.first == self.last else f"{self.first}–{self.last}"
        return f"{periods}, oppdatert {self.updated}" if self.updated else periods

    @classmethod
    def told_by(cls, table: str, vintage: str) -> Self | None:
        """Read the line back; nothing when somebody wrote something else there."""
        found = _VINTAGE.fullmatch(vintage.strip())
        if not table or found is None:
            return None
        return cls(table, found["first"], found["last"] or found["first"], found["updated"] or "")

    def is_newer_than(self, other: Self) -> bool:
        """Tell whether this edition of the same table came after the other."""
        if self.table != other.table:
            return False
        if self.updated and other.updated:
            return self.updated > other.updated
        return self.last > other.last


def table_named_in(source: str) -> str:
    """Return the id of the table that a source line names, empty when it names none."""
    found = _TABLE.search(source)
    return f"ssb/{found['number']}" if found else ""


def newest(table: str, known: Iterable[Edition]) -> Edition | None:
    """Return the newest of the known editions of a table."""
    latest: Edition | None = None
    for each in known:
        if each.table == table and (latest is None or each.is_newer_than(latest)):
            latest = each
    return latest


def newer_edition(source: str, vintage: str, known: Iterable[Edition]) -> Edition | None:
    """Return the newest known edition if it came after the one some figures are from.

    `source` and `vintage` are the lines that are stored with a table or a run.
    """
    table = table_named_in(source)
    mine = Edition.told_by(table, vintage)
    latest = newest(table, known)
    return latest if mine and latest and latest.is_newer_than(mine) else None
