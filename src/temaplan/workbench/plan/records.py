"""Rows as plain values: one form for the event log, the folder of a plan and a comparison.

References are written as `kind/slug`, dates as ISO text, so that the values mean
the same on another installation.
"""

from datetime import date, datetime
from typing import Any

from django.db import models


def values_of(row: Any) -> dict[str, Any]:
    """Return the recorded fields of a row as JSON values, its slug first."""
    values: dict[str, Any] = {"slug": row.slug}
    for name in recorded_fields(type(row)):
        values[name] = value_of(row, name)
    return values


def recorded_fields(model: Any) -> tuple[str, ...]:
    """Return the names of the fields that a folder and the event log hold."""
    record = model.record
    extra = [record.body] if record.body else []
    extra += [record.sidecar[0]] if record.sidecar else []
    return (*record.fields, *extra)


def value_of(row: Any, name: str) -> Any:
    """Return one field of a row as a JSON value."""
    field = row._meta.get_field(name)
    if isinstance(field, models.ManyToManyField):
        return sorted(related.ref for related in getattr(row, name).all())
    if isinstance(field, models.ForeignKey):
        related = getattr(row, name)
        return related.ref if related is not None else None
    value = getattr(row, name)
    return value.isoformat() if isinstance(value, date | datetime) else value


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the fields whose values differ, as (before, after)."""
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: (before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    }
