"""From the name of a shipped table to its figures."""

from collections.abc import Callable
from functools import lru_cache

from temaplan.sources import commuting, employment, population, regional_accounts
from temaplan.sources.catalogue import COMMUTING, EMPLOYED, POPULATION, REGIONAL_ACCOUNTS, table
from temaplan.sources.statistics import Statistics

_READERS: dict[str, Callable[[str], Statistics]] = {
    REGIONAL_ACCOUNTS.id: regional_accounts.read,
    EMPLOYED.id: employment.read,
    POPULATION.id: population.read,
    COMMUTING.id: commuting.read,
}


@lru_cache(maxsize=2)  # two tables at hand, so that the process stays small
def _read(table_id: str, measure: str) -> Statistics:
    return _READERS[table_id](measure)


def read(table_id: str, measure: str = "") -> Statistics:
    """Return the figures of a table, checked against its checksum.

    `measure` chooses among what the table counts; the first by itself. Raises
    `UnknownTable`, and `DamagedFile` when a file is not as it came.
    """
    chosen = table(table_id)
    return _read(chosen.id, chosen.measure(measure).code)
