"""What a program asked the kernel to do with its files, in order, heard with strace.

Knows the calls that Python and SQLite use to change files and folders. A call that
changes something and is not known here is an error, never overlooked.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.commands import ROOT
from tests.fixtures.lacking import lacking

HEARD = (
    "openat,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,"
    "copy_file_range,sendfile,fsync,fdatasync,sync_file_range,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,symlink,symlinkat"
)
_STRACE = ("strace", "-y", "-xx", "-s", "10000000", "-e", f"trace={HEARD}")
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Call:
    """One call that went well. `path` is the file it is about, `other` a second one."""

    name: str
    path: Path
    other: Path | None = None
    descriptor: int = -1
    at: int = 0
    content: bytes = b""
    words: str = ""


def listened_to(program: Path, *arguments: str, surroundings: Mapping[str, str]) -> list[Call]:
    """Run a driver of the tests and return what it did to files."""
    if shutil.which("strace") is None:
        lacking("strace")
    heard = Path(surroundings["TEMAPLAN_DATA"]).parent / "calls.txt"
    done = subprocess.run(
        [*_STRACE, "-o", str(heard), sys.executable, str(program), *arguments],
        env={
            **surroundings,
            "DJANGO_SETTINGS_MODULE": "temaplan.config.settings",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(_calls(heard))


def _calls(heard: Path) -> Iterator[Call]:
    with heard.open(encoding="ascii") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found and int(found[3]) >= 0:
                yield _call(found[1], found[2], int(found[3]))


def _call(name: str, given: str, answer: int) -> Call:
    names = [Path(_bytes(text).decode()) for text in _TEXT.findall(given)] if _names(name) else []
    if names:
        other = names[1] if len(names) > 1 else None
        descriptor = answer if name == "openat" else -1
        return Call(name, names[0], other=other, descriptor=descriptor, words=given)
    file = _OPEN_FILE.match(given)
    assert file is not None, f"{name} says not which file it is about"
    texts = _TEXT.findall(given)
    content = _bytes(texts[0])[:answer] if texts else b""
    numbers = [int(each) for each in re.findall(r", (\d+)", given)]
    at = answer if name == "lseek" else (numbers[-1] if numbers else 0)
    return Call(name, Path(_bytes(file[2]).decode()), None, int(file[1]), at, content, given)


def _names(name: str) -> bool:
    """Tell whether the call gives files by their names instead of as open files."""
    return name.startswith(("open", "rename", "link", "unlink", "mkdir", "rmdir", "symlink"))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
