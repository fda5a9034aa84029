"""Tables that were fetched: which answers each is put together from, and its edition.

A paper is written when a fetch begins and again when it is whole. One that was cut stays
without `finished_at`, so that it can go on from there.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from temaplan.errors import BadInput
from temaplan.sources.archive.answers import Archive, DamagedAnswer, read_paper, write_paper
from temaplan.sources.editions import Edition

PREFIX = "kept:"
_TIME = "%Y%m%dT%H%M%S"
_KEY_LENGTH = 8


class UnknownKeptTable(BadInput):
    """No table of this name has been fetched."""

    code = "unknown_kept_table"


@dataclass(frozen=True)
class Part:
    """One answer: the name of its paper and its checksum, so that either can be trusted."""

    paper: str
    sha256: str


@dataclass(frozen=True)
class Block:
    """Answers that are put together along one variable."""

    split: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class KeptTable:
    """One fetch of a table. `across` is the variable along which its blocks lie."""

    number: str
    title: str
    source: str
    updated: str  # the table's own, as the office said it
    first: str
    last: str
    chosen: Mapping[str, tuple[str, ...]]
    begun_at: datetime
    parts_wanted: int
    across: str = ""
    blocks: tuple[Block, ...] = ()
    finished_at: datetime | None = None

    @property
    def key(self) -> str:
        """The same for the same codes of the same table."""
        told = json.dumps([self.number, self.chosen], sort_keys=True, default=list)
        return hashlib.sha256(told.encode()).hexdigest()[:_KEY_LENGTH]

    @property
    def name(self) -> str:
        """What the table is called on a command line, without `kept:`."""
        return f"{self.number}/{self.begun_at.strftime(_TIME)}-{self.key}"

    @property
    def edition(self) -> Edition:
        """The edition of the published table that this is from."""
        return Edition(f"ssb/{self.number}", self.first, self.last, self.updated[:10])

    @property
    def sha256(self) -> str:
        """One checksum over all answers in order."""
        sums = "".join(f"{part.sha256}\n" for block in self.blocks for part in block.parts)
        return hashlib.sha256(sums.encode()).hexdigest()

    @property
    def is_whole(self) -> bool:
        """Whether every part has come."""
        return self.finished_at is not None


def write_table(archive: Archive, table: KeptTable) -> None:
    """Write down a fetch that begins, or one that is whole."""
    write_paper(_paper(archive, table.name), json.loads(json.dumps(asdict(table), default=str)))


def forget_table(archive: Archive, table: KeptTable) -> None:
    """Take away the paper of a fetch that will not go on; what it fetched stays kept."""
    _paper(archive, table.name).unlink(missing_ok=True)


def kept_tables(archive: Archive, number: str = "*") -> Iterator[KeptTable]:
    """Yield every fetch, of one table or of all, the oldest first."""
    papers = (archive.folder / "tables").glob(f"{number}/*.json")
    for paper in sorted(papers, key=lambda each: (each.name, each.parent.name)):
        yield _read(paper)


def find_table(archive: Archive, name: str) -> KeptTable:
    """Return a whole table by its name, or the newest of a number. Raises `UnknownKeptTable`."""
    number, _, rest = name.removeprefix(PREFIX).partition("/")
    if number.isalnum():
        whole = [table for table in kept_tables(archive, number) if table.is_whole]
        chosen = [table for table in whole if not rest or table.name == f"{number}/{rest}"]
        if chosen:
            return chosen[-1]
    raise UnknownKeptTable(
        f"Tabellen «{name}» er ikke hentet. «temaplan sources list» viser de som er det, og "
        "«temaplan sources fetch» henter flere."
    )


def known_editions(archive: Archive) -> list[Edition]:
    """Return the edition of every table that the office has described or given."""
    return [*(table.edition for table in kept_tables(archive)), *_described(archive)]


def note_edition(archive: Archive, edition: Edition, *, at: datetime) -> None:
    """Write down the newest edition that the office says it has of a table."""
    about = {**asdict(edition), "asked_at": at.isoformat()}
    write_paper(archive.folder / "editions" / f"{edition.table.replace('/', '-')}.json", about)


def asked_at(archive: Archive, table: str) -> datetime | None:
    """Return when the office was last asked which edition it has."""
    paper = archive.folder / "editions" / f"{table.replace('/', '-')}.json"
    return datetime.fromisoformat(read_paper(paper)["asked_at"]) if paper.exists() else None


def _described(archive: Archive) -> Iterator[Edition]:
    for paper in sorted((archive.folder / "editions").glob("*.json")):
        about = read_paper(paper)
        yield Edition(about["table"], about["first"], about["last"], about["updated"])


def _paper(archive: Archive, name: str) -> Path:
    return archive.folder / "tables" / f"{name}.json"


def _read(paper: Path) -> KeptTable:
    about: dict[str, Any] = read_paper(paper)
    finished = about.get("finished_at")
    try:
        return KeptTable(
            **{
                **about,
                "chosen": {name: tuple(codes) for name, codes in about["chosen"].items()},
                "begun_at": datetime.fromisoformat(about["begun_at"]),
                "finished_at": datetime.fromisoformat(finished) if finished else None,
                "blocks": tuple(_block(each) for each in about["blocks"]),
            }
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise DamagedAnswer(f"Papiret {paper} er endret. Slett det og hent tabellen igjen.") from (
            fault
        )


def _block(about: Mapping[str, Any]) -> Block:
    return Block(about["split"], tuple(Part(**part) for part in about["parts"]))
