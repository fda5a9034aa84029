"""A folder's plan into the database: the whole of it in one transaction, or nothing.

Files are written and fsynced before the rows that name them; a process killed in
between leaves files that no row names, which harm nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from temaplan.documents.exchange.plan_folder import PlanSnapshot
from temaplan.errors import BadInput
from temaplan.workbench.overview.folder.comparison import Change, changes_between
from temaplan.workbench.overview.folder.snapshot import arms_of, snapshot_of
from temaplan.workbench.overview.folder.writing_rows import apply_changes, put, store_file
from temaplan.workbench.plan.events import append_event
from temaplan.workbench.plan.models import Attachment, Municipality, Person, Plan
from temaplan.workbench.plan.records import recorded_fields, values_of


@dataclass(frozen=True)
class Stored:
    """What an import did."""

    plan: Plan
    is_new: bool
    changes: tuple[Change, ...]  # empty for a plan that is new or was the same
    municipality_kept: bool  # the folder's settings differ, and were not taken over


class AlreadyHere(BadInput):
    """The plan is on this installation already, and nobody asked to replace it."""

    code = "plan_exists"


def store(snapshot: PlanSnapshot, *, by: Person | None, replace: bool = False) -> Stored:
    """Take a plan in. With `replace` it takes the place of the one with the same slug.

    Writes one event on the plan, and one on the municipality when that is new or changed.
    Raises `BadInput` with nothing changed.
    """
    with _no_files_left_behind() as written:
        try:
            with transaction.atomic():
                return _store(snapshot, by, replace, written)
        except IntegrityError as fault:
            raise BadInput(
                _(
                    "Planen er ikke lest inn: databasen godtar ikke innholdet, eller noen andre "
                    "leste inn det samme nå. Ingenting er endret. Prøv igjen. (%(fault)s)"
                )
                % {"fault": fault}
            ) from fault


@contextmanager
def _no_files_left_behind() -> Iterator[list[str]]:
    """Give a list for the names of written files, and remove them when it goes wrong."""
    written: list[str] = []
    try:
        yield written
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise


def _store(snapshot: PlanSnapshot, by: Person | None, replace: bool, written: list[str]) -> Stored:
    slug = snapshot.plan["slug"]
    plan = Plan.objects.select_for_update().filter(slug=slug).first()
    if plan is not None:
        _check_may_replace(plan, snapshot, replace)
    municipality, differs = _municipality(snapshot, by, replace, written)
    is_new = plan is None
    if plan is None:
        plan = _new_plan(municipality, snapshot.plan)
        before = PlanSnapshot({}, snapshot.plan, {})
    else:
        before = snapshot_of(plan)
    changes = changes_between(before, snapshot)
    apply_changes(plan, _rows(changes), _store_files(before, snapshot, changes, written))
    if is_new:
        after = {"plan": snapshot.plan, "rows": {c.ref: c.after for c in _rows(changes)}}
        _tell(plan, by, "imported", None, after)
        return Stored(plan, True, (), differs and not replace)
    _replace_profile(plan, changes, by)
    return Stored(plan, False, tuple(changes), differs and not replace)


def _check_may_replace(plan: Plan, snapshot: PlanSnapshot, replace: bool) -> None:
    if plan.municipality.slug != snapshot.municipality["slug"]:
        raise BadInput(
            _(
                "Adressen «%(slug)s» er brukt av en plan i %(municipality)s. Ingenting er endret. "
                "Gi planen i mappen en annen slug i plan.toml."
            )
            % {"slug": plan.slug, "municipality": plan.municipality.name}
        )
    if not replace:
        raise AlreadyHere(
            _(
                "Planen «%(slug)s» finnes allerede. Ingenting er endret. Bruk --replace for å "
                "erstatte den med mappen, eller gi planen i mappen en annen slug i plan.toml."
            )
            % {"slug": plan.slug}
        )


def _municipality(
    snapshot: PlanSnapshot, by: Person | None, replace: bool, written: list[str]
) -> tuple[Municipality, bool]:
    """Return the municipality and whether the folder's settings differ from it."""
    wanted = snapshot.municipality
    row = Municipality.objects.select_for_update().filter(slug=wanted["slug"]).first()
    before = values_of(row) if row else None
    old_arms = arms_of(row) if row else {}
    new_arms = {
        ref: kept for ref, kept in snapshot.files.items() if ref.startswith("municipality/")
    }
    differs = before is not None and (before != wanted or old_arms != new_arms)
    if row is not None and not (differs and replace):
        return row, differs
    row = row or Municipality(slug=wanted["slug"], revision=0)
    for name in recorded_fields(Municipality):
        put(row, name, wanted[name], {})
    if old_arms != new_arms:
        row.arms.name = ""
        for kept in new_arms.values():
            row.arms.name = store_file(Municipality._meta.get_field("arms"), kept)
            written.append(row.arms.name)
    row.revision += 1
    row.save()
    append_event(
        row,
        by=by,
        verb="replaced" if before else "imported",
        ref=row.ref,
        title=row.name,
        before=before,
        after=values_of(row),
    )
    return row, differs


def _new_plan(municipality: Municipality, values: dict[str, Any]) -> Plan:
    plan = Plan(municipality=municipality, slug=values["slug"])
    for name in recorded_fields(Plan):
        put(plan, name, values[name], {})
    plan.save(force_insert=True)
    return plan


def _replace_profile(plan: Plan, changes: list[Change], by: Person | None) -> None:
    """Write the plan's own new fields, and the event that holds the whole change."""
    if not changes:
        return
    own = next((change for change in changes if change.ref == plan.ref), None)
    if own is not None and own.after is not None:
        for name in recorded_fields(Plan):
            put(plan, name, own.after[name], {})
        plan.revision += 1
        plan.save()
    _tell(
        plan,
        by,
        "replaced",
        {change.ref: change.before for change in changes},
        {change.ref: change.after for change in changes},
    )


def _tell(
    plan: Plan, by: Person | None, verb: str, before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    append_event(plan, by=by, verb=verb, ref=plan.ref, title=plan.title, before=before, after=after)


def _rows(changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.kind != Plan.record.kind]


def _store_files(
    before: PlanSnapshot, after: PlanSnapshot, changes: list[Change], written: list[str]
) -> dict[str, str]:
    """Write the files that are new or differ; return their stored names by reference."""
    names: dict[str, str] = {}
    for change in changes:
        kept = after.files.get(change.ref)
        if kept is not None and kept != before.files.get(change.ref):
            names[change.ref] = store_file(Attachment._meta.get_field("content"), kept)
            written.append(names[change.ref])
    return names
