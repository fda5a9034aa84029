"""A lock that is let go when its holder ends, however it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where one person runs one demo
    fcntl = None  # type: ignore[assignment]


class Taken(Exception):
    """Another process holds the lock."""


@contextmanager
def held(path: Path, *, wait: bool) -> Iterator[None]:
    """Hold the lock that a file stands for. Raises `Taken` when it may not wait for it.

    The file stays: removing it would let two processes hold two locks of one name.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError as error:
                raise Taken(path) from error
        yield
    finally:
        os.close(descriptor)
