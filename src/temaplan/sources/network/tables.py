"""A whole table from a statistics bank: described, chosen from, fetched in parts, kept.

A fetch that was cut goes on where it stopped: parts of the same edition that have come are
not asked for again. What is not whole and as it was asked for is never said to be a table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from temaplan.sources.archive import Archive, KeptAnswer, KeptTable, kept_tables
from temaplan.sources.archive.durable import remove_half_written
from temaplan.sources.archive.reading import read_table
from temaplan.sources.archive.tables import Block, Part, forget_table, note_edition, write_table
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.editions import Edition
from temaplan.sources.jsonstat import read_jsonstat
from temaplan.sources.network.answers import NotWhatWeAskedFor, Refused
from temaplan.sources.network.choosing import Choice, Wanted, choose
from temaplan.sources.network.fetching import Fetcher
from temaplan.sources.network.statbank import Dialect, Metadata, Selection, batches, checked

Progress = Callable[[int, int], None]
Planned = list[tuple[str, list[Selection]]]

MOST_AT_A_TIME = 800_000
# A bank that does not say when a table was changed is not believed for longer.
GOES_ON_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class TableFetcher:
    """Fetches tables in one dialect into one archive. `limit` is the most cells at a time."""

    dialect: Dialect
    fetcher: Fetcher
    archive: Archive
    limit: int | None = None  # None asks the bank

    def describe(self, number: str) -> Metadata:
        """Return what a table holds now, and note which edition that is."""
        Wanted(number)  # refuses what is no number of a table
        answer = self.fetcher.ask(self.dialect.about(number))
        metadata = self.dialect.metadata(number, answer.content)
        self.archive.keep(answer, vintage=metadata.updated)
        note_edition(self.archive, _edition(metadata), at=answer.at)
        return metadata

    def fetch(self, wanted: Wanted, progress: Progress = lambda done, of: None) -> KeptTable:
        """Return what is wanted of a table, kept. Raises a `TemaplanError`; then none is kept."""
        remove_half_written(self.archive.folder, now=self.fetcher.now())
        metadata = self.describe(wanted.table)
        choice = choose(metadata, wanted, self._codes_of)
        limit = self.limit or self._limit()
        planned = [batches(checked(metadata, block), limit) for block in choice.blocks]
        begun = self._begin(metadata, choice, planned)
        kept = replace(begun, blocks=tuple(self._blocks(begun, planned, progress)))
        return self._finish(kept)

    def _limit(self) -> int:
        question = self.dialect.config()
        if question is None:
            return MOST_AT_A_TIME
        try:
            return min(self.dialect.limit(self.fetcher.ask(question).content), MOST_AT_A_TIME)
        except (Refused, UnreadableTable):  # the limit is a courtesy; it is told again if broken
            return MOST_AT_A_TIME

    def _codes_of(self, grouping: str) -> tuple[str, ...]:
        question = self.dialect.code_list(grouping)
        if question is None:
            return ()
        answer = self.fetcher.ask(question)
        codes = self.dialect.codes_in(grouping, answer.content)
        self.archive.keep(answer)
        return codes

    def _begin(self, metadata: Metadata, choice: Choice, planned: Planned) -> KeptTable:
        """Take up a fetch of the same codes that was cut, or begin one."""
        edition = _edition(metadata)
        begun = KeptTable(
            number=metadata.table,
            title=metadata.title,
            source=f"Statistisk sentralbyrå, tabell {metadata.table}",
            updated=metadata.updated,
            first=edition.first,
            last=edition.last,
            chosen=_all_codes(planned),
            begun_at=self.fetcher.now(),
            parts_wanted=sum(len(parts) for _split, parts in planned),
            across=choice.across,
        )
        for earlier in list(kept_tables(self.archive, metadata.table)):
            if earlier.is_whole or earlier.key != begun.key:
                continue
            if self._goes_on(earlier, begun):
                return replace(begun, begun_at=earlier.begun_at)
            forget_table(self.archive, earlier)
        write_table(self.archive, begun)
        return begun

    def _goes_on(self, earlier: KeptTable, now: KeptTable) -> bool:
        if earlier.updated != now.updated:
            return False
        return bool(now.updated) or now.begun_at - earlier.begun_at < GOES_ON_FOR

    def _blocks(self, begun: KeptTable, planned: Planned, progress: Progress) -> Iterator[Block]:
        done = 0
        for split, selections in planned:
            parts = []
            for selection in selections:
                answer = self._part(begun, selection)
                parts.append(Part(answer.name, answer.sha256))
                done += 1
                progress(done, begun.parts_wanted)
            yield Block(split, tuple(parts))

    def _part(self, begun: KeptTable, selection: Selection) -> KeptAnswer:
        question = self.dialect.data(begun.number, selection)
        before = self.archive.newest(question)
        if before and _is_part_of(begun, before):
            return before
        answer = self.fetcher.ask(question)
        _check_answer(answer.content, selection)
        return self.archive.keep(answer, vintage=begun.updated)

    def _finish(self, kept: KeptTable) -> KeptTable:
        """Read the table once, so that one that is said to be whole is so."""
        try:
            read_table(self.archive, kept)
        except UnreadableTable:  # parts of two editions never become one table
            forget_table(self.archive, kept)
            raise
        whole = replace(kept, finished_at=self.fetcher.now())
        write_table(self.archive, whole)
        return whole


def _edition(metadata: Metadata) -> Edition:
    time = metadata.with_role("time")
    periods = sorted(time.codes) if time else [""]
    return Edition(f"ssb/{metadata.table}", periods[0], periods[-1], metadata.updated[:10])


def _is_part_of(begun: KeptTable, answer: KeptAnswer) -> bool:
    """Tell whether an answer came in this fetch, of the same edition, and is as it came."""
    came_since = answer.fetched_at >= begun.begun_at
    return came_since and answer.vintage == begun.updated and answer.is_sound()


def _all_codes(planned: Planned) -> dict[str, tuple[str, ...]]:
    """Return every code that is asked for, by variable, each once."""
    found: dict[str, dict[str, None]] = {}
    for _split, selections in planned:
        for selection in selections:
            for name, codes in selection.codes.items():
                found.setdefault(name, {}).update(dict.fromkeys(codes))
    return {name: tuple(codes) for name, codes in found.items()}


def _check_answer(content: bytes, selection: Selection) -> None:
    """Refuse an answer that is no whole table, or not the one that was asked for."""
    cube = read_jsonstat(content)
    for name, codes in selection.codes.items():
        answered = cube.dimension(name).codes
        if set(answered) != set(codes):
            raise NotWhatWeAskedFor(
                f"SSB svarte med andre koder enn det ble spurt om i «{name}»: "
                f"{', '.join(sorted(set(answered) ^ set(codes))[:5])}. Ingenting er tatt inn."
            )
