"""Every answer kept as it came: address, query, time, edition, checksum, bytes.

Kept answers make a fetch resumable: what has come is not asked for again. They are also
the proof of where a figure is from.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from temaplan.errors import BadInput
from temaplan.sources.archive.durable import write_durably
from temaplan.sources.archive.exchange import Answer, Question

_TIME = "%Y%m%dT%H%M%S.%f"


class DamagedAnswer(BadInput):
    """What lies in the archive is not what came; no figure is taken from it."""

    code = "damaged_answer"


@dataclass(frozen=True)
class KeptAnswer:
    """One answer in the archive. `name` is that of its paper, below the folder of papers."""

    name: str
    address: str
    query: str
    fetched_at: datetime
    media_type: str
    vintage: str
    sha256: str
    path: Path

    def content(self) -> bytes:
        """Return the bytes. Raises `DamagedAnswer` when they are not those that came."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError as fault:
            raise DamagedAnswer(
                f"Svaret {self.path.name} er borte fra {self.path.parent}. Hent tabellen på nytt."
            ) from fault
        if _checksum(content) != self.sha256:
            raise DamagedAnswer(
                f"Filen {self.path} er endret etter at den ble hentet: kontrollsummen stemmer "
                "ikke. Hent tabellen på nytt."
            )
        return content

    def is_sound(self) -> bool:
        """Whether the bytes are there and as they came."""
        try:
            self.content()
        except DamagedAnswer:
            return False
        return True


class Archive:
    """A folder of answers: bytes by checksum, and a paper for each time they were fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, answer: Answer, *, vintage: str = "") -> KeptAnswer:
        """Write an answer down safely: bytes first, then the paper that names them."""
        sha256 = _checksum(answer.content)
        content = self._content(sha256)
        if not content.exists() or content.read_bytes() != answer.content:
            write_durably(content, answer.content)
        about = {
            "address": answer.question.address,
            "method": answer.question.method,
            "query": answer.question.body.decode("utf-8", "replace"),
            "fetched_at": answer.at.isoformat(),
            "media_type": answer.media_type,
            "vintage": vintage,
            "sha256": sha256,
            "bytes": len(answer.content),
        }
        name = f"{answer.question.key}/{answer.at.strftime(_TIME)}"
        write_paper(self._paper(name), about)
        return self.answer(name)

    def answer(self, name: str) -> KeptAnswer:
        """Return a kept answer by the name of its paper. Raises `DamagedAnswer`."""
        about = read_paper(self._paper(name))
        try:
            return KeptAnswer(
                name=name,
                address=about["address"],
                query=about["query"],
                fetched_at=datetime.fromisoformat(about["fetched_at"]),
                media_type=about["media_type"],
                vintage=about["vintage"],
                sha256=about["sha256"],
                path=self._content(about["sha256"]),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise _torn(self._paper(name)) from fault

    def newest(self, question: Question) -> KeptAnswer | None:
        """Return the last kept answer to the same question."""
        papers = sorted((self.folder / "papers" / question.key).glob("*.json"))
        return self.answer(f"{question.key}/{papers[-1].stem}") if papers else None

    def __iter__(self) -> Iterator[KeptAnswer]:
        for paper in sorted((self.folder / "papers").glob("*/*.json"), key=lambda each: each.name):
            yield self.answer(f"{paper.parent.name}/{paper.stem}")

    def _content(self, sha256: str) -> Path:
        if not sha256.isalnum():  # a paper is no way out of the folder
            raise _torn(self.folder)
        return self.folder / "answers" / sha256

    def _paper(self, name: str) -> Path:
        return self.folder / "papers" / f"{name}.json"


def write_paper(path: Path, about: dict[str, Any]) -> None:
    """Write what is said about something, readable for people too."""
    text = json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True)
    write_durably(path, f"{text}\n".encode())


def read_paper(path: Path) -> dict[str, Any]:
    """Read what is said about something. Raises `DamagedAnswer`."""
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise _torn(path) from fault
    if not isinstance(about, dict):
        raise _torn(path)
    return about


def _torn(path: Path) -> DamagedAnswer:
    return DamagedAnswer(f"Papiret {path} er borte eller endret. Hent tabellen på nytt.")


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
