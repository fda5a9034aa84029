"""Rows into the database from plain values, keeping the identity of those that were there.

Constraints between rows are deferred by both databases, so a changed row is taken
out and put back under its own key: two challenges can swap their numbers, which an
UPDATE of one after the other could not.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import models

from temaplan.documents.exchange.plan_folder import KeptFile
from temaplan.documents.exchange.plan_folder.snapshot import Values
from temaplan.workbench.overview.folder.comparison import Change
from temaplan.workbench.overview.folder.shapes import models_of_rows
from temaplan.workbench.plan.models import Plan, PlanObject
from temaplan.workbench.plan.records import recorded_fields

_KEPT = ("submission", "created_at")  # of a row that was there before


def store_file(field: models.FileField, kept: KeptFile) -> str:
    """Write a file safely and return the name that a row may give it."""
    name = f"{field.upload_to}{uuid4().hex}{kept.suffix}"
    return field.storage.save(name, ContentFile(kept.content))


def apply_changes(plan: Plan, changes: Iterable[Change], names: Mapping[str, str]) -> None:
    """Bring the plan's rows from `before` to `after` of each change.

    `names` gives the stored file of each reference that has a new one.
    """
    by_kind: dict[str, list[Change]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, []).append(change)
    kept = {
        model: _take_out(model, plan, by_kind.get(model.record.kind, ()))
        for model in reversed(models_of_rows())
    }
    for model in models_of_rows():
        coming = [change for change in by_kind.get(model.record.kind, ()) if change.after]
        if coming:
            _put_in(model, plan, coming, kept[model], names)


def _take_out(
    model: type[PlanObject], plan: Plan, changes: Iterable[Change]
) -> dict[str, dict[str, Any]]:
    """Remove the rows that go or change; return what must be kept of those that change."""
    slugs = [change.slug for change in changes if change.before]
    if not slugs:
        return {}
    rows = model._default_manager.filter(plan=plan, slug__in=slugs)
    names = ["pk", "slug", "revision", *_KEPT]
    names += [f.attname for f in model._meta.fields if isinstance(f, models.FileField)]
    kept = {row["slug"]: row for row in rows.values(*names)}
    for field in model._meta.many_to_many:
        _delete(_through(field).filter(**{f"{field.m2m_field_name()}__in": rows}))
    _delete(rows)
    return kept


def _delete(rows: models.QuerySet[Any]) -> None:
    """Delete without asking what refers to the rows: it is written anew, or checked at commit."""
    rows._raw_delete(rows.db)


def _through(field: Any) -> models.QuerySet[Any]:
    manager: models.Manager[Any] = field.remote_field.through._default_manager
    return manager.all()


def _put_in(
    model: type[PlanObject],
    plan: Plan,
    changes: list[Change],
    kept: Mapping[str, dict[str, Any]],
    names: Mapping[str, str],
) -> None:
    related = _related_keys(model, plan, changes)
    rows = [
        _row(model, plan, change, before=kept.get(change.slug), related=related, names=names)
        for change in changes
    ]
    stored = model._default_manager.bulk_create(rows)
    again = [row for row in stored if row.slug in kept]
    for row in again:  # bulk_create has stamped them as new
        row.created_at = kept[row.slug]["created_at"]
    if again:
        model._default_manager.bulk_update(again, ["created_at"])
    for field in model._meta.many_to_many:
        between: Any = field.remote_field.through
        links = [
            between(
                **{
                    f"{field.m2m_field_name()}_id": row.pk,
                    f"{field.m2m_reverse_field_name()}_id": related[ref],
                }
            )
            for row, change in zip(stored, changes, strict=True)
            for ref in _values(change)[field.name]
        ]
        between._default_manager.bulk_create(links)


def _related_keys(model: type[PlanObject], plan: Plan, changes: list[Change]) -> dict[str, int]:
    """Return the database keys of everything that the rows refer to."""
    wanted: dict[Any, set[str]] = {}
    for name in recorded_fields(model):
        other = model._meta.get_field(name).related_model
        if other is not None:
            for change in changes:
                value = _values(change)[name]
                refs = value if isinstance(value, list) else [value] if value else []
                wanted.setdefault(other, set()).update(ref.split("/")[1] for ref in refs)
    return {
        f"{other.record.kind}/{slug}": key
        for other, slugs in wanted.items()
        for slug, key in other._default_manager.filter(plan=plan).values_list("slug", "pk")
        if slug in slugs
    }


def _row(
    model: type[PlanObject],
    plan: Plan,
    change: Change,
    *,
    before: Mapping[str, Any] | None,
    related: Mapping[str, int],
    names: Mapping[str, str],
) -> PlanObject:
    row = model(plan=plan, slug=change.slug)
    for name in recorded_fields(model):
        put(row, name, _values(change)[name], related)
    if before is not None:
        row.pk, row.revision = before["pk"], before["revision"] + 1
        row.submission = before["submission"]
    file_field = model.record.file_field
    if file_field:
        setattr(row, file_field, names.get(change.ref) or (before or {})[file_field])
    return row


def put(row: Any, name: str, value: Any, related: Mapping[str, int]) -> None:
    """Set one field of a row that is not stored yet; lists of references are linked later."""
    field = row._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        setattr(row, field.attname, related[value] if value else None)
    elif not isinstance(field, models.ManyToManyField):
        setattr(row, name, field.to_python(value) if value is not None else None)


def _values(change: Change) -> Values:
    assert change.after is not None
    return change.after
