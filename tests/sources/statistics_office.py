"""A statistics office on this machine: plays recorded answers, and misbehaves when told to.

What stands in `from_specification.json` was not recorded but written from the documentation
of PxWebApi 1, Klass and table 13470; the figures that go with it are made up.
"""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ANSWERS = Path(__file__).parent / "answers"
JSON = "application/json"


def recorded(name: str) -> bytes:
    return (ANSWERS / name).read_bytes()


@dataclass
class Reply:
    """One answer; `cut` promises more bytes than come, `slow` waits first."""

    content: bytes = b""
    media_type: str = JSON
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    slow: float = 0.0


@dataclass(frozen=True)
class Asked:
    """What the office was asked."""

    method: str
    path: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Answering = Callable[[Asked], Reply]


class Office:
    """The office: `answers` by path, `first` are given before anything else, in turn."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answering | Reply] = {}
        self.first: list[Reply] = []
        self.asked: list[Asked] = []

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if self.first:
            return self.first.pop(0)
        answer = self.answers.get(asked.path.partition("?")[0], Reply(status=404))
        return answer if isinstance(answer, Reply) else answer(asked)


@contextmanager
def open_office() -> Iterator[Office]:
    office = Office("")

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

        def _answer(self, body: bytes) -> None:
            reply = office.reply(Asked(self.command, self.path, body))
            time.sleep(reply.slow)
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            promised = len(reply.content) + (1000 if reply.cut else 0)
            self.send_header("Content-Length", str(promised))
            self.end_headers()
            try:
                self.wfile.write(reply.content)
            except BrokenPipeError:  # the client gave up waiting
                return
            if reply.cut:
                self.close_connection = True

        def log_message(self, *told: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    office.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield office
    finally:
        server.shutdown()
        server.server_close()


def packed(content: bytes) -> Reply:
    return Reply(gzip.compress(content), headers={"Content-Encoding": "gzip"})


REGIONS = {"K-3301": "Drammen", "K-3312": "Lier", "K-3314": "Øvre Eiker", "0": "Hele landet"}
INDUSTRIES = {"01-03": "Jordbruk, skogbruk og fiske", "10-33": "Industri", "45-47": "Varehandel"}
YEARS = ("2023", "2024")

FROM_SPECIFICATION: dict[str, Any] = json.loads(recorded("from_specification.json"))


def cube_of(chosen: dict[str, list[str]]) -> dict[str, Any]:
    """Answer with figures that tell where they belong: 100·region + 10·industry + year."""
    labels = {"Region": REGIONS, "NACE2007": INDUSTRIES, "ContentsCode": {}, "Tid": {}}
    values = [
        100 * list(REGIONS).index(region)
        + 10 * list(INDUSTRIES).index(industry)
        + YEARS.index(year)
        for region in chosen["Region"]
        for industry in chosen["NACE2007"]
        for _contents in chosen["ContentsCode"]
        for year in chosen["Tid"]
    ]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "13470",
        "source": "Statistisk sentralbyrå",
        "updated": "2026-06-10T06:00:00Z",
        "id": list(chosen),
        "size": [len(codes) for codes in chosen.values()],
        "dimension": {
            name: {
                "label": name,
                "category": {
                    "index": {code: at for at, code in enumerate(codes)},
                    "label": {code: labels[name].get(code, code) for code in codes},
                },
            }
            for name, codes in chosen.items()
        },
        "value": values,
    }


def pxweb1_figures(asked: Asked) -> Reply:
    if asked.method == "GET":
        return Reply(json.dumps(FROM_SPECIFICATION["pxweb1 metadata"]).encode())
    chosen = {each["code"]: each["selection"]["values"] for each in asked.json["query"]}
    return Reply(json.dumps(cube_of(chosen)).encode())


def pxweb2_figures(asked: Asked) -> Reply:
    chosen = {each["variableCode"]: each["valueCodes"] for each in asked.json["selection"]}
    return Reply(json.dumps(cube_of(chosen)).encode())


def pxweb2_metadata(asked: Asked) -> Reply:
    whole = {
        "Region": list(REGIONS),
        "NACE2007": list(INDUSTRIES),
        "ContentsCode": ["Sysselsatte"],
        "Tid": list(YEARS),
    }
    described = cube_of(whole)
    del described["value"]
    return Reply(json.dumps(described).encode())
