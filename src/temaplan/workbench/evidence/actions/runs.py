"""Calculations: make one, change its words, discard it."""

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
        **answer(figures, Question(method, selection, parameters)),
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


def change_words(
    run: AnalysisRun, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> AnalysisRun:
    """Change the title, the caveats or the figure of a run; its numbers are never typed."""
    return change_object(run, by=by, changes=changes, revision=revision)


def may_discard(run: AnalysisRun) -> Verdict:
    """Tell whether a run may be removed."""
    return rules.may_discard_run(
        in_a_document=stands_in_a_document(run),
        replaced=run.refreshed_by.exists(),
        used=something_rests_on(run),
    )


@transaction.atomic
def discard_run(run: AnalysisRun, *, by: Person | None, reason: str) -> None:
    """Remove a run that no finding quotes. One whose place it took is then current again."""
    take_turn(run.plan)
    require(may_discard(run))
    for refresh in run.refreshes.all():
        discard_object(refresh, by=by, reason=reason)
    discard_object(run, by=by, reason=reason)


def answer(figures: InputTable, question: Question) -> dict[str, Any]:
    """Return what a run keeps of a question and its answer."""
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
