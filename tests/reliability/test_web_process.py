"""The web process stays small: what draws and typesets is loaded by the worker only."""

import re
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError

from tests.fixtures.commands import Surroundings, children_of, serving

# Their compiled parts, as they stand among the files that a process has mapped.
HEAVY = ("vl_convert", "typst", "lxml", "pandas", "polars", "pyarrow")
LARGEST_KB = 120_000
PAGES = (
    "/",
    "/plan/eksempelvik/",
    "/plan/eksempelvik/dokument/status-og-videre-arbeid/",
    "/plan/eksempelvik/dokument/status-og-videre-arbeid.pdf",
    "/plan/drammen-2011/dokument/utfordringsdokument.docx",
    "/plan/drammen-2011/sporing/",
    "/tilgjengelighet/",
    "/konto/logg-inn/",
    "/arbeid/eksempelvik/",
    "/nn/plan/eksempelvik/",
)


def test_reading_loads_no_library_that_draws_or_typesets(
    demo: Surroundings, free_port: int
) -> None:
    with serving(demo, free_port, command="demo") as server:
        for _ in range(3):
            for path in PAGES:
                with suppress(HTTPError):
                    urllib.request.urlopen(f"http://127.0.0.1:{free_port}{path}").read()
        below = children_of(server.process.pid)
        web = [pid for pid, line in below.items() if "serving.worker" not in line]
        mapped = "".join(Path(f"/proc/{pid}/maps").read_text() for pid in web)
        status = "".join(Path(f"/proc/{pid}/status").read_text() for pid in web)
    assert len(web) >= 2
    assert [name for name in HEAVY if f"/{name}" in mapped] == []
    largest = max(int(kb) for kb in re.findall(r"VmHWM:\s+(\d+) kB", status))
    assert largest < LARGEST_KB
