"""What the surroundings decide: folders, database, secret key, mail, languages.

Everything Temaplan writes lies under one folder (`TEMAPLAN_DATA`), so that a
backup, a demo and an installation never mix.
"""

import os
import secrets
import sys
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from temaplan.config.bundled_sqlite.version import safe_pragmas, sqlite_in_use
from temaplan.errors import MachineLacks

CLONE = Path(__file__).resolve().parents[3]
SECONDS_FOR_MAIL = 10  # somebody waits for the page while a mail is handed over
DATABASE_FILE = "temaplan.sqlite3"
DEMO_FOLDER = "demo"  # below the data folder; an installation never opens it
DEMO_MARK = "dette-er-en-demo.txt"


def data_folder() -> Path:
    """Return the folder of everything the program writes, made when absent."""
    chosen = os.environ.get("TEMAPLAN_DATA")
    folder = Path(chosen).expanduser() if chosen else _usual_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineLacks(
            f"Datamappen {folder} kan ikke lages: {error.strerror}. "
            "Velg en annen mappe med miljøvariabelen TEMAPLAN_DATA."
        ) from error
    return folder


def is_demo_folder(folder: Path) -> bool:
    """Tell whether a data folder belongs to a demo, in which people log in without a password."""
    return (folder / DEMO_MARK).exists()


def _usual_folder() -> Path:
    if (CLONE / "pyproject.toml").exists() and (CLONE / "temaplan").exists():
        return CLONE / "var"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "temaplan"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "temaplan"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share"))) / "temaplan"


def secret_key(folder: Path) -> str:
    """Return the key from the environment, else one kept in the data folder."""
    chosen = os.environ.get("TEMAPLAN_SECRET_KEY")
    if chosen:
        return chosen
    kept = folder / "secret.key"
    if not kept.exists():
        _make_key(kept)
    return kept.read_text()


def _make_key(kept: Path) -> None:
    """Put a key in place whole, whoever else does the same at this moment."""
    descriptor, temporary = tempfile.mkstemp(dir=kept.parent, prefix=".halvskrevet-")  # 0600
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(temporary, kept)
    finally:
        Path(temporary).unlink()


def database(folder: Path) -> dict[str, Any]:
    """Return Django's database setting from `DATABASE_URL`, SQLite when it is absent."""
    address = os.environ.get("DATABASE_URL", "")
    if address.startswith(("postgres://", "postgresql://")):
        return _postgresql(address)
    if address and not address.startswith("sqlite:///"):
        raise MachineLacks(
            "DATABASE_URL må begynne med postgresql:// eller sqlite:///. "
            "Fjern den for å bruke SQLite i datamappen."
        )
    name = address.removeprefix("sqlite:///") or str(folder / DATABASE_FILE)
    return {
        "ENGINE": "temaplan.config.bundled_sqlite",
        "NAME": name,
        "OPTIONS": {
            # IMMEDIATE is the setting that keeps concurrent writers from "database is
            # locked" (docs/adr).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                safe_pragmas(sqlite_in_use())
                + "PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=27103364;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise MachineLacks(
            "DATABASE_URL peker på PostgreSQL, men driveren er ikke installert. "
            'Installer den med: pip install "temaplan[web,postgres]"'
        )
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # A server that is down shall be told of soon, not after the pool's 30 seconds.
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 8, "timeout": 10}},
    }


def file_storage(folder: Path) -> dict[str, Any]:
    """Return where uploaded files and built documents lie: a folder, or object storage."""
    place = os.environ.get("TEMAPLAN_FILES", "")
    if place.startswith("s3://"):
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {"bucket_name": place.removeprefix("s3://"), "file_overwrite": False},
        }
    return {
        "BACKEND": "temaplan.workbench.plan.files.DurableStorage",
        "OPTIONS": {"location": str(folder / "files")},
    }


def statistics_from() -> str:
    """Return the address that statistics may be fetched from, empty where nobody allowed it."""
    return os.environ.get("TEMAPLAN_STATISTICS_FROM", "").strip()


def statistics_folder(folder: Path) -> Path:
    """Return where fetched statistics are kept as they came."""
    return folder / "statistics"


def mail() -> dict[str, Any]:
    """Return Django's mailer from `TEMAPLAN_EMAIL_URL` (smtp://user:word@host:port).

    Without the variable nothing is sent: whoever wants to send asks `EMAIL_CONFIGURED` first.
    """
    parts = urlsplit(os.environ.get("TEMAPLAN_EMAIL_URL", ""))
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname or "localhost",
            "port": parts.port or 25,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parts.scheme == "smtp+tls",
            "use_ssl": parts.scheme == "smtps",
            "timeout": SECONDS_FOR_MAIL,
        },
    }


def flag(name: str) -> bool:
    """Tell whether an environment variable is switched on."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "ja"}


def words(name: str, usual: str = "") -> list[str]:
    """Return a comma-separated environment variable as a list."""
    return [word.strip() for word in os.environ.get(name, usual).split(",") if word.strip()]
