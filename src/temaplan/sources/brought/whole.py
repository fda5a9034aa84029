"""What only the whole file can show: lines that say the same, and totals among their parts."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temaplan.sources.brought.problems import Notes
from temaplan.sources.words import gettext_noop as _

_TOTAL_WORDS = {
    "alle",
    "alle aldre",
    "alle næringer",
    "alt",
    "i alt",
    "ialt",
    "sum",
    "sum alle næringer",
    "total",
    "totalt",
    "totalt for næringer",
    "00-99",
    "01-99",
}
_FEWEST_PARTS = 3  # one line that equals the only other, or two, may do so by chance


@dataclass(frozen=True)
class Entry:
    """One line of the file, read."""

    line: int
    region: str
    industry: str
    period: int
    value: float | None


def check_whole(entries: Sequence[Entry], notes: Notes) -> None:
    """Note duplicates and total rows."""
    _check_duplicates(entries, notes)
    named = _named_totals(entries)
    for entry in named:
        _tell_total(entry, notes)
    if not named:
        for entry in _summed_totals(entries):
            _tell_total(entry, notes)


def _check_duplicates(entries: Sequence[Entry], notes: Notes) -> None:
    first: dict[tuple[str, str, int], int] = {}
    for entry in entries:
        key = (entry.region, entry.industry, entry.period)
        if key in first:
            notes.add(
                entry.line,
                _("Linjen gjelder det samme som linje {first} ({key}). Behold én av dem."),
                finding="duplicate",
                first=first[key],
                key=", ".join(str(part) for part in key if part),
            )
        first.setdefault(key, entry.line)


def _named_totals(entries: Sequence[Entry]) -> list[Entry]:
    """Return the first line of each industry whose name says that it is the sum of the others."""
    industries = {entry.industry for entry in entries}
    found: dict[str, Entry] = {}
    if len(industries) > 1:
        for entry in entries:
            if entry.industry.casefold() in _TOTAL_WORDS:
                found.setdefault(entry.industry, entry)
    return list(found.values())


def _summed_totals(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Return the first line of each industry that is the sum of the others everywhere."""
    groups: dict[tuple[str, int], dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        groups[entry.region, entry.period][entry.industry] = entry
    for industry in dict.fromkeys(entry.industry for entry in entries):
        beside = [group for group in groups.values() if industry in group]
        if all(_is_sum(industry, group) for group in beside):
            yield beside[0][industry]


def _is_sum(industry: str, group: dict[str, Entry]) -> bool:
    whole = group[industry].value
    parts = [entry.value for name, entry in group.items() if name != industry]
    known = [part for part in parts if part is not None]
    if not whole or len(known) < _FEWEST_PARTS or len(known) < len(parts):
        return False
    return math.isclose(whole, math.fsum(known), rel_tol=1e-9)


def _tell_total(entry: Entry, notes: Notes) -> None:
    notes.add(
        entry.line,
        _("«{name}» er summen av de andre linjene. Ta summene bort, ellers telles alt to ganger."),
        finding="total_row",
        name=entry.industry,
    )
