"""The database is opened so that what was acknowledged survives."""

import json
from pathlib import Path

from tests.fixtures.commands import Surroundings, run_driver

DRIVER = Path(__file__).parent / "settings_in_use.py"
# https://sqlite.org/pragma.html#pragma_synchronous: 2 is FULL, 1 (NORMAL) loses rows.
ON_SQLITE = {
    "PRAGMA journal_mode": "wal",
    "PRAGMA synchronous": 2,
    "PRAGMA foreign_keys": 1,
    "begins": "IMMEDIATE",
}
ON_POSTGRESQL = {"SHOW synchronous_commit": "on"}


def test_nothing_acknowledged_waits_in_memory(installation: Surroundings) -> None:
    answers = json.loads(run_driver(installation, DRIVER))
    assert answers == (ON_POSTGRESQL if "DATABASE_URL" in installation else ON_SQLITE)
