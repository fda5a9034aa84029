"""Make a calculation again of newer figures: number, year and source change together.

The older calculation keeps its address and all it says. Every finding that quoted it
quotes the newer one from then on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.runs import answer
from temaplan.workbench.evidence.calculation import Question, input_table
from temaplan.workbench.evidence.calculation.highlighting import moved_highlight
from temaplan.workbench.evidence.calculation.years import Move, last_year_of
from temaplan.workbench.evidence.models import AnalysisRun, Finding, QuotedFigure, RunRefresh
from temaplan.workbench.evidence.queries.outdated import newer_of, newest_table, outdated
from temaplan.workbench.evidence.results import Result, figure_words, result_of
from temaplan.workbench.evidence.rules import outdated as rules
from temaplan.workbench.plan.actions.objects import Conflict, add_object, change_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.verdicts import Verdict, require


@dataclass(frozen=True)
class NewerAnswer:
    """The answer to a calculation's question from the table as it is now; nothing is stored."""

    run: AnalysisRun
    move: Move
    values: Mapping[str, Any]

    @property
    def result(self) -> Result:
        """The new figures."""
        return result_of(self.values["result"])

    def figure(self, quoted: QuotedFigure) -> str:
        """Return a quoted figure as it will be written; empty when it is gone."""
        row = self.result.row(self.move.key(quoted.row))
        if row is None or not row.get(quoted.column):
            return ""
        return figure_words(row, quoted.column, quoted.format)


def newer_answer(run: AnalysisRun, last_year: int | None) -> NewerAnswer:
    """Ask a calculation's question of its table as it is now, up to another year.

    Raises `BadInput` with a sentence for people when it has no answer there.
    """
    table = newest_table(run, outdated(run))
    figures = input_table("" if table else run.source_table, table, run.selection)
    old = last_year_of(run.parameters, run.selection, run.result)
    move = Move(old, last_year or figures.statistics.periods[-1])
    asked = Question(run.method, run.selection, run.parameters)
    question = move.question(asked, figures.statistics.periods)
    values = answer(figures, question)
    before, after = result_of(run.result), result_of(values["result"])
    chart = moved_highlight(run.chart, move.chart(run.chart), before, after)
    where = {"source_table": "" if table else run.source_table, "data_table": table}
    return NewerAnswer(run, move, values | where | {"chart": chart})


def may_refresh(run: AnalysisRun) -> Verdict:
    """Tell whether a calculation may be made again of newer figures."""
    return rules.may_refresh(
        outdated=outdated(run) is not None, refreshed=newer_of(run) is not None
    )


@transaction.atomic
def refresh_run(
    run: AnalysisRun,
    *,
    by: Person | None,
    revision: int,
    last_year: int | None,
    words: Mapping[str, str],
    seen: str,
    reason: str = "",
    submission: UUID | None = None,
) -> AnalysisRun:
    """Let a newer calculation take the place of an outdated one, and its figures be quoted.

    `words` are the title, the caveats and the description of the chart as a person has
    read them over, `seen` the checksum of the figures that they looked at. Raises
    `Conflict` when somebody has changed the old one since.
    """
    refuse_repeat(AnalysisRun, plan=run.plan, submission=submission)
    take_turn(run.plan)
    now = AnalysisRun.objects.select_related("evidence", "data_table").get(pk=run.pk)
    require(may_refresh(now))
    if now.revision != revision:
        raise Conflict(now, words, reason)
    found = newer_answer(now, last_year)
    require(rules.are_those_seen(seen=seen, now=found.values["input_sha256"]))
    quotes = list(now.quoted_in.select_related("finding", "run").order_by("pk"))
    require(rules.figures_remain(_gone(found, quotes)))
    newer = _stored(found, words, by=by, submission=submission)
    add_object(
        RunRefresh,
        plan=now.plan,
        by=by,
        values={"later": newer, "earlier": now, "reason": reason},
        slug_from=newer.slug,
        verb="replaced",
        reason=reason,
    )
    _quote_newer(found, quotes, newer, by=by)
    return newer


def _stored(
    found: NewerAnswer, words: Mapping[str, str], *, by: Person | None, submission: UUID | None
) -> AnalysisRun:
    run, values = found.run, dict(found.values)
    if run.chart.get("description") or words.get("description"):
        values["chart"] = values["chart"] | {"description": words.get("description", "")}
    return add_object(
        AnalysisRun,
        plan=run.plan,
        by=by,
        values={
            "evidence": run.evidence,
            "position": run.position,
            "title": words["title"],
            "caveats": words["caveats"],
            **values,
        },
        slug_from=words["title"],
        submission=submission,
        verb="computed",
    )


def _gone(found: NewerAnswer, quotes: list[QuotedFigure]) -> list[int]:
    """Return the numbers of the findings whose figure is not among the new ones."""
    return sorted({quote.finding.number for quote in quotes if not found.figure(quote)})


def _quote_newer(
    found: NewerAnswer, quotes: list[QuotedFigure], newer: AnalysisRun, *, by: Person | None
) -> None:
    told: dict[Finding, list[str]] = {}
    for quote in quotes:
        row = result_of(quote.run.result).row(quote.row) or {}
        old = figure_words(row, quote.column, quote.format)
        told.setdefault(quote.finding, []).append(f"{old} → {found.figure(quote)}")
        changes = {"run": newer, "row": found.move.key(quote.row)}
        change_object(quote, by=by, changes=changes, revision=quote.revision, verb="quoted")
    for finding, figures in told.items():
        reason = _("Nye tall: %(figures)s.") % {"figures": ", ".join(figures)}
        change_object(
            finding, by=by, changes={}, revision=finding.revision, verb="quoted", reason=reason
        )
