"""A child process that ends when the one that started it is gone.

Killed with SIGKILL, `serve` cannot stop its children. One that lived on would keep
the port, and the next start would find it taken. On Linux the kernel ends the child
in the same moment; elsewhere the child looks after its parent itself.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

SECONDS_BETWEEN_LOOKS = 0.5
PARENT = "TEMAPLAN_SERVED_BY"
_PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int | None, end: Callable[[], None]) -> None:
    """Call `end` once the process `parent` no longer is the parent of this one."""
    if parent is None or not hasattr(os, "getppid"):
        return
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    threading.Thread(target=_watch, args=(parent, end), name="lifeline", daemon=True).start()


def parent_from_environment() -> int | None:
    """Return the process that `serve` says it is, None when started by hand."""
    number = os.environ.get(PARENT, "")
    return int(number) if number.isdigit() else None


def _watch(parent: int, end: Callable[[], None]) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    end()
