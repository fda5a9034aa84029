"""Source documents: add, change, discard."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.deadlines import deadline_in
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.sources import titles_taken
from temaplan.workbench.mandate.rules import registering as rules
from temaplan.workbench.mandate.source_titles import years_in
from temaplan.workbench.plan.actions.files import discard_if_unused, keep_file
from temaplan.workbench.plan.actions.objects import (
    Conflict,
    add_object,
    change_object,
    discard_object,
)
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.dates import NotADate
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.verdicts import Verdict, require

YEARS = ("year", "tertial", "period_start", "period_end")


@transaction.atomic
def add_source(
    *,
    plan: Plan,
    by: Person | None,
    values: Mapping[str, Any],
    upload: "UploadedFile[bytes] | None" = None,
    submission: UUID | None = None,
) -> SourceDocument:
    """Register a source document. Years that nobody filled in are read from its title."""
    refuse_repeat(SourceDocument, plan=plan, submission=submission)
    take_turn(plan)
    require(rules.title_is_free(str(values["title"]), titles_taken(plan)))
    complete = _with_years(values)
    require(rules.years_fit(_years(complete)))
    if upload is not None:
        complete["file"] = keep_file(plan=plan, upload=upload, by=by, internal=False)
    return add_object(
        SourceDocument,
        plan=plan,
        by=by,
        values=complete,
        slug_from=str(values["title"]),
        submission=submission,
    )


@transaction.atomic
def change_source(
    source: SourceDocument,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    upload: "UploadedFile[bytes] | None" = None,
    remove_file: bool = False,
) -> SourceDocument:
    """Change a source document, and with its years the deadlines that were read from them.

    A new file takes the old one's place.
    """
    take_turn(source.plan)
    now = SourceDocument.objects.select_for_update().get(pk=source.pk)
    if now.revision != revision:  # before the file is kept, which is for the newer text to say
        raise Conflict(now, changes)
    if "title" in changes:
        taken = titles_taken(source.plan, but=source)
        require(rules.title_is_free(str(changes["title"]), taken))
    require(rules.years_fit(_years({**_values(source), **changes})))
    read_from_it = [order for order in _orders(now) if _is_read_from(order, now)]
    complete = dict(changes)
    if upload is not None:
        complete["file"] = keep_file(plan=now.plan, upload=upload, by=by, internal=False)
    elif remove_file:
        complete["file"] = None
    changed = change_object(now, by=by, changes=complete, revision=revision)
    if now.file is not None and now.file_id != changed.file_id:
        discard_if_unused(now.file, by=by, reason=_("Filen hører ikke lenger til et dokument."))
    for order in read_from_it:
        read = deadline_in(order.deadline_text, source=changed)
        change_object(
            order,
            by=by,
            changes={"deadline": read.day, "deadline_interpreted": read.interpreted},
            revision=order.revision,
        )
    return changed


def may_discard_source(source: SourceDocument) -> Verdict:
    """Tell whether the source document may be removed."""
    return rules.may_discard_source(
        in_a_document=stands_in_a_document(source),
        orders=Mandate.objects.filter(document=source).count(),
        steps=source.steps.count(),
    )


@transaction.atomic
def discard_source(source: SourceDocument, *, by: Person | None, reason: str) -> None:
    """Remove a source document that gives no order and stands in no document."""
    take_turn(source.plan)
    require(may_discard_source(source))
    file = source.file
    discard_object(source, by=by, reason=reason)
    if file is not None:
        discard_if_unused(file, by=by, reason=reason)


def _with_years(values: Mapping[str, Any]) -> dict[str, Any]:
    if any(values.get(name) for name in YEARS):
        return dict(values)
    read = years_in(str(values["title"]))
    return {**values, **{name: getattr(read, name) for name in YEARS}}


def _years(values: Mapping[str, Any]) -> rules.SourceYears:
    return rules.SourceYears(**{name: values.get(name) for name in YEARS})


def _values(source: SourceDocument) -> dict[str, Any]:
    return {name: getattr(source, name) for name in YEARS}


def _orders(source: SourceDocument) -> list[Mandate]:
    return list(Mandate.objects.select_for_update().filter(document=source))


def _is_read_from(order: Mandate, source: SourceDocument) -> bool:
    """Tell whether the deadline is what the words mean with the years of the source."""
    try:
        read = deadline_in(order.deadline_text, source=source)
    except NotADate:  # came in with a folder; a person must mend it
        return False
    return bool(order.deadline_text) and order.deadline == read.day
