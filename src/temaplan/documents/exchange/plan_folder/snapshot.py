"""A whole plan as plain values: what a folder says and what the database says, alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]  # as `records.values_of` writes a row: ISO dates, `kind/slug`

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True)
class KeptFile:
    """The bytes of an attachment, with the ending its file has."""

    suffix: str
    content: bytes


@dataclass(frozen=True)
class PlanSnapshot:
    """One state of a plan. Rows stand by kind, sorted by slug; files by reference."""

    municipality: Values
    plan: Values
    rows: Mapping[str, tuple[Values, ...]]
    files: Mapping[str, KeptFile] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[Values, ...]:
        """Return the rows of one kind."""
        return self.rows.get(kind, ())


def suffix_of(name: str) -> str:
    """Return a file name's ending when it is harmless, else nothing.

    Only the ending of a name from outside ever becomes part of a path.
    """
    _, point, ending = name.rpartition(".")
    suffix = f"{point}{ending}".lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""
