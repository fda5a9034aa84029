"""What stands in one cell of a published table: a number, or the reason why there is none."""

from dataclasses import dataclass

OBSERVED = "observed"
ZERO = "zero"
SUPPRESSED = "suppressed"
MISSING = "missing"
NOT_APPLICABLE = "not_applicable"

# The signs of Statistics Norway («Standardtegn i tabeller»).
_SIGNS = {
    ":": (None, SUPPRESSED),
    "..": (None, MISSING),
    "": (None, MISSING),
    ".": (None, NOT_APPLICABLE),
    "-": (0.0, ZERO),
    "–": (0.0, ZERO),
}


@dataclass(frozen=True)
class Cell:
    """A value with its state; no value where the state says why."""

    value: float | None
    state: str


GONE = Cell(None, NOT_APPLICABLE)


def published(text: str) -> Cell:
    """Read a cell as it was published. Raises ValueError when it is neither number nor sign."""
    plain = text.strip()
    if plain in _SIGNS:
        return Cell(*_SIGNS[plain])
    return Cell(float(plain), OBSERVED)
