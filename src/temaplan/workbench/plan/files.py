"""Files on disk that survive a power cut.

A file is written under a temporary name, fsynced, put in place, and its folder fsynced
with every folder that this one lies in, before the database row that names it is committed.
"""

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class DurableStorage(FileSystemStorage):
    """Local files with the write order that a receipt needs."""

    def _save(self, name: str, content: File) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".halvskrevet-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.link(temporary, target)  # fails when the name is taken, never overwrites
        finally:
            Path(temporary).unlink()
        for folder in self._folders_down_to(target):
            _sync_folder(folder)
        return name

    def _folders_down_to(self, target: Path) -> list[Path]:
        """Return the folders whose names decide whether the file can be found, nearest first.

        The first file makes its folders, and a folder that another process has just made
        is not certain either, so all of them are synced each time: it costs next to nothing.
        """
        outermost = Path(self.location).parent
        return [folder for folder in target.parents if folder.is_relative_to(outermost)]


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
