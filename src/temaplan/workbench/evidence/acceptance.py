"""What was odd about a table and taken in all the same: by whom, when and why."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from temaplan.workbench.evidence.calculation.looking_over import Odd


@dataclass(frozen=True)
class Acceptance:
    """One odd thing that a person answers for. `line` is its first line, 0 for the whole file."""

    finding: str
    severity: str
    message: str
    line: int
    rows: int
    accepted_by: str
    accepted_on: str
    reason: str

    @classmethod
    def of(cls, odd: Odd, *, by: str, on: date, reason: str) -> "Acceptance":
        """Let a person answer for something odd."""
        line = odd.lines[0] if odd.lines else 0
        return cls(
            odd.finding,
            odd.severity,
            odd.plain,
            line,
            len(odd.lines),
            by,
            on.isoformat(),
            reason,
        )

    def covers(self, odd: Odd) -> bool:
        """Tell whether this is the same odd thing, on whichever line it now stands."""
        return (self.finding, self.message) == (odd.finding, odd.plain)

    def as_value(self) -> dict[str, Any]:
        """Return it as it is kept with the table."""
        return asdict(self)


def acceptances_in(kept: Any) -> list[Acceptance]:
    """Read what is kept; what a folder brought in another shape is left out."""
    entries = kept if isinstance(kept, list) else []
    return [found for each in entries if (found := _read(each)) is not None]


def _read(entry: Any) -> Acceptance | None:
    if not isinstance(entry, dict):
        return None
    known: dict[str, Any] = {
        field.name: _number(entry.get(field.name))
        if field.type is int
        else str(entry.get(field.name) or "")
        for field in fields(Acceptance)
    }
    return Acceptance(**known) if known["message"] else None


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def covering(accepted: Iterable[Acceptance], odd: Odd) -> Acceptance | None:
    """Return the acceptance of something odd, when there is one."""
    return next((each for each in accepted if each.covers(odd)), None)


def still_wanted(accepted: Iterable[Acceptance], odd: Iterable[Odd]) -> list[Acceptance]:
    """Leave out acceptances of what is odd no longer, as after a line was mended."""
    there = list(odd)
    return [each for each in accepted if any(each.covers(one) for one in there)]
