"""What the report says, in both written forms of Norwegian, side by side.

A sentence is chosen by a rule from figures, and the rule must be right in both forms. So
both stand where the rule stands, and none can be forgotten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from temaplan.documents.numbers import written

ROOM_FOR = 5  # names in a title
EN_DASH = "\u2013"
_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


@dataclass(frozen=True)
class Said:
    """A text in bokmål and in nynorsk."""

    nb: str
    nn: str

    def in_form(self, form: str) -> str:
        """Return the text in one written form; whatever is not nynorsk is bokmål."""
        return self.nn if form == "nn" else self.nb


def same(text: str) -> Said:
    """Return what is written alike in both forms: names and figures."""
    return Said(text, text)


def together(parts: Iterable[Said], between: str = " ") -> Said:
    """Return several texts as one."""
    kept = tuple(parts)
    return Said(between.join(part.nb for part in kept), between.join(part.nn for part in kept))


def listed(names: Sequence[str]) -> str:
    """Join names as people write a list: «a, b og c»."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} og {names[-1]}"


def who(names: Sequence[str]) -> Said:
    """Name some areas, or say how many they are where a title has no room for the names."""
    if len(names) <= ROOM_FOR:
        return same(listed(names))
    return Said(f"{len(names)} områder", f"{len(names)} område")


def first_up(text: str) -> str:
    """Begin with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def quoted(names: Sequence[str]) -> str:
    """Join the names of industries, each in quotation marks."""
    return listed([f"«{name}»" for name in names])


def years(first: int, last: int) -> str:
    """Write a stretch of years: «2016–2025»."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def day(of: date) -> str:
    """Write a date; months have the same names in both forms."""
    return f"{of.day}. {_MONTHS[of.month - 1]} {of.year}"


def whole(value: float) -> str:
    """Write a number of people: «1 234»; below 0 with a minus."""
    return written(value)


def signed(value: float) -> str:
    """Write a change of people: «+464», «−67», «0»."""
    return written(value, sign=True)


def percent(value: float, decimals: int = 1) -> str:
    """Write a share: 0.213 is «21,3 %»."""
    return written(value, decimals=decimals, percent=True)


def decimal(value: float, decimals: int = 2) -> str:
    """Write a ratio: «1,53»."""
    return written(value, decimals=decimals)
