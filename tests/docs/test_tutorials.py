"""What a tutorial shows is what the reader sees."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools import tutorial_notebook

DOCS = Path(__file__).resolve().parents[2] / "docs"
TUTORIAL = (DOCS / "tutorials/analyse-en-fil.md").read_text(encoding="utf-8")


def shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TUTORIAL, re.DOTALL)


def answer_to(table: str, folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / "jobber.csv"
    file.write_text(table, encoding="utf-8")
    words = shown("sh")[0].split()[1:]
    command = [sys.executable, "-m", "temaplan", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_fault_is_told_in_the_words_of_the_page(tmp_path: Path) -> None:
    done = answer_to(shown("csv")[0], tmp_path)

    assert (done.returncode, done.stderr) == (3, shown("text")[0])


def test_the_cured_table_gives_the_figures_of_the_page(tmp_path: Path) -> None:
    done = answer_to(shown("csv")[0].replace("4 200", "4200"), tmp_path)

    industry = next(line for line in done.stdout.splitlines() if line.startswith("3314,C,"))
    assert industry.split(",")[6].startswith("1.85")
    assert industry.split(",")[7].startswith("966.5")


def test_a_hidden_figure_is_told_of_as_the_page_says(tmp_path: Path) -> None:
    table = shown("csv")[0].replace("4 200", "4200").replace("3314,Q,2023,1300", "3314,Q,2023,:")
    done = answer_to(table, tmp_path)

    assert "incomplete" in done.stdout


def test_the_lines_of_python_print_what_their_comment_says(tmp_path: Path) -> None:
    lines = shown("python")[0]
    command = [sys.executable, "-c", lines]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert f"# {done.stdout}" in lines


# --- from a file of the office to a finished page -------------------------------------------


def cells_of_code() -> list[dict[str, Any]]:
    return [cell for cell in tutorial_notebook.cells() if cell["cell_type"] == "code"]


def test_each_block_prints_what_the_page_says(tmp_path: Path) -> None:
    mark = "--- neste ---"
    code = f"\nprint({mark!r})\n".join("".join(cell["source"]) for cell in cells_of_code())
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    printed = done.stdout.split(f"{mark}\n")
    told = ["".join(cell["outputs"][0]["text"]) for cell in cells_of_code()]
    assert printed == told
    page = (tmp_path / "skien.html").read_text(encoding="utf-8")
    assert "Helse og forvaltning er større i Skien enn i landet" in page
    assert "Kilde: Statistisk sentralbyrå, tabell 13470" in page


def test_notebook_is_the_page() -> None:
    written = tutorial_notebook.NOTEBOOK.read_text(encoding="utf-8")
    assert written == tutorial_notebook.notebook()
    assert len(cells_of_code()) == 5


def test_sentences_of_the_page_hold_its_figures() -> None:
    text = tutorial_notebook.PAGE.read_text(encoding="utf-8")
    for said in ("1,43 ganger så stor", "2 349 flere", "om lag 540 flere", "om lag 500 færre"):
        assert said in text
