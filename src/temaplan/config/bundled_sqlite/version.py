"""Which SQLite this machine will use, and whether its write-ahead log can be trusted.

SQLite 3.7.0-3.51.2 can corrupt a database in WAL mode when two connections write and
checkpoint at the same moment. It is mended in 3.51.3 and in the back-ports 3.44.6 and
3.50.7; 3.52.0 was withdrawn. Nothing here loads the library, so that the settings can
ask before Django's backend puts the bundled one in place.
"""

from importlib.util import find_spec

Version = tuple[int, int, int]

_FIRST_WITH_WAL: Version = (3, 7, 0)
_MENDED: Version = (3, 51, 3)
_WITHDRAWN: Version = (3, 52, 0)
_BACK_PORTS: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))

# With WAL, FULL is what survives a power cut; without, EXTRA is (docs/adr).
SAFE_WITH_WAL = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
SAFE_WITHOUT_WAL = "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA;"


def wal_can_be_trusted(version: Version) -> bool:
    """Tell whether a version has no known way to corrupt a database in WAL mode."""
    if version < _FIRST_WITH_WAL or version == _WITHDRAWN:
        return False
    if version >= _MENDED:
        return True
    return any(version[:2] == mended[:2] and version >= mended for mended in _BACK_PORTS)


def sqlite_in_use() -> Version:
    """Return the version that the backend will use: the bundled one where there is one."""
    if find_spec("pysqlite3") is not None:
        from pysqlite3 import sqlite_version_info as bundled

        return _three(bundled)
    from sqlite3 import sqlite_version_info as standard

    return _three(standard)


def safe_pragmas(version: Version) -> str:
    """Return how a database must be opened so that nothing stored is lost."""
    return SAFE_WITH_WAL if wal_can_be_trusted(version) else SAFE_WITHOUT_WAL


def _three(version: tuple[int, ...]) -> Version:
    return (version[0], version[1], version[2])
