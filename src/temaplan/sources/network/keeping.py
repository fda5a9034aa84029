"""Every answer kept as it came: address, query, time, edition, checksum, bytes.

Kept answers make a fetch resumable: what has come is not asked for again. They are also
the proof of where a figure is from.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from temaplan.errors import BadInput
from temaplan.sources.network.fetching import Answer, Question


@dataclass(frozen=True)
class KeptAnswer:
    """One answer in the archive."""

    address: str
    query: str
    fetched_at: datetime
    media_type: str
    vintage: str
    sha256: str
    path: Path

    def content(self) -> bytes:
        """Return the bytes. Raises `BadInput` when they are not those that came."""
        content = self.path.read_bytes()
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise BadInput(
                f"Fila {self.path.name} er endret etter at den ble hentet. "
                "Slett den og hent på nytt."
            )
        return content


class Archive:
    """A folder of answers, two files each: the bytes, and what they are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, answer: Answer, *, vintage: str = "") -> KeptAnswer:
        """Write an answer down safely: bytes first, then the paper that names them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = _name_of(answer.question)
        content = self.folder / f"{name}.svar"
        _write(content, answer.content)
        about = {
            "address": answer.question.address,
            "query": answer.question.body.decode("utf-8", "replace"),
            "fetched_at": answer.at.isoformat(),
            "media_type": answer.media_type,
            "vintage": vintage,
            "sha256": hashlib.sha256(answer.content).hexdigest(),
        }
        text = json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True)
        _write(self.folder / f"{name}.json", text.encode())
        return _read(self.folder / f"{name}.json")

    def find(self, question: Question) -> KeptAnswer | None:
        """Return the kept answer to the same question."""
        paper = self.folder / f"{_name_of(question)}.json"
        return _read(paper) if paper.exists() else None

    def __iter__(self) -> Iterator[KeptAnswer]:
        for paper in sorted(self.folder.glob("*.json")):
            yield _read(paper)


def _name_of(question: Question) -> str:
    told = f"{question.method} {question.address}\n".encode() + question.body
    return hashlib.sha256(told).hexdigest()[:24]


def _read(paper: Path) -> KeptAnswer:
    about = json.loads(paper.read_text(encoding="utf-8"))
    about["fetched_at"] = datetime.fromisoformat(about["fetched_at"])
    return KeptAnswer(**about, path=paper.with_suffix(".svar"))


def _write(target: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".halvskrevet-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(target)
