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
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ANSWERS = Path(__file__).parent / "answers"
JSON = "application/json"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


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
def open_office(port: int = 0) -> Iterator[Office]:
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

    server = ThreadingHTTPServer(("127.0.0.1", port), Desk)
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


# The table's own regions, and the same municipalities summed into today's borders.
OWN_REGIONS = {"0": "Hele landet", "3301": "Drammen", "3312": "Lier", "3314": "Øvre Eiker"}
GROUPED = {"K-3301": "Drammen", "K-3312": "Lier", "K-3314": "Øvre Eiker"}
REGIONS = {**GROUPED, **OWN_REGIONS}
INDUSTRIES = {
    "00-99": "Alle næringer",
    "01-03": "Jordbruk, skogbruk og fiske",
    "10-33": "Industri",
    "45-47": "Varehandel",
}
CONTENTS = {"SysselsatteArb": "Sysselsatte etter arbeidssted", "Sysselsatte": "Sysselsatte"}
YEARS = {year: year for year in ("2021", "2022", "2023", "2024")}
LABELS = {"Region": REGIONS, "NACE2007": INDUSTRIES, "ContentsCode": CONTENTS, "Tid": YEARS}
UPDATED = "2026-06-10T06:00:00Z"

FROM_SPECIFICATION: dict[str, Any] = json.loads(recorded("from_specification.json"))


def figure(region: str, industry: str, contents: str, year: str) -> int:
    """A made-up figure that tells where it belongs."""
    return (
        1000 * list(REGIONS).index(region)
        + 10 * list(INDUSTRIES).index(industry)
        + 100 * list(CONTENTS).index(contents)
        + list(YEARS).index(year)
    )


def cube_of(chosen: dict[str, list[str]]) -> dict[str, Any]:
    """Answer with the figures of a selection."""
    values = [
        figure(region, industry, contents, year)
        for region in chosen["Region"]
        for industry in chosen["NACE2007"]
        for contents in chosen["ContentsCode"]
        for year in chosen["Tid"]
    ]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "13470: Sysselsatte, etter region, næring, statistikkvariabel og år",
        "source": "Statistisk sentralbyrå",
        "updated": UPDATED,
        "role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]},
        "id": list(chosen),
        "size": [len(codes) for codes in chosen.values()],
        "dimension": {
            name: {
                "label": name,
                "category": {
                    "index": {code: at for at, code in enumerate(codes)},
                    "label": {code: LABELS[name][code] for code in codes},
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
    """Answer as the bank does: codes of a grouping only where the grouping is named."""
    for each in asked.json["selection"]:
        grouped = each.get("codelist") == "agg_KommSummer"
        if each["variableCode"] == "Region" and grouped != (each["valueCodes"][0] in GROUPED):
            return Reply(b'{"title": "Non-existent value"}', status=400)
    chosen = {each["variableCode"]: each["valueCodes"] for each in asked.json["selection"]}
    return Reply(json.dumps(cube_of(chosen)).encode())


def pxweb2_metadata(asked: Asked) -> Reply:
    described = cube_of(
        {
            "Region": list(OWN_REGIONS),
            "NACE2007": list(INDUSTRIES),
            "ContentsCode": list(CONTENTS),
            "Tid": list(YEARS),
        }
    )
    del described["value"]
    described["dimension"]["Region"]["extension"] = {
        "codelists": [
            {"id": "vs_Landet", "label": "Hele landet", "type": "Valueset"},
            {"id": "agg_KommSummer", "label": "Kommuner 2024", "type": "Aggregation"},
        ]
    }
    return Reply(json.dumps(described).encode())


def grouping(codes: dict[str, str]) -> Reply:
    values = [{"code": code, "label": label, "valueMap": []} for code, label in codes.items()]
    return Reply(json.dumps({"values": values}).encode())


def serve_table(office: Office, root: str = "/v2") -> None:
    """Let the office have table 13470, in version 2 of the interface."""
    office.answers[f"{root}/tables/13470/metadata"] = pxweb2_metadata
    office.answers[f"{root}/tables/13470/data"] = pxweb2_figures
    office.answers[f"{root}/codeLists/agg_KommSummer"] = grouping(GROUPED)
    office.answers[f"{root}/codeLists/vs_Landet"] = grouping({"0": "Hele landet"})


# As the setting and the command use it: the whole address of the bank.
STANDARD_ROOT = "/api/pxwebapi/v2"


if __name__ == "__main__":
    import sys

    with open_office(int(sys.argv[1]) if len(sys.argv) > 1 else 0) as opened:
        serve_table(opened, STANDARD_ROOT)
        print(opened.address, flush=True)
        sys.stdin.read()
