"""Klass: classifications of Statistics Norway, their codes on a date, and what changed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from temaplan.sources.archive.exchange import Question
from temaplan.sources.cube import UnreadableTable

SSB = "https://data.ssb.no/api/klass/v1"
MUNICIPALITIES = 131
INDUSTRIES = 6


@dataclass(frozen=True)
class Code:
    """One code with its name on a date."""

    code: str
    name: str
    parent: str
    level: int


@dataclass(frozen=True)
class CodeChange:
    """On this day `from_code` became `to_code`. An empty end: a code that came or went."""

    from_code: str
    from_name: str
    to_code: str
    to_name: str
    day: date


@dataclass(frozen=True)
class Correspondence:
    """A code of one classification and the code of another that it belongs to."""

    source: str
    target: str


@dataclass(frozen=True)
class Klass:
    """Speaks to Klass."""

    address: str = SSB

    def codes_at(self, classification: int, day: date) -> Question:
        """Ask for the codes in use on a day."""
        return self._ask(classification, f"codesAt?date={day.isoformat()}")

    def changes(self, classification: int, since: date, until: date) -> Question:
        """Ask for the changes of codes between two days."""
        period = f"changes?from={since.isoformat()}&to={until.isoformat()}"
        return self._ask(classification, period)

    def correspondence(self, source: int, target: int, day: date) -> Question:
        """Ask which codes of two classifications belong together on a day."""
        wanted = f"correspondsAt?targetClassificationId={target}&date={day.isoformat()}"
        return self._ask(source, wanted)

    def _ask(self, classification: int, what: str) -> Question:
        return Question(f"{self.address}/classifications/{classification}/{what}")


def read_codes(content: bytes) -> tuple[Code, ...]:
    """Read the answer to `codes_at`."""
    return _each(
        content,
        "codes",
        lambda row: Code(
            row["code"], row["name"], row.get("parentCode") or "", int(row.get("level") or 1)
        ),
    )


def read_changes(content: bytes) -> tuple[CodeChange, ...]:
    """Read the answer to `changes`."""
    return _each(
        content,
        "codeChanges",
        lambda row: CodeChange(
            row.get("oldCode") or "",
            row.get("oldName") or "",
            row.get("newCode") or "",
            row.get("newName") or "",
            date.fromisoformat(row["changeOccurred"]),
        ),
    )


def read_correspondence(content: bytes) -> tuple[Correspondence, ...]:
    """Read the answer to `correspondence`."""
    return _each(
        content,
        "correspondenceItems",
        lambda row: Correspondence(row["sourceCode"], row["targetCode"]),
    )


def _each[Row](content: bytes, name: str, read: Callable[[Any], Row]) -> tuple[Row, ...]:
    try:
        return tuple(read(row) for row in json.loads(content)[name])
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableTable(
            "Klass svarte i en form vi ikke kjenner. Ingenting er hentet. Prøv igjen senere."
        ) from fault
