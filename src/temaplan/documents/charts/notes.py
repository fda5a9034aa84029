"""Quiet sentences under a drawing: what it leaves to the table, and what has no figure."""

from collections.abc import Mapping, Sequence

from temaplan.documents.charts.sheet import GAP, SMALL, Sheet
from temaplan.documents.lettering import wrapped

# More names than this are a list, and lists stand in tables.
MOST_NAMES = 8


def write_notes(sheet: Sheet, top: float, notes: Sequence[str]) -> float:
    """Write sentences under each other; returns where they end."""
    told = [note for note in notes if note]
    if not told:
        return top
    top += GAP / 2
    for note in told:
        top = sheet.lines_of_words(0, top, wrapped(note, sheet.width, SMALL), "start")
    return top


def without_figures(
    named: Sequence[tuple[str, str]], words: Mapping[str, str], most: int = MOST_NAMES
) -> str:
    """Name what has no figure with the word for why, or say how many they are."""
    if not named:
        return ""
    if len(named) > most:
        return words["without_many"].format(number=len(named))
    reasons = {reason or words["unknown"] for _name, reason in named}
    if len(reasons) == 1:
        names = f"{', '.join(name for name, _reason in named)} ({reasons.pop()})"
    else:
        names = ", ".join(f"{name} ({reason or words['unknown']})" for name, reason in named)
    return words["without"].format(names=names)


def left_to_table(number: int, words: Mapping[str, str]) -> str:
    """Say how many rows the drawing leaves to the table."""
    return words["more"].format(number=number) if number else ""
