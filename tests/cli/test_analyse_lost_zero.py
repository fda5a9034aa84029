"""A municipality's number that lost its zero is found, also when every number in the file did."""

from pathlib import Path

import pytest

from temaplan.cli import main

HEAD = "region,industry,period,value\n"


def analyse(tmp_path: Path, lines: str) -> int:
    file = tmp_path / "tall.csv"
    file.write_text(HEAD + lines, encoding="utf-8")
    return main(("analyse", "growth", "--input", str(file), "--base", "2008", "--end", "2011"))


def test_a_lost_zero_is_refused_with_line_and_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = analyse(tmp_path, "602,Industri,2008,1\n602,Industri,2011,2\n")
    out, err = capsys.readouterr()
    assert (status, out) == (3, "")
    assert err.splitlines()[1] == (
        "Linje 2: Koden «602» har mistet den første nullen: skriv 0602. Les kolonnen som tekst "
        "når du åpner filen i et regneark."
    )


@pytest.mark.parametrize("region", ["0602", "R1", "999", "7", "Buskerud"])
def test_other_names_of_regions_are_taken_as_they_are(region: str, tmp_path: Path) -> None:
    assert analyse(tmp_path, f"{region},Industri,2008,1\n{region},Industri,2011,2\n") == 0
