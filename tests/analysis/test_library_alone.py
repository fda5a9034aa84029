"""The library needs numpy and narwhals and loads nothing else that is large."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Stands in the way of everything that a bare installation does not have.
BARE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"pandas", "polars", "pyarrow", "django", "scipy"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Absent())
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def test_import_loads_no_frame_library_and_no_django() -> None:
    done = run(
        "import sys, temaplan.analysis.regional\n"
        "print(sorted({'pandas', 'polars', 'pyarrow', 'django', 'scipy'} & set(sys.modules)))"
    )
    assert (done.returncode, done.stdout) == (0, "[]\n")


def test_a_bare_installation_analyses_columns(tmp_path: Path) -> None:
    table = tmp_path / "tall.csv"
    table.write_text(
        "region,industry,period,value\na,x,2011,4\na,y,2011,6\nb,x,2011,1\nb,y,2011,9\n"
    )
    command = BARE + "from temaplan.cli import main\nsys.exit(main(sys.argv[1:]))"
    done = run(
        command, "analyse", "location-quotient", "--input", str(table), "--reference", "total"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1] == "a,x,2011,4.0,0.4,0.25,1.6,1.5,observed,"


def test_a_bare_installation_says_what_parquet_needs(tmp_path: Path) -> None:
    table = tmp_path / "tall.csv"
    table.write_text("region,industry,period,value\na,x,2011,4\n")
    command = BARE + "from temaplan.cli import main\nsys.exit(main(sys.argv[1:]))"
    done = run(command, "analyse", "series", "--input", str(table), "--format", "parquet")
    assert done.returncode == 4
    assert done.stderr == "Parquet trenger pyarrow. Installer det med: pip install pyarrow\n"
