"""One question to a statistics office: time-outs, patience with a busy server, no surprises.

Clock, sleep and opener are given, so that a test decides what time it is and a server
on the same machine can play the office.
"""

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import IO, Any

from temaplan.sources.archive.exchange import Answer, Question
from temaplan.sources.network.addresses import AllowedHosts
from temaplan.sources.network.answers import NotWhatWeAskedFor, Refused, Unreachable, why_refused

AGENT = "temaplan"
BUSY = {429, 500, 502, 503, 504}
LONGEST_PAUSE = 60.0


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    """Follow a redirect only to a host that may be called."""

    def __init__(self, hosts: AllowedHosts) -> None:
        self._hosts = hosts

    def redirect_request(  # noqa: PLR0917 - as urllib calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse to be sent elsewhere."""
        self._hosts.check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@lru_cache(maxsize=8)  # making one reads every certificate of the machine
def _opener(hosts: AllowedHosts) -> urllib.request.OpenerDirector:
    proxies = urllib.request.ProxyHandler({} if hosts.insecure else None)
    return urllib.request.build_opener(proxies, _CheckedRedirects(hosts))


@dataclass(frozen=True)
class Fetcher:
    """Asks, waits and asks again as the office wishes; gives up after `attempts`."""

    hosts: AllowedHosts = field(default_factory=AllowedHosts)
    seconds: float = 20.0
    attempts: int = 5
    first_pause: float = 1.0
    largest: int = 80_000_000
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def ask(self, question: Question) -> Answer:
        """Return the answer. Raises `Unreachable`, `Refused` or `NotWhatWeAskedFor`."""
        self.hosts.check(question.address)
        reason = ""
        for attempt in range(self.attempts):
            if attempt:
                self.sleep(self._pause(attempt, reason))
            try:
                return self._once(question)
            except _Busy as busy:
                reason = busy.wait
        raise Unreachable(
            f"SSB svarte ikke etter {self.attempts} forsøk ({question.address}). "
            "Tallene som er hentet før, gjelder fortsatt. Prøv igjen senere."
        )

    def _pause(self, attempt: int, asked_for: str) -> float:
        """Wait as long as the office asks for, else twice as long each time."""
        wished = _seconds(asked_for, self.now())
        pause = wished if wished is not None else self.first_pause * 2 ** (attempt - 1)
        return min(max(pause, 0.0), LONGEST_PAUSE)

    def _once(self, question: Question) -> Answer:
        request = urllib.request.Request(
            question.address,
            data=question.body or None,
            method=question.method,
            headers={
                "Accept": ", ".join(question.expects),
                "Accept-Encoding": "gzip",
                "Content-Type": "application/json",
                "User-Agent": AGENT,
            },
        )
        try:
            with _opener(self.hosts).open(request, timeout=self.seconds) as response:
                content = self._content(response)
                media_type = response.headers.get_content_type()
        except urllib.error.HTTPError as error:
            if error.code in BUSY:
                raise _Busy(error.headers.get("Retry-After", "")) from error
            raise Refused(why_refused(error.code, question.address)) from error
        except (TimeoutError, OSError, http.client.HTTPException) as error:
            raise _Busy("") from error  # also an answer that is cut in the middle
        return Answer(
            question, self._expected(question, media_type, content), media_type, self.now()
        )

    def _content(self, response: http.client.HTTPResponse) -> bytes:
        content = response.read(self.largest + 1)
        promised = response.headers.get("Content-Length", "")
        if promised.isdigit() and len(content) < min(int(promised), self.largest):
            raise http.client.IncompleteRead(content)
        if response.headers.get("Content-Encoding", "") == "gzip":
            content = _unpacked(content, self.largest)
        if len(content) > self.largest:
            raise NotWhatWeAskedFor(
                f"Svaret er større enn {self.largest // 1_000_000} MB. "
                "Velg færre regioner eller år."
            )
        return content

    def _expected(self, question: Question, media_type: str, content: bytes) -> bytes:
        """Refuse a page of HTML where figures should be: a proxy's log-in, a notice of repair."""
        if media_type in question.expects:
            return content
        raise NotWhatWeAskedFor(
            f"SSB svarte med «{media_type}», ikke med tall. Det skjer når tjenesten er under "
            "arbeid, eller når et nettverk krever innlogging. Ingenting er endret."
        )


def _unpacked(content: bytes, largest: int) -> bytes:
    """Unpack as far as is allowed; one that is cut or damaged counts as a broken line."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacking.decompress(content, largest + 1)
    except zlib.error as error:
        raise http.client.IncompleteRead(content) from error
    if not unpacking.eof and len(unpacked) <= largest:
        raise http.client.IncompleteRead(unpacked)
    return unpacked


class _Busy(Exception):
    """The office is busy or the line broke; `wait` is what it says about when to come back."""

    def __init__(self, wait: str) -> None:
        super().__init__(wait)
        self.wait = wait


def _seconds(retry_after: str, now: datetime) -> float | None:
    """Read `Retry-After`: seconds, or a date; nothing when it is neither."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return (until.astimezone(UTC) - now).total_seconds()
