"""One line for each table, for programs and people: id, title, edition, source."""

from collections.abc import Iterator

from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.sources.archive import Archive, KeptTable, kept_tables
from temaplan.sources.archive.tables import PREFIX
from temaplan.sources.catalogue import TABLES
from temaplan.sources.code_lists import CODE_LISTS


def list_lines(archive: Archive) -> Iterator[str]:
    """Yield the tables that come along, the lists of codes, and the tables that were fetched."""
    for shipped in (*TABLES, *CODE_LISTS):
        yield f"{shipped.id}\t{_(shipped.title)}\t{_(shipped.vintage)}\t{shipped.source}"
    for kept in kept_tables(archive):
        if kept.is_whole:
            yield kept_line(kept)


def kept_line(kept: KeptTable) -> str:
    """Return the line of a fetched table; its id is what `analyse --input` takes."""
    cells = (f"{PREFIX}{kept.name}", kept.title, kept.edition.vintage, kept.source)
    return "\t".join(plain(cell) for cell in cells)


def plain(text: str) -> str:
    """Return what the office wrote on one line, with nothing that commands a terminal."""
    return printable(" ".join(text.split()))
