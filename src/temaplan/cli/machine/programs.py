"""Python, and the programs that only the tests need."""

import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from temaplan.cli.language import gettext as _
from temaplan.cli.machine.found import Found, Level

NEEDED_PYTHON = (3, 13)
INSTALL = "apt-get install --no-install-recommends"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def look_at_python() -> Found:
    """See whether Python is new enough."""
    fit = sys.version_info[:2] >= NEEDED_PYTHON
    return Found(
        "Python",
        Level.FINE if fit else Level.ACT,
        platform.python_version() + ".",
        "" if fit else _("Temaplan trenger Python 3.13 eller nyere."),
    )


def look_at_programs() -> Iterator[Found]:
    """See whether the tests would find a browser and a database server."""
    yield _optional(
        "Chromium",
        any(map(shutil.which, BROWSERS)),
        "apt-get install --no-install-recommends chromium",
    )
    server = shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    yield _optional("PostgreSQL", bool(server), f"{INSTALL} postgresql")


def _optional(program: str, there: bool, line: str) -> Found:
    if there:
        return Found(program, Level.FINE, _("er installert, for testene."))
    return Found(
        program,
        Level.NOTE,
        _("er ikke installert. Bare testene trenger det."),
        _("Installer med: {line}").format(line=line),
    )
