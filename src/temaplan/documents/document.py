"""One document as a frozen value: what web page, PDF and Word all show.

A document is a sequence of blocks. It holds no layout and no addresses of the
workbench; links are references (`kind/slug`), web addresses, or anchors in the
document itself (`#anchor`). Numbers and anchors are given by whoever builds the
document, so that they stay the same when a section before them grows; every anchor
stands once in a document.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Run:
    """A stretch of text in one dress. `note` is the number of a note that stands after it."""

    text: str
    href: str = ""
    strong: bool = False
    emphasis: bool = False
    note: int | None = None


Inline = tuple[Run, ...]


def plain(inline: Inline) -> str:
    """Return the text of the runs without their dress."""
    return "".join(run.text for run in inline)


@dataclass(frozen=True)
class Heading:
    """A heading. Level 1 is a chapter of the document; its title is not a heading block."""

    level: int
    number: str  # «2.1», empty for headings without number
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """Running text. `kind`: body, lead, quote (an order in its own words), missing, note."""

    runs: Inline
    kind: str = "body"
    anchor: str = ""


@dataclass(frozen=True)
class Listing:
    """A list of short items."""

    items: tuple[Inline, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a heading row; the first cell of each row names the row.

    `numeric` holds the positions of columns that are set to the right.
    """

    title: str
    anchor: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    numeric: frozenset[int] = frozenset()
    source: Inline = ()


@dataclass(frozen=True)
class Figure:
    """A chart: the title states the finding, `description` tells what a seeing reader sees.

    `chart` is the drawing as data (`documents.charts`), `table` its figures.
    """

    number: int
    title: str
    anchor: str
    description: str
    chart: dict[str, Any]  # see `documents.charts.spec.Chart`
    table: Table
    source: Inline = ()
    method: str = ""  # reference of the analysis run, or nothing


@dataclass(frozen=True)
class Note:
    """A numbered note, linked both ways."""

    number: int
    runs: Inline


Block = Heading | Paragraph | Listing | Table | Figure


@dataclass(frozen=True)
class PlanDocument:
    """A whole document, the same for all outputs."""

    code: str  # `status`, `challenges`
    name: str  # as in its address: `status-og-videre-arbeid`
    title: str
    plan: str  # title of the plan
    sender: str  # the municipality's name
    language: str  # nb or nn
    as_of: date
    stamp: str  # «Stand per 1. februar 2011 (antatt dato)»
    marking: str = ""  # «Oppdiktet eksempel …», shown on every page
    colour: str = "#0b4f3a"
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    refs: tuple[str, ...] = ()  # every object that stands in the document, sorted
    extra: dict[str, str] = field(default_factory=dict)  # own words for `documents.words`

    @property
    def headings(self) -> Iterator[Heading]:
        """The headings, in order."""
        return (block for block in self.blocks if isinstance(block, Heading))

    @property
    def sha256(self) -> str:
        """Checksum of the content: same data and same as-of date, same sum."""
        return hashlib.sha256(canonical_json(self)).hexdigest()


def canonical_json(document: PlanDocument) -> bytes:
    """Return the one JSON text of a document."""
    value = asdict(document, dict_factory=_tidy)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=_plain).encode()


def _tidy(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in pairs}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
