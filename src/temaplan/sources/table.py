"""What is said about one table of statistics or one list of codes."""

from dataclasses import dataclass
from datetime import date

from temaplan.sources.files import KeptFile, combined_sha256

# The files were taken into Temaplan on this day. The set they came in does not say on which
# day each left its publisher; so a table is no newer than this and no older than its years.
RECEIVED_ON = date(2026, 11, 25)


@dataclass(frozen=True)
class Measure:
    """One thing that a table counts. `half_unit` is half the rounding unit: a value is ± that."""

    code: str
    label: str
    unit: str
    half_unit: float | None = None


@dataclass(frozen=True)
class SourceTable:
    """A published table as it is kept here.

    `shape` is `industry` (region, industry, period, value, state), `population` (the age
    in the industry's place) or `commuting` (a row per region and year with four counts).
    """

    id: str
    title: str
    source: str  # stands beside every figure from the table
    licence: str
    vintage: str
    files: tuple[KeptFile, ...]
    shape: str
    measures: tuple[Measure, ...]
    regions: str
    years: tuple[int, ...]
    used_for: str
    traps: tuple[str, ...] = ()
    retrieved_on: date = RECEIVED_ON

    @property
    def sha256(self) -> str:
        """Checksum of the figures as they came."""
        return combined_sha256(self.files)

    def measure(self, code: str) -> Measure:
        """Return the measure with this code, the first where none is asked for."""
        return next((each for each in self.measures if each.code == code), self.measures[0])


@dataclass(frozen=True)
class CodeList:
    """A list of official codes that figures are checked against."""

    id: str
    title: str
    source: str
    licence: str
    vintage: str
    files: tuple[KeptFile, ...]
    used_for: str
    retrieved_on: date = RECEIVED_ON
