"""What a rule answers: allowed, or refused with the reason that people are shown."""

from dataclasses import dataclass

from temaplan.errors import TemaplanError


@dataclass(frozen=True)
class Allowed:
    """The act may be done."""

    allowed: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Refused:
    """The act may not be done; `reason` is a whole sentence that says why and what to do."""

    reason: str
    allowed: bool = False


Verdict = Allowed | Refused


class NotAllowed(TemaplanError):
    """An action was asked for that a rule refuses; nothing was changed."""

    code = "not_allowed"


def require(verdict: Verdict) -> None:
    """Let an allowed act pass, and stop a refused one with its own sentence."""
    if not verdict.allowed:
        raise NotAllowed(verdict.reason)
