"""Calculations: make one, make it again of newer figures, change its words, discard it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from temaplan.workbench.evidence.calculation import InputTable, Question, calculate, input_table
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence
from temaplan.workbench.evidence.rules import runs as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.verdicts import Verdict, require


@transaction.atomic
def compute_run(
    *,
    evidence: Evidence,
    method: str,
    table: str | DataTable,
    selection: Mapping[str, Any],
    parameters: Mapping[str, Any],
    title: str,
    by: Person | None,
    chart: Mapping[str, Any] | None = None,
    caveats: str = "",
    slug: str = "",
    submission: UUID | None = None,
) -> AnalysisRun:
    """Run a method of the library on a table and keep everything that the result rests on.

    `table` is the id of a table that comes with Temaplan, or one of the plan's own. Raises
    `BadInput` with a sentence for people when the question has no answer there.
    """
    refuse_repeat(AnalysisRun, plan=evidence.plan, submission=submission)
    take_turn(evidence.plan)
    source_table, data_table = ("", table) if isinstance(table, DataTable) else (table, None)
    figures = input_table(source_table, data_table, selection)
    values = {
        "evidence": evidence,
        "position": _next_position(evidence),
        "title": title,
        "source_table": source_table,
        "data_table": data_table,
        "caveats": caveats,
        "chart": dict(chart or {}),
        **_answer(figures, Question(method, selection, parameters)),
    }
    if slug:
        values["slug"] = slug
    return add_object(
        AnalysisRun,
        plan=evidence.plan,
        by=by,
        values=values,
        slug_from=title,
        submission=submission,
        verb="computed",
    )


@transaction.atomic
def compute_again(run: AnalysisRun, *, by: Person | None, revision: int) -> AnalysisRun:
    """Answer the same question from the table as it is now.

    Findings that quote the run say the new figures at once; number, edition and checksum
    change together.
    """
    question = Question(run.method, run.selection, run.parameters)
    figures = input_table(run.source_table, run.data_table, run.selection)
    return change_object(
        run, by=by, changes=_answer(figures, question), revision=revision, verb="computed"
    )


def change_words(
    run: AnalysisRun, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> AnalysisRun:
    """Change the title, the caveats or the figure of a run; its numbers are never typed."""
    return change_object(run, by=by, changes=changes, revision=revision)


def may_discard(run: AnalysisRun) -> Verdict:
    """Tell whether a run may be removed."""
    return rules.may_discard_run(
        in_a_document=stands_in_a_document(run), used=something_rests_on(run)
    )


@transaction.atomic
def discard_run(run: AnalysisRun, *, by: Person | None, reason: str) -> None:
    """Remove a run that no finding quotes."""
    take_turn(run.plan)
    require(may_discard(run))
    discard_object(run, by=by, reason=reason)


def _answer(figures: InputTable, question: Question) -> dict[str, Any]:
    calculated = calculate(figures, question)
    return {
        "method": calculated.method.code,
        "method_version": calculated.method.version,
        "selection": dict(question.selection),
        "parameters": dict(question.parameters),
        "vintage": figures.vintage,
        "retrieved_on": figures.retrieved_on,
        "input_sha256": figures.sha256,
        "result": calculated.text,
    }


def _next_position(evidence: Evidence) -> int:
    last = AnalysisRun.objects.filter(evidence=evidence).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
