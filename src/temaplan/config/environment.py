"""What the surroundings decide: folders, database, secret key, mail, languages.

Everything Temaplan writes lies under one folder (`TEMAPLAN_DATA`), so that a
backup, a demo and an installation never mix.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from temaplan.errors import MachineLacks

CLONE = Path(__file__).resolve().parents[3]


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
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


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
    name = address.removeprefix("sqlite:///") or str(folder / "temaplan.sqlite3")
    return {
        "ENGINE": "temaplan.config.bundled_sqlite",
        "NAME": name,
        "OPTIONS": {
            # IMMEDIATE is the setting that keeps concurrent writers from "database is
            # locked"; FULL is the one that survives a power cut (docs/adr).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                "PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=27103364;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 8}},
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


def mail() -> dict[str, Any]:
    """Return Django's mail settings from `TEMAPLAN_EMAIL_URL` (smtp://user:word@host:port)."""
    address = os.environ.get("TEMAPLAN_EMAIL_URL", "")
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(address)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def flag(name: str) -> bool:
    """Tell whether an environment variable is switched on."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "ja"}


def words(name: str, usual: str = "") -> list[str]:
    """Return a comma-separated environment variable as a list."""
    return [word.strip() for word in os.environ.get(name, usual).split(",") if word.strip()]
