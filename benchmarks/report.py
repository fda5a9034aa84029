"""How long the default report of four municipalities takes, cold and when nothing has changed.

    uv run python benchmarks/report.py

Each run is a process of its own, as when somebody types the command: starting Python,
reading the tables, writing all chapters, drawing all charts, web page, PDF and Word.
Processor seconds of that process, and seconds by the clock beside them.

Targets: cold within 20 seconds, unchanged within 5. Results are kept in
`benchmarks/README.md`.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ASKED = ["report", "--regions", "4003,4001,4012,4010", "--period", "2021:2022", "--quiet"]
TIMES = 3
COLD, UNCHANGED = 20.0, 5.0


def main() -> None:
    """Measure and print one line for each case; end with 1 where a target is missed."""
    cold, unchanged = [], []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(_seconds(Path(folder)))
            unchanged.append(_seconds(Path(folder)))
    missed = [
        _told("cold", cold, COLD),
        _told("unchanged", unchanged, UNCHANGED),
    ]
    sys.exit(any(missed))


def _told(name: str, runs: list[tuple[float, float]], target: float) -> bool:
    processor, clock = (min(each) for each in zip(*runs, strict=True))
    print(f"{name:10} {processor:5.2f} s processor  {clock:5.2f} s clock  (target {target:.0f} s)")
    return clock > target


def _seconds(folder: Path) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "temaplan", *ASKED, "--out", str(folder / "report")],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    clock = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, clock


if __name__ == "__main__":
    main()
