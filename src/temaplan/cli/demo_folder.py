"""Where the demo lives: below the data folder, in a folder that says what it is."""

import os
import shutil
import sys
from pathlib import Path

from temaplan.cli.address import is_loopback, url
from temaplan.cli.language import gettext as _
from temaplan.config.environment import DATABASE_FILE, DEMO_FOLDER, DEMO_MARK, data_folder

# Everything that the program makes there. What somebody else has put there is left alone.
MADE_BY_US = (
    DATABASE_FILE,
    f"{DATABASE_FILE}-wal",
    f"{DATABASE_FILE}-shm",
    "files",
    "secret.key",
    "migrating.lock",
)


def demo_folder() -> Path:
    """Return the demo's folder, made and marked when it is not there."""
    folder = data_folder() / DEMO_FOLDER
    folder.mkdir(exist_ok=True)
    (folder / DEMO_MARK).write_text(
        "Dette er demoen til Temaplan. «temaplan demo --fresh» begynner på nytt.\n",
        encoding="utf-8",
    )
    return folder


def variables(folder: Path, host: str, port: int) -> dict[str, str | None]:
    """Return the surroundings of a demo: its own data, no mail, and nobody called outside.

    Only a demo that nobody but this machine reaches offers its cast without a password.
    """
    everywhere = os.environ.get("TEMAPLAN_ALLOWED_HOSTS", "*")
    return {
        "TEMAPLAN_DATA": str(folder),
        "TEMAPLAN_DEMO": "1" if is_loopback(host) else None,
        "TEMAPLAN_DEMO_HOST": host,
        "TEMAPLAN_BASE_URL": url(host, port).rstrip("/"),
        "TEMAPLAN_ALLOWED_HOSTS": None if is_loopback(host) else everywhere,
        "TEMAPLAN_BEHIND_PROXY": None,
        "TEMAPLAN_EMAIL_URL": None,
        "TEMAPLAN_FILES": None,
        "DATABASE_URL": _server(os.environ.get("DATABASE_URL", "")),
    }


def _server(address: str) -> str | None:
    """Keep a PostgreSQL database that is asked for; SQLite files lie in the demo's folder."""
    return address if address.startswith(("postgres://", "postgresql://")) else None


def start_over(folder: Path) -> None:
    """Remove what the program has made in the demo's folder, and say so first."""
    there = [folder / name for name in MADE_BY_US if (folder / name).exists()]
    if not there:
        return
    print(
        _("Begynner på nytt. Fjerner demoens planer med alt du har endret i dem:"), file=sys.stderr
    )
    for path in there:
        print(f"  {path}", file=sys.stderr)
    for path in there:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
