"""Files that are there whole or not at all, whatever happens while they are written."""

import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

HALF_WRITTEN = ".halvskrevet-"
# Older ones belong to no process that still writes.
LEFT_BEHIND = timedelta(hours=1)


def write_durably(target: Path, content: bytes) -> None:
    """Put a file in place: written under another name, synced, renamed, its folder synced."""
    _make_folder(target.parent)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=HALF_WRITTEN)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:  # also when a person interrupts
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync(target.parent)


def remove_half_written(folder: Path, *, now: datetime) -> None:
    """Take away what a process that was killed had begun to write."""
    for path in folder.rglob(f"{HALF_WRITTEN}*"):
        with suppress(FileNotFoundError):
            begun = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if now - begun > LEFT_BEHIND:
                path.unlink()


def _make_folder(folder: Path) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        _sync(each.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
