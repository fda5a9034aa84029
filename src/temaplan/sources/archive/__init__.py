"""Everything that was fetched, kept as it came; reading it again needs no network.

    archive = Archive(folder)
    kept = find_table(archive, "13470")
    cube = read_table(archive, kept)

Answers are bytes named by their checksum, so that the same bytes lie there once. Beside them
a paper for each fetch says address, query, time, edition and checksum, and a paper for each
table says which answers it is put together from.
"""

from temaplan.sources.archive.answers import Archive, DamagedAnswer, KeptAnswer
from temaplan.sources.archive.exchange import Answer, Question
from temaplan.sources.archive.reading import read_table
from temaplan.sources.archive.tables import (
    KeptTable,
    UnknownKeptTable,
    find_table,
    kept_tables,
    known_editions,
)

__all__ = [
    "Answer",
    "Archive",
    "DamagedAnswer",
    "KeptAnswer",
    "KeptTable",
    "Question",
    "UnknownKeptTable",
    "find_table",
    "kept_tables",
    "known_editions",
    "read_table",
]
