"""Findings: write them, quote figures of calculations in them, discard them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, QuotedFigure
from temaplan.workbench.evidence.results import missing_words, result_of
from temaplan.workbench.evidence.rules import findings as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.verdicts import Verdict, require

_LONGEST_SLUG_SOURCE = 40


@dataclass(frozen=True)
class Quotation:
    """A figure that is quoted: calculation, row, column, and how it is written."""

    run: AnalysisRun
    row: Mapping[str, str]
    column: str
    format: str


@transaction.atomic
def add_finding(
    *,
    evidence: Evidence,
    text: str,
    by: Person | None,
    quotation: Quotation | None = None,
    submission: UUID | None = None,
) -> Finding:
    """Write down a finding with the next number of the plan, with a quoted figure or none."""
    refuse_repeat(Finding, plan=evidence.plan, submission=submission)
    take_turn(evidence.plan)
    require(rules.text_given(text))
    require(rules.places_fit(text, [1] if quotation else []))
    finding = add_object(
        Finding,
        plan=evidence.plan,
        by=by,
        values={"evidence": evidence, "number": _next_number(evidence.plan), "text": text},
        slug_from=text[:_LONGEST_SLUG_SOURCE],
        submission=submission,
    )
    if quotation is not None:
        _quote(finding, quotation, number=1, text=text, by=by)
    return finding


@transaction.atomic
def change_finding(
    finding: Finding,
    *,
    text: str,
    by: Person | None,
    revision: int,
    evidence: Evidence | None = None,
) -> Finding:
    """Change the text. A figure whose place was taken out of it is no longer quoted."""
    take_turn(finding.plan)
    require(rules.text_given(text))
    figures = list(finding.figures.select_related("run"))
    require(rules.places_fit(text, [figure.number for figure in figures]))
    changes: dict[str, Any] = {"text": text}
    if evidence is not None:
        changes["evidence"] = evidence
    changed = change_object(finding, by=by, changes=changes, revision=revision)
    for figure in figures:
        if figure.number not in rules.places_in(text):
            discard_object(figure, by=by, reason="")
    return changed


@transaction.atomic
def quote_figure(
    finding: Finding, *, quotation: Quotation, text: str, by: Person | None, revision: int
) -> Finding:
    """Put a figure of a calculation into a finding; `text` says where with its next number."""
    take_turn(finding.plan)
    number = next_place(finding)
    figures = list(finding.figures.select_related("run"))
    require(rules.places_fit(text, [number, *(figure.number for figure in figures)]))
    changed = change_object(
        finding, by=by, changes={"text": text}, revision=revision, verb="quoted"
    )
    for figure in figures:
        if figure.number not in rules.places_in(text):
            discard_object(figure, by=by, reason="")
    _quote(changed, quotation, number=number, text=text, by=by)
    return changed


def next_place(finding: Finding) -> int:
    """Return the number that the next quoted figure gets in a finding."""
    last = finding.figures.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def may_quote(quotation: Quotation) -> Verdict:
    """Tell whether the cell that is quoted has a figure."""
    row = result_of(quotation.run.result).row(quotation.row)
    figure = (row or {}).get(quotation.column, "")
    return rules.may_quote(has_figure=bool(figure), state=missing_words(row or {}))


def may_discard(finding: Finding) -> Verdict:
    """Tell whether a finding may be removed."""
    return rules.may_discard_finding(
        in_a_document=stands_in_a_document(finding), used=something_rests_on(finding)
    )


@transaction.atomic
def discard_finding(finding: Finding, *, by: Person | None, reason: str) -> None:
    """Remove a finding that nothing rests on, with the figures it quotes."""
    take_turn(finding.plan)
    require(may_discard(finding))
    for figure in finding.figures.all():
        discard_object(figure, by=by, reason=reason)
    discard_object(finding, by=by, reason=reason)


def _quote(
    finding: Finding, quotation: Quotation, *, number: int, text: str, by: Person | None
) -> None:
    require(rules.place_is_used(text, number))
    require(may_quote(quotation))
    require(
        rules.may_quote_from(
            run_layer=quotation.run.evidence.layer, finding_layer=finding.evidence.layer
        )
    )
    add_object(
        QuotedFigure,
        plan=finding.plan,
        by=by,
        values={
            "finding": finding,
            "number": number,
            "run": quotation.run,
            "row": dict(quotation.row),
            "column": quotation.column,
            "format": quotation.format,
        },
        slug_from=f"{finding.slug}-{number}",
        verb="quoted",
    )


def _next_number(plan: Plan) -> int:
    last = Finding.objects.filter(plan=plan).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
