"""A table that was fetched, as columns for a method: `--input kept:13470`."""

from typing import Any, Final

from temaplan.analysis.regional.frames import FileColumns
from temaplan.cli.statistics.archive import own_archive
from temaplan.sources.archive import find_table
from temaplan.sources.archive import read_table as read_archived
from temaplan.sources.archive.tables import PREFIX
from temaplan.sources.tidy import PERIOD, tidy, years_only

KEPT: Final = PREFIX


def read_kept(name: str) -> FileColumns:
    """Return a fetched table. Raises `UnknownKeptTable`, and `DamagedAnswer` by its checksum."""
    archive = own_archive()
    table = tidy(read_archived(archive, find_table(archive, name)))
    columns: dict[str, list[Any]] = {
        key: [codes[at] for codes, _cell in table.rows] for at, key in enumerate(table.keys)
    }
    if years_only(table):
        columns[PERIOD] = [int(year) for year in columns[PERIOD]]
    columns["value"] = [cell.value for _codes, cell in table.rows]
    columns["state"] = [cell.state for _codes, cell in table.rows]
    return FileColumns(columns)
