"""SQLite versions that can corrupt a database in WAL mode are never run in it (R10)."""

import pytest

from temaplan.config.bundled_sqlite.version import (
    SAFE_WITH_WAL,
    SAFE_WITHOUT_WAL,
    Version,
    safe_pragmas,
    sqlite_in_use,
    wal_can_be_trusted,
)

# sqlite.org/wal.html: the WAL-reset bug, 3.7.0 to 3.51.2, mended in 3.51.3 with
# back-ports in 3.44.6 and 3.50.7; 3.52.0 was withdrawn.
AFFECTED: list[Version] = [
    (3, 7, 0),
    (3, 40, 1),
    (3, 44, 5),
    (3, 45, 0),
    (3, 50, 6),
    (3, 51, 2),
    (3, 52, 0),
]
TRUSTED: list[Version] = [
    (3, 44, 6),
    (3, 44, 7),
    (3, 50, 7),
    (3, 51, 3),
    (3, 52, 1),
    (3, 53, 4),
]


@pytest.mark.parametrize("version", AFFECTED, ids=str)
def test_affected_version_runs_without_wal_and_with_extra_sync(version: Version) -> None:
    assert not wal_can_be_trusted(version)
    assert safe_pragmas(version) == SAFE_WITHOUT_WAL
    assert SAFE_WITHOUT_WAL == "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA;"


@pytest.mark.parametrize("version", TRUSTED, ids=str)
def test_mended_version_runs_with_wal_and_full_sync(version: Version) -> None:
    assert wal_can_be_trusted(version)
    assert safe_pragmas(version) == SAFE_WITH_WAL
    assert SAFE_WITH_WAL == "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"


def test_version_without_wal_is_not_asked_for_it() -> None:
    assert safe_pragmas((3, 6, 23)) == SAFE_WITHOUT_WAL


def test_version_told_is_the_one_that_the_database_runs_on() -> None:
    from temaplan.config.bundled_sqlite.base import base

    assert base.Database.sqlite_version == ".".join(map(str, sqlite_in_use()))
