"""The folder on disk: read without following anything out of it, written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from temaplan.documents.exchange.plan_folder.problems import Problems, shown
from temaplan.documents.exchange.plan_folder.writing import Folder
from temaplan.errors import BadInput, MachineLacks

LARGEST_FILE = 100_000_000

_CURES = {
    errno.ENOSPC: "Disken er full. Frigjør plass og prøv igjen.",
    errno.EDQUOT: "Kvoten på disken er brukt opp. Frigjør plass og prøv igjen.",
    errno.EFBIG: "En fil er større enn du har lov til å skrive. Velg en annen mappe.",
    errno.EACCES: "Du har ikke lov til å skrive der. Velg en annen mappe.",
    errno.EPERM: "Du har ikke lov til å skrive der. Velg en annen mappe.",
    errno.EROFS: "Disken kan bare leses. Velg en annen mappe.",
}


def read_folder(path: Path) -> Folder:
    """Return every file of a folder. Raises `BadInput` for what must not be followed."""
    if not path.is_dir():
        what = "er ikke en mappe" if path.exists() else "finnes ikke"
        raise BadInput(shown(f"{path} {what}. Oppgi mappen som plan.toml ligger i."))
    problems = Problems()
    folder = dict(_files(path, "", problems))
    problems.stop_if_any()
    return folder


def _files(path: Path, inside: str, problems: Problems) -> Iterator[tuple[str, bytes]]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        problems.add(inside or str(path), 0, f"Mappen kan ikke leses: {error.strerror}.")
        return
    for entry in entries:
        name = f"{inside}{entry.name}"
        if entry.is_symlink():
            problems.add(
                _legible(name), 0, "Dette er en symbolsk lenke. Legg selve fila i mappen i stedet."
            )
        elif entry.is_dir():
            yield from _files(path / entry.name, f"{name}/", problems)
        elif not entry.is_file():
            problems.add(_legible(name), 0, "Dette er ingen vanlig fil. Flytt den ut av mappen.")
        elif (content := _content(path / entry.name, _legible(name), problems)) is not None:
            yield _legible(name), content


def _content(path: Path, name: str, problems: Problems) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST_FILE:
            problems.add(name, 0, "Fila er større enn 100 MB. Flytt den ut av mappen.")
            return None
        return path.read_bytes()
    except OSError as error:
        problems.add(name, 0, f"Fila kan ikke leses: {error.strerror}.")
        return None


def _legible(name: str) -> str:
    """Return a name that is no UTF-8 as text that can be printed; no file has such a name."""
    return os.fsencode(name).decode(errors="replace")


def write_folder(target: Path, folder: Folder) -> None:
    """Put a folder in place in one step; a fault on the way leaves nothing behind.

    Everything is written and fsynced beside the target first. An earlier folder there
    is moved aside and removed only when the new one stands.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        new, old = aside / "new", aside / "old"
        for name, content in folder.items():
            _write_file(new / name, content)
        _sync_folders(new)
        if target.exists():
            target.rename(old)
        new.rename(target)
        _sync(target.parent)
    except OSError as error:
        if (aside / "old").exists() and not target.exists():
            (aside / "old").rename(target)
        raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _unwritable(target: Path, error: OSError) -> MachineLacks:
    cure = _CURES.get(error.errno or 0, f"{error.strerror}.")
    return MachineLacks(shown(f"Mappen {target} er ikke skrevet. {cure}"))


def _write_file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folders(top: Path) -> None:
    for path, _, _ in top.walk():
        _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
