"""A whole table from a statistics bank: described, checked, fetched in parts, kept, put together.

A fetch that was broken off goes on where it stopped: what was kept since `fresh_since`
is not asked for again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from temaplan.sources.cells import Cell
from temaplan.sources.cube import Cube, UnreadableTable
from temaplan.sources.jsonstat import read_jsonstat
from temaplan.sources.network.fetching import Fetcher, Question
from temaplan.sources.network.keeping import Archive, KeptAnswer
from temaplan.sources.network.statbank import Dialect, Metadata, Selection, batches, checked

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class FetchedTable:
    """A table with the answers it was put together from."""

    metadata: Metadata
    cube: Cube
    answers: tuple[KeptAnswer, ...]


@dataclass(frozen=True)
class TableFetcher:
    """Fetches tables in one dialect into one archive."""

    dialect: Dialect
    fetcher: Fetcher
    archive: Archive
    limit: int = 800_000
    fresh_since: datetime | None = None

    def describe(self, table: str) -> Metadata:
        """Return what a table holds now."""
        return self.dialect.metadata(table, self._kept(self.dialect.about(table)).content())

    def fetch(
        self, table: str, selection: Selection, progress: Progress = lambda done, of: None
    ) -> FetchedTable:
        """Return the figures of a selection. Raises a `TemaplanError`; nothing half is returned."""
        metadata = self.describe(table)
        whole = checked(metadata, selection)
        split, parts = batches(whole, self.limit)
        answers: list[KeptAnswer] = []
        for number, part in enumerate(parts, start=1):
            question = self.dialect.data(table, part)
            answers.append(self._kept(question, vintage=metadata.updated))
            progress(number, len(parts))
        cubes = [read_jsonstat(answer.content()) for answer in answers]
        return FetchedTable(metadata, joined(cubes, split), tuple(answers))

    def _kept(self, question: Question, *, vintage: str = "") -> KeptAnswer:
        before = self.archive.find(question)
        if before and self.fresh_since and before.fetched_at >= self.fresh_since:
            return before
        return self.archive.keep(self.fetcher.ask(question), vintage=vintage)


def joined(cubes: Sequence[Cube], split: str) -> Cube:
    """Put parts together along the variable that they were split by."""
    first = cubes[0]
    if len(cubes) == 1:
        return first
    names = [each.code for each in first.dimensions]
    if any([each.code for each in cube.dimensions] != names for cube in cubes):
        raise UnreadableTable("Delene av tabellen har ulike variabler. Hent den på nytt.")
    at = names.index(first.dimension(split).code)
    codes = tuple(chain.from_iterable(cube.dimensions[at].codes for cube in cubes))
    labels = tuple(chain.from_iterable(cube.dimensions[at].labels for cube in cubes))
    dimensions = list(first.dimensions)
    dimensions[at] = replace(dimensions[at], codes=codes, labels=labels)
    return replace(first, dimensions=tuple(dimensions), cells=_interleaved(cubes, at))


def _interleaved(cubes: Sequence[Cube], at: int) -> tuple[Cell, ...]:
    """Return the cells in row-major order of the whole: one stretch of each part in turn."""
    stretches = []
    for cube in cubes:
        length = len(cube.cells)
        for dimension in cube.dimensions[:at]:
            length //= len(dimension.codes)
        stretches.append(length)
    rounds = len(cubes[0].cells) // stretches[0]
    return tuple(
        cell
        for turn in range(rounds)
        for cube, length in zip(cubes, stretches, strict=True)
        for cell in cube.cells[turn * length : (turn + 1) * length]
    )
