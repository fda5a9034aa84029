"""What `./temaplan demo` costs on a machine that has nothing yet, and the second time.

    uv run python benchmarks/startup.py

The clone is copied to an empty folder and started with an empty package cache. CPU is
user and system time of everything that was started. Downloaded is the size of the files
that the lock names for this machine, with uv's own wheel where the script must fetch it.
Second start is the time until the front page answers. Memory is what the web process
had at most, after every public page has been read.

Targets: 25 s of CPU and 150 MB downloaded, 5 s for the second start, 120 MB for the web
process. Results are kept in `benchmarks/README.md`.
"""

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    "/",
    "/plan/drammen-2011/",
    "/plan/eksempelvik/dokument/status-og-videre-arbeid/",
    "/plan/eksempelvik/dokument/utfordringsdokument.pdf",
    "/plan/eksempelvik/sporing/",
    "/konto/logg-inn/",
)
LONGEST_START = 120


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="temaplan-start-") as name:
        folder = Path(name)
        clone = folder / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        surroundings = empty_machine(folder)
        before = cpu()
        begun = time.monotonic()
        subprocess.run(
            [clone / "temaplan", "demo", "--no-serve", "--quiet"], env=surroundings, check=True
        )
        print(f"first start, nothing installed: {cpu() - before:.1f} s CPU", end="")
        print(f", {time.monotonic() - begun:.1f} s by the clock")
        print(f"downloaded: {downloaded(clone, folder) / 1e6:.0f} MB")
        port = free_port()
        begun = time.monotonic()
        with demo(clone, surroundings, port) as process:
            print(f"second start: {time.monotonic() - begun:.1f} s until the front page")
            for path in PAGES:
                with suppress(URLError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}{path}").read()
            print(f"web process: {web_memory(process.pid) / 1000:.0f} MB at most")


def empty_machine(folder: Path) -> dict[str, str]:
    """Return surroundings with no package cache and no settings of one's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TEMAPLAN_")}
    kept.pop("VIRTUAL_ENV", None)
    return kept | {
        "UV_CACHE_DIR": str(folder / "uv"),
        "PIP_NO_CACHE_DIR": "1",
        "TEMAPLAN_DATA": str(folder / "data"),
    }


def cpu() -> float:
    """Return the CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def downloaded(clone: Path, folder: Path) -> int:
    """Return the bytes of the wheels that were unpacked into the clone's environment."""
    lock = tomllib.loads((clone / "uv.lock").read_text(encoding="utf-8"))
    sizes = {
        Path(file["url"]).name: file["size"]
        for package in lock["package"]
        for file in package.get("wheels", [])
    }
    total = 0
    for wheel in (clone / ".venv").glob("lib/*/site-packages/*.dist-info"):
        name, _, version = wheel.name.removesuffix(".dist-info").partition("-")
        tags = re.findall(r"^Tag: (.+)$", (wheel / "WHEEL").read_text(), re.MULTILINE)
        fitting = [
            size
            for file, size in sizes.items()
            if file.lower().startswith(f"{name}-{version}-".lower())
            and any(all(part in file for part in tag.split("-")) for tag in tags)
        ]
        total += max(fitting, default=0)
    tools = clone / ".tools" / "bin" / "uv"
    return total + (tools.stat().st_size // 2 if tools.exists() else 0)  # packed to about half


@contextmanager
def demo(
    clone: Path, surroundings: dict[str, str], port: int
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the demo while the block lasts, from its first answer."""
    process = subprocess.Popen(
        [clone / "temaplan", "demo", "--quiet", "--port", str(port)],
        env=surroundings,
        stdout=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + LONGEST_START
        while not answers(port) and time.monotonic() < until:
            time.sleep(0.02)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def answers(port: int) -> bool:
    """Tell whether the front page comes."""
    with suppress(URLError, ConnectionError):
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/").status == 200  # noqa: PLR2004
    return False


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def web_memory(demo_process: int) -> int:
    """Return the most kB that a process of the web has had in memory."""
    most = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            command = (status.parent / "cmdline").read_text()
            variables = (status.parent / "environ").read_text()
            ours = f"TEMAPLAN_SERVED_BY={demo_process}\0" in variables
            if ours and "serving.worker" not in command:
                (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
                most = max(most, int(peak))
    return most


if __name__ == "__main__":
    assert shutil.which("git"), "git is needed to copy the clone"
    main()
