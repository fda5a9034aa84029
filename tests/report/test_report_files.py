"""The report's files: written, kept when nothing changed, archived, inside their paper."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import is_zipfile

import pytest
from django.utils import translation

from temaplan.cli import main
from temaplan.documents.columns import SIDEWAYS, columns_of
from temaplan.documents.document import Figure, Table
from temaplan.documents.pdf import render_pdf
from temaplan.documents.pdf.blocks import ROOM
from temaplan.report import Question, make_report

Captured = pytest.CaptureFixture[str]
ASKED = ["report", "--regions", "4003,4001,4012,4010", "--period", "2021:2022"]


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A command speaks for its whole process; these share one."""
    with translation.override("nb"):
        yield


def test_all_forms_and_the_numbers_behind_every_figure_are_written(
    tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "rapport"
    assert main([*ASKED, "--out", str(out)]) == 0
    said, steps = capsys.readouterr()
    assert said.splitlines() == [str(out / f"report.{form}") for form in ("html", "pdf", "docx")]
    assert steps.splitlines()[0] == "[1/5] Leser tallene og skriver kapitlene"
    page = (out / "report.html").read_text()
    assert page.startswith('<!doctype html>\n<html lang="nb">')
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert is_zipfile(out / "report.docx")
    written = {f"figures/{path.name}" for path in (out / "figures").iterdir()}
    assert written == {name for name in written if f'href="{name}"' in page}
    assert "figures/lq-4001.csv" in written


def test_the_same_question_leaves_the_files_alone_until_one_of_them_is_touched(
    tmp_path: Path, capsys: Captured
) -> None:
    asked = [*ASKED, "--format", "html", "--out", str(tmp_path)]
    assert main([*asked, "--quiet"]) == 0
    page = tmp_path / "report.html"
    first = page.read_bytes()
    page.touch()
    stamp = page.stat().st_mtime_ns
    assert main([*asked, "--verbose"]) == 0
    assert page.stat().st_mtime_ns == stamp
    assert "Ingenting er endret siden sist." in capsys.readouterr().err
    page.write_text("ødelagt")
    assert main([*asked, "--quiet"]) == 0
    assert page.read_bytes() == first


def test_another_question_in_the_same_folder_is_answered(tmp_path: Path) -> None:
    asked = ["report", "--format", "html", "--out", str(tmp_path), "--quiet"]
    assert main([*asked, "--regions", "4003"]) == 0
    before = json.loads((tmp_path / "report.json").read_text())["input"]
    assert main([*asked, "--regions", "4001"]) == 0
    assert json.loads((tmp_path / "report.json").read_text())["input"] != before
    assert "<title>Næringsstruktur i Porsgrunn" in (tmp_path / "report.html").read_text()


def test_list_names_the_areas_that_have_industries_with_their_years(capsys: Captured) -> None:
    assert main(["report", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 17 + 20  # municipalities of Telemark, counties before 2020
    assert lines[0] == "4001\tPorsgrunn\t2016–2025"
    assert "50\tTrøndelag\t2018–2019" in lines


def test_nynorsk_is_asked_for_as_everywhere(tmp_path: Path) -> None:
    asked = ["report", "--regions", "4003", "--format", "html", "--out", str(tmp_path)]
    assert main([*asked, "--quiet", "--language", "nn"]) == 0
    page = (tmp_path / "report.html").read_text()
    assert '<html lang="nn">' in page
    assert "Alle år er rekna om til grensene frå 2024" in page  # the table's own words


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--regions", "9999"], 3, "«9999» er ikke en kommune."),
        (["--regions", "4003", "--period", "2008:2011"], 3, "har årene 2016–2025."),
        (["--regions", "4003", "--period", "2021-2022"], 2, "«2021-2022» er ikke en periode."),
        (["--regions", ","], 2, "Skriv minst ett nummer"),
        (["--regions", "4003", "--format", "odt"], 2, "«odt» er ikke et format."),
        (["--regions", "4003", "--turnover", "borte.csv"], 3, "Filen «borte.csv» finnes ikke."),
        ([], 2, "Si hvilke områder med --regions."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: Captured, arguments: list[str], status: int, sentence: str
) -> None:
    out = tmp_path / "ut"
    assert main(["report", *arguments, "--out", str(out)]) == status
    said, told = capsys.readouterr()
    assert said == ""
    assert sentence in told
    assert not out.exists()


def test_brought_turnover_gives_the_coverage_to_three_decimals(
    tmp_path: Path, capsys: Captured
) -> None:
    # A made-up table.
    table = tmp_path / "omsetning.csv"
    table.write_text("region,period,value\n4003,2022,4000\n0,2022,500000\n")
    asked = ["report", "--regions", "4003", "--format", "html", "--out", str(tmp_path)]
    assert main([*asked, "--turnover", str(table), "--quiet"]) == 0
    lines = (tmp_path / "figures" / "dekningsgrad.csv").read_text().splitlines()
    name, people, _, coverage, _ = lines[1].split(",")
    # By hand: (4000 / 55 513) / (500 000 / 5 425 270); populations of 1 January 2022.
    assert (name, float(people)) == ("Skien", 55_513)
    assert round(float(coverage), 3) == round((4000 / 55_513) / (500_000 / 5_425_270), 3) == 0.782


@pytest.mark.parametrize("regions", [("4003", "4001", "4012", "4010"), ("06", "08")])
def test_checker_finds_nothing_in_the_pdf(regions: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(render_pdf(make_report(Question(regions)).document, link=lambda _: ""))
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(file), "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize("form", ["nb", "nn"])
def test_no_table_is_wider_than_its_page(form: str) -> None:
    document = make_report(Question(("4003", "4001", "4012", "4010"), (2021, 2022), form)).document
    for block in document.blocks:
        table = block.table if isinstance(block, Figure) else block
        if isinstance(table, Table):
            columns = columns_of(table, ROOM)
            assert sum(columns.widths) <= (SIDEWAYS if columns.sideways else ROOM) + 1e-6
