"""What was asked of a statistics office, and what came back."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

KEY_LENGTH = 24


@dataclass(frozen=True)
class Question:
    """What is asked: an address, a body for POST, and the media types that may come back."""

    address: str
    body: bytes = b""
    expects: tuple[str, ...] = ("application/json",)

    @property
    def method(self) -> str:
        """POST with a body, else GET."""
        return "POST" if self.body else "GET"

    @property
    def key(self) -> str:
        """The same for the same question, and a name that a folder may have."""
        told = f"{self.method} {self.address}\n".encode() + self.body
        return hashlib.sha256(told).hexdigest()[:KEY_LENGTH]


@dataclass(frozen=True)
class Answer:
    """What came back, byte for byte, and when."""

    question: Question
    content: bytes
    media_type: str
    at: datetime
