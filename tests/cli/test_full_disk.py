"""A full disk: one clear sentence, nothing half written, and all well when there is room."""

import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from temaplan.documents.exchange.plan_folder import read_folder
from tests.fixtures.commands import PROGRAM, SAMPLE, Surroundings, run_command

FULL = "Disken er full. Frigjør plass og prøv igjen."
SLUG = "provevik-2026"
LIMIT = 100_000  # larger than the side files of an open database


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB: enough for an empty database, as long as nothing else lies there."""
    disk = tmp_path / "disk"
    disk.mkdir()
    assert _call("mount", "-t", "tmpfs", "-o", "size=6m", "none", disk)
    yield disk
    assert _call("umount", disk)


def _call(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def may_mount() -> bool:
    """Tell whether this user can make a small disk; the test with a limit covers the rest."""
    with tempfile.TemporaryDirectory() as place:
        mounted = _call("mount", "-t", "tmpfs", "-o", "size=1m", "none", place)
        return mounted and _call("umount", place)


def fill(disk: Path) -> Path:
    """Write until nothing more fits."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    return filler


if may_mount():

    def test_import_on_a_full_disk_changes_nothing_and_works_when_there_is_room(
        own_folder: Surroundings, small_disk: Path, tmp_path: Path
    ) -> None:
        own_folder["TEMAPLAN_DATA"] = str(small_disk / "data")
        assert run_command(own_folder, "export", SLUG, tmp_path / "ut").returncode == 3
        filler = fill(small_disk)

        done = run_command(own_folder, "import", SAMPLE)
        assert (done.returncode, done.stdout, done.stderr) == (4, "", f"{FULL}\n")

        filler.unlink()
        done = run_command(own_folder, "export", SLUG, tmp_path / "ut")
        assert (done.returncode, "ingen andre planer" in done.stderr) == (3, True)
        assert [path for path in (small_disk / "data").rglob("files/**/*") if path.is_file()] == []
        assert run_command(own_folder, "import", SAMPLE).returncode == 0

    def test_export_to_a_full_disk_leaves_what_was_there(
        own_folder: Surroundings, small_disk: Path
    ) -> None:
        run_command(own_folder, "import", SAMPLE)
        target = small_disk / "ut"
        assert run_command(own_folder, "export", SLUG, target).returncode == 0
        before = read_folder(target)
        filler = fill(small_disk)

        done = run_command(own_folder, "export", SLUG, target)
        assert (done.returncode, done.stdout) == (4, "")
        assert done.stderr == f"Mappen {target} er ikke skrevet. {FULL}\n"

        assert read_folder(target) == before
        filler.unlink()
        assert [path.name for path in small_disk.iterdir()] == ["ut"]


def test_file_that_may_not_be_so_large_leaves_nothing_behind(
    own_folder: Surroundings, tmp_path: Path
) -> None:
    """Without root: a limit on the size of files stops the write in the same place."""
    run_command(own_folder, "import", folder_with_large_page(tmp_path))

    def with_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))

    target = tmp_path / "ut"
    done = subprocess.run(
        [*PROGRAM, "export", SLUG, str(target)],
        env=own_folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=with_limit,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"Mappen {target} er ikke skrevet. En fil er større enn du har lov til å skrive. "
        "Velg en annen mappe.\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "stor"]


def folder_with_large_page(tmp_path: Path) -> Path:
    """The sample with a page that is larger than the limit."""
    folder = tmp_path / "stor"
    for name, content in read_folder(SAMPLE).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with (folder / "challenge/etter-linje-2.md").open("ab") as page:
        page.write(b"Mye.\n" * LIMIT)
    return folder
