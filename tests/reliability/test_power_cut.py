"""A power cut at any moment: what was answered for is there, whole, with its file.

The calls of a run that saves are heard (`calls_to_the_kernel`), played back to a disk that
forgets (`disk_without_power`), and the power is cut at many moments. SQLite only:
PostgreSQL writes from processes of its own.
"""

import hashlib
import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from temaplan.config.environment import DATABASE_FILE
from tests.fixtures.commands import Surroundings
from tests.reliability.calls_to_the_kernel import Call, listened_to
from tests.reliability.disk_without_power import Disk, cuts

pytestmark = pytest.mark.nightly
DRIVER = Path(__file__).parent / "saving_before_a_power_cut.py"
SAVED = 40
MOMENTS = 200


def answered_for(call: Call, acknowledgements: Path) -> list[str]:
    """Return the titles that this call tells somebody are stored."""
    told = call.name == "write" and call.path == acknowledgements
    return call.content.decode().split("\n")[:-1] if told else []


def lost(folder: Path, promised: list[str]) -> Iterator[str]:
    """Yield what does not hold in a data folder that was found after a cut."""
    with closing(sqlite.connect(folder / DATABASE_FILE)) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        if whole != "ok":
            yield f"the database is not whole: {whole}"
        titles = {
            title for (title,) in database.execute("SELECT title FROM temaplan_sourcedocument")
        }
        yield from (f"«{title}» is lost" for title in promised if title not in titles)
        files = database.execute("SELECT content, sha256 FROM temaplan_attachment").fetchall()
    for name, checksum in files:
        file = folder / "files" / name
        if not file.exists():
            yield f"{name} is lost"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != checksum:
            yield f"{name} is not whole"


def found_after_cuts(surroundings: Surroundings, tmp_path: Path, *careless: str) -> list[str]:
    """Save, cut the power at many moments in every way, and tell what is lost."""
    data, told = Path(surroundings["TEMAPLAN_DATA"]), tmp_path / "answered"
    disk = Disk(data)
    calls = listened_to(DRIVER, str(told), str(SAVED), *careless, surroundings=surroundings)
    chance = random.Random(2026)
    moments = set(chance.sample(range(len(calls)), min(MOMENTS, len(calls))))
    promised: list[str] = []
    found: list[str] = []
    for moment, call in enumerate(calls):
        disk.hear(call)
        promised += answered_for(call, told)
        for kind, keeps in cuts(chance).items() if moment in moments else ():
            folder = tmp_path / "found"
            folder.mkdir()
            disk.left_in(folder, keeps)
            found += [f"{moment}, {kind}: {each}" for each in lost(folder, promised)]
            shutil.rmtree(folder)
    assert len(promised) == SAVED
    return found


def test_nothing_that_was_answered_for_is_lost(own_folder: Surroundings, tmp_path: Path) -> None:
    assert found_after_cuts(own_folder, tmp_path) == []


def test_rows_would_be_seen_lost_if_the_database_did_not_wait_for_the_disk(
    own_folder: Surroundings, tmp_path: Path
) -> None:
    found = found_after_cuts(own_folder, tmp_path, "careless-database")
    assert any("«Dokument" in each for each in found)


def test_files_would_be_seen_lost_if_nobody_waited_for_them(
    own_folder: Surroundings, tmp_path: Path
) -> None:
    found = found_after_cuts(own_folder, tmp_path, "careless-files")
    assert any(".txt is not whole" in each for each in found)
