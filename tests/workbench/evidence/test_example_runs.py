"""The runs of the example plans: each is what its method gives on its table today."""

import tomllib
from pathlib import Path

import pytest

from temaplan.workbench.evidence.calculation import METHOD, Question, calculate, input_table
from temaplan.workbench.evidence.models import DataTable

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def runs() -> list[Path]:
    return sorted(EXAMPLES.glob("*/evidence/runs/*.toml"))


def own_table(example: Path, ref: str) -> DataTable | None:
    if not ref:
        return None
    head = example / "evidence" / "tables" / f"{ref.removeprefix('data_table/')}.toml"
    return DataTable(
        **tomllib.loads(head.read_text(encoding="utf-8")),
        content=head.with_suffix(".csv").read_text(encoding="utf-8"),
    )


def test_both_examples_have_runs() -> None:
    assert {path.parts[-4] for path in runs()} == {"drammen-2011", "eksempelvik"}


@pytest.mark.parametrize("path", runs(), ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_a_run_of_an_example_is_what_its_method_gives(path: Path) -> None:
    run = tomllib.loads(path.read_text(encoding="utf-8"))
    selection, parameters = run.get("selection", {}), run.get("parameters", {})
    table = input_table(
        run.get("source_table", ""),
        own_table(path.parents[2], run.get("data_table", "")),
        selection,
    )
    calculated = calculate(table, Question(run["method"], selection, parameters))
    assert calculated.text == path.with_suffix(".csv").read_text(encoding="utf-8")
    assert (run["input_sha256"], run["method_version"]) == (
        table.sha256,
        METHOD[run["method"]].version,
    )
