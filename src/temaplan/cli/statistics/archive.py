"""Where fetched statistics are kept on this machine."""

from temaplan.config.environment import data_folder, statistics_folder
from temaplan.sources.archive import Archive


def own_archive() -> Archive:
    """Return the archive below the data folder."""
    return Archive(statistics_folder(data_folder()))
