"""Read a file of figures: all of it, or every fault at once."""

from dataclasses import dataclass

from temaplan.sources.brought.headings import places_of
from temaplan.sources.brought.lines import lines_of
from temaplan.sources.brought.problems import BroughtRefused, Notes, Problem
from temaplan.sources.brought.rows import RowReader
from temaplan.sources.brought.text import text_of
from temaplan.sources.brought.whole import check_whole
from temaplan.sources.statistics import Statistics
from temaplan.sources.words import gettext_noop as _


@dataclass(frozen=True)
class Brought:
    """What a file holds, or what is wrong with it.

    `text` is the file as it came, but for the mark at its start and the line ends.
    `legible` holds the rows that can be read, whatever is wrong with them or with others,
    `lines` the line of the file that each of them stands on.
    """

    problems: tuple[Problem, ...]
    statistics: Statistics | None
    text: str = ""
    legible: Statistics | None = None
    lines: tuple[int, ...] = ()

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What stops the file."""
        return tuple(problem for problem in self.problems if not problem.notice)

    def required(self) -> Statistics:
        """Return the figures. Raises `BroughtRefused` with every fault."""
        if self.statistics is None:
            raise BroughtRefused(self.faults)
        return self.statistics


def read_brought(content: bytes, *, borders: int | None = None) -> Brought:
    """Read a CSV file of figures and say everything that is wrong with it.

    `borders` is the year of the municipal borders when all years were converted to
    them; otherwise each year's figures must carry the codes of that year.
    """
    notes = Notes()
    text = text_of(content, notes)
    reader = _reader(text, notes, borders=borders) if text else None
    found = reader.statistics() if reader and reader.rows else None
    lines = tuple(entry.line for entry in reader.entries) if reader else ()
    return Brought(notes.in_order(), None if notes.faults else found, text, found, lines)


def read_kept(text: str) -> Statistics:
    """Return the figures of a file that was taken in before. Raises `BroughtRefused`.

    The borders of its codes were asked about then, and are not asked about again.
    """
    notes = Notes()
    reader = _reader(text, notes, check_years=False) if text else None
    if reader is None or notes.faults:
        raise BroughtRefused(notes.in_order())
    return reader.statistics()


def _reader(
    text: str, notes: Notes, *, borders: int | None = None, check_years: bool = True
) -> RowReader | None:
    lines = lines_of(text, notes)
    if not lines:
        return None
    places = places_of(lines[0], notes)
    if notes.faults:
        return None
    if len(lines) == 1:
        notes.add(lines[0].number, _("Filen har bare en overskrift og ingen tall."))
        return None
    reader = RowReader(places, notes, borders, check_years)
    for line in lines[1:]:
        reader.read(line)
    check_whole(reader.entries, notes)
    return reader
