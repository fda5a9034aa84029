"""`analyse` runs one method on a file, or says in a sentence why not."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from temaplan.analysis.catalogue import ANALYSES
from temaplan.cli import main
from tools.analysis_specs import Spec, specs

Captured = pytest.CaptureFixture[str]
GOOD = """region,industry,period,value
0602,Industri,2011,16
0602,Bygg,2011,4
0625,Industri,2011,:
0625,Bygg,2011,10
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tall.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def analyse(capsys: Captured, *arguments: str | Path) -> tuple[int, str, str]:
    status = main(["analyse", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_list_names_each_method_on_one_line(capsys: Captured) -> None:
    status, out, _err = analyse(capsys, "--list")
    lines = out.splitlines()
    assert status == 0
    assert [line.partition("\t")[0] for line in lines] == [
        each.code.replace("_", "-") for each in ANALYSES
    ]
    assert all(line.partition("\t")[2] for line in lines)


@pytest.mark.parametrize("method", ["location-quotient", "location_quotient"])
def test_result_is_csv_with_every_digit(capsys: Captured, table: Path, method: str) -> None:
    status, out, err = analyse(capsys, method, "--input", table, "--reference", "0602")
    assert (status, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[2] == {
        "region": "0625",
        "industry": "Bygg",
        "period": "2011",
        "value": "10.0",
        "share": "1.0",
        "reference_share": "0.2",
        "lq": "5.0",
        "excess": "8.0",
        "state": "observed",
        "note": "incomplete",
    }
    assert (rows[3]["state"], rows[3]["lq"]) == ("suppressed", "")


def test_result_as_json_and_markdown(capsys: Captured, table: Path) -> None:
    asked = ("location-quotient", "--input", table, "--reference", "0602", "--format")
    _status, out, _err = analyse(capsys, *asked, "json")
    rows = json.loads(out)
    assert (rows[2]["lq"], rows[3]["lq"], rows[0]["period"]) == (5.0, None, 2011)
    _status, out, _err = analyse(capsys, *asked, "md")
    assert out.splitlines()[0] == f"| {' | '.join(rows[0])} |"


def test_result_as_parquet(capfdbinary: Any, table: Path) -> None:
    assert main(["analyse", "series", "--input", str(table), "--format", "parquet"]) == 0
    found = parquet.read_table(io.BytesIO(capfdbinary.readouterr().out))
    assert found.column("value").to_pylist() == [4.0, 16.0, 10.0, None]


def test_parquet_goes_in(capsys: Captured, tmp_path: Path, table: Path) -> None:
    import pyarrow as pa

    path = tmp_path / "tall.parquet"
    columns = {"region": ["a"], "industry": ["x"], "period": [2011], "value": [4.0]}
    parquet.write_table(pa.table(columns), path)
    status, out, _err = analyse(capsys, "series", "--input", path)
    assert (status, out.splitlines()[1]) == (0, "a,x,2011,4.0,observed")


@pytest.mark.parametrize(
    "spec", [each for each in specs() if not each.refused], ids=lambda s: s.name
)
def test_command_gives_what_the_function_gives(
    capsys: Captured, tmp_path: Path, spec: Spec
) -> None:
    if spec.analysis.code == "validate" and "2,5" in spec.data:
        return  # the command refuses such a file before it reaches the method
    arguments = call_of(spec, tmp_path)
    status, out, err = analyse(capsys, *arguments, "--format", "json")
    assert (status, err) == (0, "")
    answer = spec.analysis.function(spec.main_table(), **spec.keywords())
    results = spec.analysis.results(answer)
    result = results[spec.result or next(iter(results))]
    rows = [dict(zip(result, row, strict=True)) for row in zip(*result.values(), strict=True)]
    assert json.loads(out) == [in_lines(row) for row in rows]


def call_of(spec: Spec, folder: Path) -> list[str | Path]:
    """Write a spec as the arguments of a command."""
    arguments: list[str | Path] = [spec.analysis.code]
    arguments += ["--input", written(folder / "inn.csv", spec.main_table())]
    for name, value in spec.keywords().items():
        arguments.append(f"--{name.replace('_', '-')}")
        if isinstance(value, dict):
            arguments.append(written(folder / f"{name}.csv", value))
        elif not isinstance(value, bool):
            arguments.append(",".join(map(str, value)) if isinstance(value, list) else str(value))
    return [*arguments, "--table", spec.result] if spec.result else arguments


def in_lines(row: dict[str, Any]) -> dict[str, Any]:
    """Tell rows as the lines of a file, whose first is the heading."""
    if "message" not in row:
        return row
    lined = re.sub(
        r"\b([Rr])ad (\d+)",
        lambda found: f"{'L' if found[1] == 'R' else 'l'}inje {int(found[2]) + 1}",
        row["message"],
    )
    return row | {"message": lined}


def written(path: Path, table: dict[str, list[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows(zip(*table.values(), strict=True))
    return path


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["growth", "--base", "1", "--end", "2"], 2, "Si hvilken fil"),
        (["growth", "--input", "TALL"], 2, "growth trenger --base: første periode."),
        (["growth", "--input", "TALL", "--reference", "total"], 2, "growth tar ikke --reference."),
        (["growt", "--input", "TALL"], 3, "Metoden «growt» finnes ikke. Mente du growth?"),
        (["series", "--input", "borte.csv"], 3, "Filen «borte.csv» finnes ikke."),
        (["series", "--input", "TALL", "--format", "xlsx"], 2, "--format: «xlsx» finnes ikke."),
        (["series", "--input", "TALL", "--region", "kommune"], 3, "mangler kolonnen «kommune»"),
        (["series", "--input", "TALL", "--table", "sum"], 3, "series gir ikke tabellen «sum»."),
        (["specialisation", "--input", "TALL", "--reference", "9"], 3, "ikke regionen «9»"),
        (["complexity", "--input", "TALL", "--presence", "x"], 2, "--presence kan ikke være «x»."),
        ([], 2, "Si hvilken metode."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_fault_is_one_sentence(
    capsys: Captured, table: Path, arguments: list[str], status: int, sentence: str
) -> None:
    given = [str(table) if argument == "TALL" else argument for argument in arguments]
    found, out, err = analyse(capsys, *given)
    assert (found, out) == (status, "")
    assert sentence in err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("region;industry;period;value\n0602;x;2011;1,5\n", "Linje 2: «1,5» har desimalkomma."),
        ("region,industry,period,value\n0602,x,2011\n", "Linje 2: Den siste linjen har 3 av 4"),
        ("region,industry,period,value\n0602,x,2011,-1\n", "Linje 2, kolonnen «value»: -1 er"),
        ("region,industry,period,value\n0602,x,2011,x\n", "Linje 2: «x» er ikke et tall."),
        (
            "region,industry,period,value\n602,x,2011,1\n3301,x,2011,1\n",
            "Linje 2: Koden «602» har mistet den første nullen: skriv 0602.",
        ),
        (
            "region,industry,period,value\na,x,2011,1\n\na,x,2011,1\n",
            "Linje 2 og linje 4 gjelder det samme (a, x, 2011).",
        ),
        (
            "region,industry,period,value\na,x,2011,1\na,I alt,2011,1\n",
            "både helheten og delene: «I alt»",
        ),
        ("", "Filen er tom."),
    ],
    ids=["comma", "cut", "negative", "text", "zero", "twice", "total", "empty"],
)
def test_a_bad_file_is_refused_by_line(
    capsys: Captured, tmp_path: Path, text: str, sentence: str
) -> None:
    path = tmp_path / "tall.csv"
    path.write_text(text, encoding="utf-8")
    status, out, err = analyse(capsys, "location-quotient", "--input", path, "--reference", "total")
    assert (status, out) == (3, "")
    assert sentence in err
    assert path.read_text(encoding="utf-8") == text


def test_semicolons_a_mark_at_the_start_and_signs_are_read(
    capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "tall.csv"
    path.write_bytes("\ufeffregion;industry;period;value\r\na;x;2011;4\r\na;y;2011;-\r\n".encode())
    status, out, _err = analyse(capsys, "series", "--input", path)
    assert status == 0
    assert out.splitlines()[1:] == ["a,x,2011,4.0,observed", "a,y,2011,0.0,zero"]


def test_names_of_columns_may_be_given(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "tall.csv"
    path.write_text("kommune,næring,år,antall\n0602,Bygg,2011,4\n", encoding="utf-8")
    names = ("--region", "kommune", "--industry", "næring", "--period", "år", "--value", "antall")
    status, out, _err = analyse(capsys, "series", "--input", path, *names)
    assert (status, out.splitlines()[1]) == (0, "0602,Bygg,2011,4.0,observed")
