"""One thing that `doctor` has looked at."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much it matters: nothing to do, good to know, or something a person must do."""

    FINE = "fine"
    NOTE = "note"
    ACT = "act"


@dataclass(frozen=True)
class Found:
    """What was looked at, how it is, and what to do about it."""

    subject: str
    level: Level
    sentence: str
    cure: str = ""
