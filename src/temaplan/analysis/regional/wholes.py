"""A whole among its parts: a sum over such a table would count everything twice.

Told by names («I alt», «Hele landet»), by codes that hold others (`00-99` and
`10-33`, `C` and `10`, `10` and `10.1`, county `33` and municipality `3301`) and by the
marks of sub-lines («¬¬»).
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from temaplan.analysis.regional.errors import BadTable, listed

if TYPE_CHECKING:
    from temaplan.analysis.regional.panel import Panel

Axis = Literal["region", "industry"]
Seen = tuple[int, str]  # the row, from 1, and how it is named: by its number or its line in a file
REGION: Final = "region"
INDUSTRY: Final = "industry"
NOWHERE: Final[Mapping[str, Seen]] = MappingProxyType({})

TAKE_OUT: Final = "Ta dem ut."
OR_MEASURE_AGAINST: Final = "Ta dem ut, eller velg dem som referanse."
OR_GIVE_TOTALS: Final = "Ta dem ut, og gi publiserte totaltall med totals hvis de skal brukes."

_TOTAL: Final = re.compile(
    r"(\d+(-\d+)?\s+)?(i\s+alt|total|totalt|totalen|sum|alle|hele|heile|landet|norge|noreg"
    r"|insgesamt|all\s+industries|all\s+regions)\b",
    re.IGNORECASE,
)
_SUB_LINE: Final = re.compile(r"(¬|herav\b|av dette\b|av dette:)", re.IGNORECASE)
_CODE: Final = re.compile(r"(\d\d)(?:\.(\d{1,3})|\s?[-–]\s?(\d\d))?(?![\d.])")
_SECTION: Final = re.compile(r"([A-U])(?:\s?[-–]\s?([A-U]))?(?=\s|$)")
# The first and last division of each section of SN2007, which is NACE Rev. 2.
_DIVISIONS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "A": (1, 3),
        "B": (5, 9),
        "C": (10, 33),
        "D": (35, 35),
        "E": (36, 39),
        "F": (41, 43),
        "G": (45, 47),
        "H": (49, 53),
        "I": (55, 56),
        "J": (58, 63),
        "K": (64, 66),
        "L": (68, 68),
        "M": (69, 75),
        "N": (77, 82),
        "O": (84, 84),
        "P": (85, 85),
        "Q": (86, 88),
        "R": (90, 93),
        "S": (94, 96),
        "T": (97, 98),
        "U": (99, 99),
    }
)
_DIGITS: Final = re.compile(r"(\d+)(?:\s|$)")
_COUNTY, _MUNICIPALITY = 2, 4
_COUNTRY: Final = "0"  # as Statistics Norway writes the whole country beside counties


def wholes_among(labels: Sequence[str], axis: Axis) -> list[str]:
    """Return the labels that hold others of the list, or are said to be part of another."""
    return list(_wholes_among(tuple(labels), axis))


@lru_cache(maxsize=32)
def _wholes_among(labels: tuple[str, ...], axis: Axis) -> tuple[str, ...]:
    if len(labels) == 1:
        return ()
    holding = _holding_regions(labels) if axis == REGION else _holding_codes(labels)
    return tuple(label for label in labels if label in holding or is_total(label) or is_part(label))


def is_total(label: str) -> bool:
    """Tell a label that names a total."""
    return _TOTAL.match(label) is not None


def is_part(label: str) -> bool:
    """Tell a label that is marked as part of the line above it."""
    return _SUB_LINE.match(label) is not None


def refuse_wholes(panel: "Panel", axis: Axis, cure: str = TAKE_OUT) -> None:
    """Refuse a panel whose sum over the axis would count something twice."""
    labels = panel.regions if axis == REGION else panel.industries
    refuse_whole_labels(labels, axis, cure, panel.seen)


def refuse_whole_labels(
    labels: Sequence[str],
    axis: Axis,
    cure: str = TAKE_OUT,
    seen: Mapping[str, Seen] = NOWHERE,
) -> None:
    """Refuse labels among which a whole stands beside its parts. `cure` tells what to do."""
    found = wholes_among(labels, axis)
    if not found:
        return
    what = "regionene" if axis == REGION else "næringene"
    row, place = min((seen[label] for label in found if label in seen), default=(None, ""))
    start = f"{place[0].upper()}{place[1:]}: blant" if place else "Blant"
    raise BadTable(
        f"{start} {what} står både helheten og delene: {listed(found)}. Da teller summen det "
        f"samme to ganger. {cure}",
        code="total_row",
        row=row,
        column=axis,
    )


def _holding_codes(labels: Sequence[str]) -> set[str]:
    """Find codes whose span holds another's. The widest come first, so few lie open at a time."""
    spans = sorted((low, -high, label) for label in labels for low, high in _spans(label))
    holding: set[str] = set()
    around: list[tuple[int, int, str]] = []
    for low, minus_high, label in spans:
        around = [each for each in around if each[1] >= low]
        holding |= {
            wide
            for first, last, wide in around
            if last >= -minus_high and (first, last) != (low, -minus_high)
        }
        around.append((low, -minus_high, label))
    return holding


def _spans(label: str) -> list[tuple[int, int]]:
    """Return what a code covers in five digits: `10.1` 10100 to 10199. A name covers nothing."""
    if section := _SECTION.match(label):
        low, high = _DIVISIONS[section[1]][0], _DIVISIONS[section[2] or section[1]][1]
    elif code := _CODE.match(label):
        if code[2]:
            low = int(code[1] + code[2].ljust(3, "0"))
            return [(low, low + 10 ** (3 - len(code[2])) - 1)]
        low, high = int(code[1]), int(code[3] or code[1])
    else:
        return []
    return [(low * 1000, high * 1000 + 999)]


def _holding_regions(labels: Sequence[str]) -> set[str]:
    codes = {label: found[1] for label in labels if (found := _DIGITS.match(label))}
    country = {label for label, code in codes.items() if code == _COUNTRY}
    others = {label: code for label, code in codes.items() if label not in country}
    lengths = {len(code) for code in others.values()}
    if not lengths or not lengths <= {_COUNTY, _MUNICIPALITY}:
        return set()  # not Norwegian codes: how long they are says nothing
    counties = {code[:_COUNTY] for code in others.values() if len(code) == _MUNICIPALITY}
    return country | {label for label, code in others.items() if code in counties}
