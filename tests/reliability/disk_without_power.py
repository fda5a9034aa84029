"""A folder on a disk that forgets at a power cut what nobody has waited for.

What is written to a file is certain once the file is fsynced; a name is certain once its
folder is fsynced. Everything else may be there or not after the cut: nothing of it, all
of it, the names without the content, or any part, each sector of 512 bytes by itself.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.calls_to_the_kernel import Call

SECTOR = 512


@dataclass(eq=False)
class File:
    """One file, whatever it is called."""

    certain: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)  # None cuts it off

    def sync(self) -> None:
        """Make certain what was written."""
        for at, content in self.waiting:
            _put(self.certain, at, content)
        self.waiting.clear()

    def after(self, keeps: "Keeps") -> bytes:
        """Return what is left of it after a cut."""
        left = bytearray(self.certain)
        for at, content in self.waiting:
            if content is None or len(content) <= SECTOR:
                if keeps.content():
                    _put(left, at, content)
                continue
            for start in range(0, len(content), SECTOR):
                if keeps.content():
                    _put(left, at + start, content[start : start + SECTOR])
        return bytes(left)


def _put(kept: bytearray, at: int, content: bytes | None) -> None:
    if content is None:
        del kept[at:]
        kept.extend(bytes(max(0, at - len(kept))))
        return
    kept.extend(bytes(max(0, at - len(kept))))
    kept[at : at + len(content)] = content


Names = dict[Path, File | None]  # a folder has no content


@dataclass(frozen=True)
class Keeps:
    """What a cut leaves of that which was not certain, asked for each piece."""

    name: Callable[[], bool]
    content: Callable[[], bool]


def cuts(chance: random.Random) -> dict[str, Keeps]:
    """Return the kinds of cut."""
    always, never = (lambda: True), (lambda: False)
    perhaps = lambda: chance.random() < 0.5  # noqa: E731
    return {
        "nothing": Keeps(never, never),
        "everything": Keeps(always, always),
        "names without content": Keeps(always, never),
        "any part": Keeps(perhaps, perhaps),
    }


class Disk:
    """The data folder, call by call."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: Names = {}  # as the running program sees it
        self._certain: Names = {}
        self._waiting: list[tuple[Path, File | None, bool]] = []  # name, file, there or gone
        self._positions: dict[int, int] = {}
        for path in sorted(folder.rglob("*")):
            self._now[path] = None if path.is_dir() else File(bytearray(path.read_bytes()))
        self._certain.update(self._now)

    def hear(self, call: Call) -> None:
        """Take in one call. What is about other folders is left alone."""
        if self._folder not in call.path.parents and call.path != self._folder:
            return
        getattr(self, f"_{call.name}")(call)

    def left_in(self, folder: Path, keeps: Keeps) -> None:
        """Write what a cut at this moment leaves."""
        names = dict(self._certain)
        for path, file, there in self._waiting:
            if keeps.name():
                _name(names, path, file, there=there)
        left: dict[int, bytes] = {}
        for path, file in sorted(names.items()):
            if path.parent != self._folder and path.parent not in names:
                continue  # the folder that it lies in is gone
            target = folder / path.relative_to(self._folder)
            if file is None:
                target.mkdir(parents=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(left.setdefault(id(file), file.after(keeps)))

    def _openat(self, call: Call) -> None:
        self._positions[call.descriptor] = 0
        if "O_CREAT" in call.words and call.path not in self._now:
            self._change(call.path, File(), there=True)
        if "O_TRUNC" in call.words:
            self._file(call.path).waiting.append((0, None))
        if "O_APPEND" in call.words:
            raise NotImplementedError("appending is not known here")

    def _lseek(self, call: Call) -> None:
        self._positions[call.descriptor] = call.at

    def _write(self, call: Call) -> None:
        at = self._positions[call.descriptor]
        self._file(call.path).waiting.append((at, call.content))
        self._positions[call.descriptor] = at + len(call.content)

    def _pwrite64(self, call: Call) -> None:
        self._file(call.path).waiting.append((call.at, call.content))

    def _ftruncate(self, call: Call) -> None:
        self._file(call.path).waiting.append((call.at, None))

    def _fsync(self, call: Call) -> None:
        file = self._now.get(call.path)
        if file is not None:
            file.sync()
        else:
            self._sync_names_in(call.path)

    _fdatasync = _fsync

    def _mkdir(self, call: Call) -> None:
        self._change(call.path, None, there=True)

    def _link(self, call: Call) -> None:
        assert call.other is not None
        self._change(call.other, self._now[call.path], there=True)

    def _rename(self, call: Call) -> None:
        assert call.other is not None
        self._change(call.other, self._now[call.path], there=True)
        self._unlink(call)

    def _unlink(self, call: Call) -> None:
        self._change(call.path, self._now[call.path], there=False)

    def _file(self, path: Path) -> File:
        file = self._now[path]
        assert file is not None, f"{path} is a folder"
        return file

    def _change(self, path: Path, file: File | None, *, there: bool) -> None:
        _name(self._now, path, file, there=there)
        self._waiting.append((path, file, there))

    def _sync_names_in(self, folder: Path) -> None:
        for path, file, there in self._waiting:
            if path.parent == folder:
                _name(self._certain, path, file, there=there)
        self._waiting = [each for each in self._waiting if each[0].parent != folder]


def _name(names: Names, path: Path, file: File | None, *, there: bool) -> None:
    if there:
        names[path] = file
    else:
        names.pop(path, None)
