"""Files of figures on their way in: kept while they are looked over, then taken in or let go.

A draft is no part of the plan, so it has no events. What is taken in has: the table with
everything that was accepted, in one.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.evidence.acceptance import (
    Acceptance,
    acceptances_in,
    covering,
    still_wanted,
)
from temaplan.workbench.evidence.actions.tables import add_table, change_table
from temaplan.workbench.evidence.calculation.lines import with_line, without_industry
from temaplan.workbench.evidence.calculation.looking_over import LookedOver, Odd, look_over
from temaplan.workbench.evidence.models import DataTable, TableDraft
from temaplan.workbench.evidence.rules import drafts as rules
from temaplan.workbench.plan.actions.objects import AlreadySubmitted
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.verdicts import Verdict, require

BORDERS, RETRIEVED = "borders", "retrieved_on"
_LONGEST_NAME = 200


@transaction.atomic
def begin_draft(
    *,
    plan: Plan,
    by: Person | None,
    file_name: str,
    content: str,
    about: Mapping[str, Any],
    table: DataTable | None = None,
    submission: UUID | None = None,
) -> TableDraft:
    """Keep a file that was read, until it is looked over. Raises `AlreadySubmitted`."""
    stored = TableDraft.objects.filter(plan=plan, key=submission).first() if submission else None
    if stored is not None:
        raise AlreadySubmitted(stored)  # type: ignore[arg-type]
    key = {"key": submission} if submission else {}
    return TableDraft.objects.create(
        plan=plan,
        table=table,
        table_revision=table.revision if table else 0,
        begun_by=by.name if by else "",
        file_name=file_name[-_LONGEST_NAME:],
        about=_as_kept(about),
        content=content,
        **key,
    )


def looked_over(draft: TableDraft) -> LookedOver:
    """Look a draft over as it is now."""
    return look_over(draft.content, draft.about.get(BORDERS))


def accepted_in(draft: TableDraft) -> list[Acceptance]:
    """Return what somebody has answered for."""
    return acceptances_in(draft.accepted)


def to_mend(draft: TableDraft) -> list[Odd]:
    """Return what must be mended before anything is taken in."""
    return [each for each in looked_over(draft).odd if each.must_mend]


def to_judge(draft: TableDraft) -> list[Odd]:
    """Return what waits for somebody to mend it or answer for it."""
    accepted = accepted_in(draft)
    return [
        each
        for each in looked_over(draft).odd
        if not each.must_mend and covering(accepted, each) is None
    ]


def may_take_in(draft: TableDraft) -> Verdict:
    """Tell whether a draft may become a table of the plan."""
    return rules.may_take_in(
        to_mend=len(to_mend(draft)),
        to_judge=len(to_judge(draft)),
        rows=looked_over(draft).row_count,
    )


@transaction.atomic
def change_about(
    draft: TableDraft,
    *,
    about: Mapping[str, Any],
    revision: int,
    file_name: str = "",
    content: str | None = None,
) -> TableDraft:
    """Say something else about the figures, or put another file in the draft's place."""

    def change(now: TableDraft) -> None:
        now.about = _as_kept(about)
        if content is not None:
            now.content, now.file_name = content, file_name[-_LONGEST_NAME:]

    now = _locked(draft)
    require(rules.is_as_read(revision=revision, now=now.revision))
    return _changed(now, change)


@transaction.atomic
def mend_line(draft: TableDraft, *, number: int, cells: list[str] | None) -> TableDraft:
    """Write the cells of one line anew, or take the line out."""
    return _with_content(draft, lambda content: with_line(content, number, cells))


@transaction.atomic
def remove_industry(draft: TableDraft, *, industry: str) -> TableDraft:
    """Take out every line of an industry, such as a sum that stands among its parts."""
    return _with_content(draft, lambda content: without_industry(content, industry))


@transaction.atomic
def accept(draft: TableDraft, *, keys: list[str], reason: str, by: Person, on: date) -> TableDraft:
    """Answer for something odd with one's name and a reason.

    What somebody else has answered for meanwhile stays theirs; what is gone is passed over.
    """
    require(rules.reason_given(reason))
    now = _locked(draft)
    odd = [each for each in looked_over(now).odd if each.key in keys]
    for each in odd:
        require(rules.may_accept(must_mend=each.must_mend))
        if len(keys) > 1:
            require(rules.may_accept_together(is_error=each.is_error))
    before = accepted_in(now)
    new = [
        Acceptance.of(each, by=by.name, on=on, reason=reason.strip())
        for each in odd
        if covering(before, each) is None
    ]

    def change(row: TableDraft) -> None:
        row.accepted = [each.as_value() for each in (*before, *new)]

    return _changed(now, change) if new else now


@transaction.atomic
def withdraw_acceptance(draft: TableDraft, *, key: str) -> TableDraft:
    """Take back that somebody answered for something."""
    now = _locked(draft)
    odd = next((each for each in looked_over(now).odd if each.key == key), None)

    def change(row: TableDraft) -> None:
        kept = [each for each in accepted_in(row) if odd is None or not each.covers(odd)]
        row.accepted = [each.as_value() for each in kept]

    return _changed(now, change)


@transaction.atomic
def take_in(draft: TableDraft, *, by: Person | None, revision: int) -> DataTable:
    """Make a draft a table of the plan, or the new figures of one, and let the draft go."""
    now = _locked(draft)
    require(rules.is_as_read(revision=revision, now=now.revision))
    require(may_take_in(now))
    over = looked_over(now)
    accepted = [each.as_value() for each in still_wanted(accepted_in(now), over.odd)]
    values = about_values(now)
    borders = values.pop(BORDERS, None)
    if now.table is None:
        row = add_table(
            plan=now.plan,
            by=by,
            content=over.text,
            values=values,
            borders=borders,
            accepted=accepted,
            submission=now.key,
        )
    else:
        require(rules.table_is_as_read(revision=now.table_revision, now=now.table.revision))
        row = change_table(
            now.table,
            by=by,
            changes=values,
            revision=now.table_revision,
            content=over.text,
            borders=borders,
            accepted=accepted,
        )
    now.delete()
    return row


@transaction.atomic
def let_go(draft: TableDraft) -> None:
    """Throw a draft away; nothing of it has been in the plan."""
    _locked(draft).delete()


def about_values(draft: TableDraft) -> dict[str, Any]:
    """Return what is said about the figures, with dates as dates."""
    values = dict(draft.about)
    day = values.get(RETRIEVED)
    return values | {RETRIEVED: date.fromisoformat(day) if day else None}


def _as_kept(about: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in about.items()
    }


def _locked(draft: TableDraft) -> TableDraft:
    return (
        TableDraft.objects.select_for_update(of=("self",))
        .select_related("plan", "table")
        .get(pk=draft.pk)
    )


def _with_content(draft: TableDraft, change: Callable[[str], str]) -> TableDraft:
    now = _locked(draft)
    content = change(now.content)

    def put(row: TableDraft) -> None:
        row.content = content

    return _changed(now, put) if content != now.content else now


def _changed(draft: TableDraft, change: Callable[[TableDraft], None]) -> TableDraft:
    change(draft)
    draft.accepted = [
        each.as_value() for each in still_wanted(accepted_in(draft), looked_over(draft).odd)
    ]
    draft.revision += 1
    draft.save()
    return draft
