"""The register: add, change and discard sources."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.rules import register as rules
from temaplan.workbench.evidence.vocabulary import LAYER, LAYERS
from temaplan.workbench.plan.actions.files import discard_if_unused, keep_file
from temaplan.workbench.plan.actions.objects import (
    Conflict,
    add_object,
    change_object,
    discard_object,
)
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Attachment, Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.slugs import slugify_norwegian
from temaplan.workbench.plan.verdicts import Verdict, require

# Words that stand where a source's slug stands in the addresses of the house.
_TAKEN = {"ny", "standardrapport", "funn", "analyser", "tabeller", "filer"}
EVERY_LAYER = tuple(layer.code for layer in LAYERS)
OPEN = "public"


@transaction.atomic
def add_evidence(
    *,
    plan: Plan,
    by: Person | None,
    values: Mapping[str, Any],
    upload: "UploadedFile[bytes] | None" = None,
    readable: Collection[str] = EVERY_LAYER,
    submission: UUID | None = None,
) -> Evidence:
    """Register a source, last in the register, with its file when there is one.

    `readable` names the layers that the person can read; the source must be in one.
    """
    refuse_repeat(Evidence, plan=plan, submission=submission)
    take_turn(plan)
    layer = str(values.get("layer", OPEN))
    _check(values, layer, readable)
    complete = {"position": _next_position(plan), **values}
    if upload is not None:
        complete["file"] = keep_file(plan=plan, upload=upload, by=by, internal=layer != OPEN)
    return add_object(
        Evidence,
        plan=plan,
        by=by,
        values=complete,
        slug_from=_slug_source(str(values["title"])),
        submission=submission,
    )


@transaction.atomic
def change_evidence(
    evidence: Evidence,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    upload: "UploadedFile[bytes] | None" = None,
    remove_file: bool = False,
    readable: Collection[str] = EVERY_LAYER,
) -> Evidence:
    """Change what is said about a source; a new file takes the old one's place.

    The file follows the layer: it is internal as long as the source is not open.
    """
    take_turn(evidence.plan)
    now = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if now.revision != revision:  # before the file is kept, which is for the newer text to say
        raise Conflict(now, changes)
    layer = str(changes.get("layer", now.layer))
    _check(changes, layer, readable)
    complete = dict(changes)
    if upload is not None:
        complete["file"] = keep_file(plan=now.plan, upload=upload, by=by, internal=layer != OPEN)
    elif remove_file:
        complete["file"] = None
    changed = change_object(now, by=by, changes=complete, revision=revision)
    if now.file is not None and now.file_id != changed.file_id:
        discard_if_unused(now.file, by=by, reason=_("Filen hører ikke lenger til en kilde."))
    if changed.file is not None:
        _follow_layer(changed.file, layer, by=by)
    return changed


def may_discard(evidence: Evidence) -> Verdict:
    """Tell whether a source may be removed."""
    return rules.may_discard_evidence(
        in_a_document=stands_in_a_document(evidence), used=something_rests_on(evidence)
    )


@transaction.atomic
def discard_evidence(evidence: Evidence, *, by: Person | None, reason: str) -> None:
    """Remove a source that nothing rests on, with a file that only it refers to."""
    take_turn(evidence.plan)
    require(may_discard(evidence))
    file = evidence.file
    discard_object(evidence, by=by, reason=reason)
    if file is not None:
        discard_if_unused(file, by=by, reason=reason)


def _check(values: Mapping[str, Any], layer: str, readable: Collection[str]) -> None:
    require(rules.may_choose_layer(layer, readable=readable))
    require(rules.year_fits(values.get("year")))


def _follow_layer(file: Attachment, layer: str, *, by: Person | None) -> None:
    internal = LAYER[layer].needs is not None
    if file.internal != internal and not file.source_documents.exists():
        change_object(file, by=by, changes={"internal": internal}, revision=file.revision)


def _next_position(plan: Plan) -> int:
    last = Evidence.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def _slug_source(title: str) -> str:
    return f"kilde {title}" if slugify_norwegian(title) in _TAKEN else title
