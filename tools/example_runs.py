"""Compute the calculations of the example plans anew and quote their figures in the findings.

    .venv/bin/python tools/example_runs.py

Takes each example in without its old calculations, runs `tools/example_runs.toml` through the
same actions that a planner uses, and writes the folder back in its one form.
"""

import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
QUESTIONS = Path(__file__).with_suffix(".toml")
COMPUTED = ("evidence/runs", "evidence/quoted_figures.csv")


def main() -> None:
    """Make the calculations of every example that the list names."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TEMAPLAN_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "temaplan.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        for name, questions in tomllib.loads(QUESTIONS.read_text(encoding="utf-8")).items():
            made = compute(Path(folder) / "examples" / name, EXAMPLES / name, questions)
            print(f"{name}: {made} calculations", file=sys.stderr)


def compute(bare: Path, example: Path, questions: dict[str, Any]) -> int:
    """Compute one example's calculations and write its folder back; return how many."""
    from temaplan.documents.exchange.plan_folder import write, write_folder
    from temaplan.workbench.overview.folder.folder import import_folder
    from temaplan.workbench.overview.folder.shapes import plan_shapes
    from temaplan.workbench.overview.folder.snapshot import snapshot_of

    _copy_without_results(example, bare)
    plan = import_folder(bare).plan
    for run in questions["run"]:
        _run(plan, run)
    for quotation in questions["quote"]:
        _quote(plan, quotation)
    content = write(snapshot_of(plan), plan_shapes())
    shutil.rmtree(example)
    write_folder(example, content)
    return len(questions["run"])


def _copy_without_results(example: Path, bare: Path) -> None:
    shutil.copytree(example, bare)
    for path in COMPUTED:
        target = bare / path
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
    sums = bare / "checksums.txt"
    if sums.exists():
        lines = sums.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "evidence/runs/" not in line]
        sums.write_text("".join(kept), encoding="utf-8")
        if not kept:
            sums.unlink()


def _run(plan: Any, wanted: dict[str, Any]) -> None:
    from temaplan.workbench.evidence.actions.runs import change_words, compute_run
    from temaplan.workbench.evidence.calculation import Question, calculate, input_table
    from temaplan.workbench.evidence.calculation.charts import usual_chart
    from temaplan.workbench.evidence.models import DataTable, Evidence

    own = DataTable.objects.filter(plan=plan, slug=wanted["table"]).first()
    selection, parameters = wanted.get("selection", {}), wanted.get("parameters", {})
    question = Question(wanted["method"], selection, parameters)
    source = "" if own else wanted["table"]
    usual = usual_chart(calculate(input_table(source, own, selection), question), question)
    run = compute_run(
        evidence=Evidence.objects.get(plan=plan, slug=wanted["evidence"]),
        method=wanted["method"],
        table=own or wanted["table"],
        selection=selection,
        parameters=parameters,
        title=wanted["title"],
        by=None,
        chart={} if wanted.get("chart") == {} else usual | wanted.get("chart", {}),
        caveats=wanted.get("caveats", ""),
        slug=wanted["slug"],
    )
    change_words(run, by=None, changes={"position": run.position}, revision=run.revision)


def _quote(plan: Any, wanted: dict[str, Any]) -> None:
    from temaplan.workbench.evidence.actions.findings import Quotation, may_quote
    from temaplan.workbench.evidence.models import AnalysisRun, Finding, QuotedFigure
    from temaplan.workbench.plan.actions.objects import add_object
    from temaplan.workbench.plan.verdicts import require

    finding = Finding.objects.get(plan=plan, slug=wanted["finding"])
    run = AnalysisRun.objects.get(plan=plan, slug=wanted["run"])
    row = {name: str(value) for name, value in wanted["row"].items()}
    require(may_quote(Quotation(run, row, wanted["column"], wanted["format"])))
    add_object(
        QuotedFigure,
        plan=plan,
        by=None,
        values={
            "finding": finding,
            "number": wanted["number"],
            "run": run,
            "row": row,
            "column": wanted["column"],
            "format": wanted["format"],
        },
        slug_from=f"{finding.slug}-{wanted['number']}",
        verb="quoted",
    )


if __name__ == "__main__":
    main()
