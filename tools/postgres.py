"""A throw-away PostgreSQL cluster on a port of its own, for tests.

    with cluster() as started:
        os.environ["DATABASE_URL"] = started.url("temaplan")

Debian's default cluster is left alone. `initdb` refuses to run as root, so root
runs it as the user `postgres` (or `nobody`).
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "temaplan"
# A throw-away cluster needs no durability; tests that measure it start their own.
FAST = "-c fsync=off -c full_page_writes=off -c max_connections=60 -c shared_buffers=32MB"


@dataclass(frozen=True)
class Cluster:
    """A running server: where it listens and the password of its owner."""

    port: int
    password: str

    @classmethod
    def from_url(cls, url: str) -> Self | None:
        """Find the cluster of this run in `DATABASE_URL`; None when that is not PostgreSQL."""
        parts = urlsplit(url)
        if not parts.scheme.startswith("postgres") or parts.port is None:
            return None
        return cls(port=parts.port, password=parts.password or "")

    def url(self, database: str) -> str:
        """Return the address that `DATABASE_URL` takes."""
        return f"postgresql://{OWNER}:{self.password}@127.0.0.1:{self.port}/{database}"

    @property
    def version(self) -> str:
        """Version of the server, for the report."""
        with psycopg.connect(self.url("postgres")) as connection:
            return str(connection.info.server_version // 10000)

    def create_database(self, name: str) -> None:
        """Make an empty database."""
        self._run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop_database(self, name: str) -> None:
        """Remove a database, also when a killed process still holds a connection."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def programs_folder() -> Path | None:
    """Find where `initdb` and `pg_ctl` lie: on the PATH, else Debian's newest version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Make, start, and in the end stop and remove a cluster."""
    programs = programs_folder()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: no initdb was found")
    with tempfile.TemporaryDirectory(prefix="temaplan-pg-") as name:
        folder = Path(name)
        as_owner = _as_owner(folder)
        started = Cluster(port=_free_port(), password=secrets.token_hex(16))
        data = folder / "data"
        _make(programs, data, started.password, as_owner)
        options = f"-p {started.port} -c listen_addresses=127.0.0.1 -k '' {FAST}"
        control = [str(programs / "pg_ctl"), "-D", str(data), "-w"]
        _call([*control, "-l", str(folder / "log"), "-o", options, "start"], as_owner)
        try:
            started.create_database("temaplan")
            yield started
        finally:
            _call([*control, "-m", "immediate", "stop"], as_owner)


def _make(programs: Path, data: Path, password: str, as_owner: dict[str, Any]) -> None:
    word = data.parent / "password"
    word.write_text(password)
    word.chmod(0o644)  # its folder is closed to everybody but the owner
    _call(
        [
            *(str(programs / "initdb"), "-D", str(data), "-U", OWNER),
            *("--auth=scram-sha-256", f"--pwfile={word}", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        ],
        as_owner,
    )


def _as_owner(folder: Path) -> dict[str, Any]:
    """Return what makes a child run as an ordinary user, and give that user the folder."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": folder}


def _call(command: list[str], as_owner: dict[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **as_owner)
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
