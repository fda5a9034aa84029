"""The folder's shape, read from the models: a new field or kind follows by itself."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from temaplan.documents.exchange.plan_folder.shapes import FieldShape, KindShape, PlanShapes
from temaplan.workbench.plan.models import Municipality, Plan, PlanObject
from temaplan.workbench.plan.records import recorded_fields
from temaplan.workbench.plan.slugs import RESERVED
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import PLAN_TYPE_WORDS

# First that fits wins, so the narrower field class stands before the wider one.
_TYPES: tuple[tuple[type[models.Field[Any, Any]], str], ...] = (
    (models.ManyToManyField, "refs"),
    (models.ForeignKey, "ref"),
    (TermField, "choice"),
    (models.URLField, "url"),
    (models.BooleanField, "bool"),
    (models.DateField, "date"),
    (models.IntegerField, "int"),
    (models.JSONField, "json"),
)
# PositiveSmallIntegerField and its like, as PostgreSQL limits them; SQLite would not.
_LARGEST = {
    "PositiveSmallIntegerField": 32767,
    "PositiveIntegerField": 2147483647,
    "PositiveBigIntegerField": 9223372036854775807,
}
# What the models say as a condition: of these fields, one and only one.
_EXACTLY_ONE = {"analysis_run": (("source_table", "data_table"),)}


@cache
def plan_shapes() -> PlanShapes:
    """Return the shape of a plan's folder."""
    kinds = {model: _kind(model) for model in models_of_rows()}
    return PlanShapes(_kind(Municipality), _kind(Plan), tuple(kinds.values()))


@cache
def models_of_rows() -> tuple[type[PlanObject], ...]:
    """Return the models of a plan's rows, each after those that it refers to."""
    waiting = [model for model in apps.get_models() if issubclass(model, PlanObject)]
    placed: list[type[PlanObject]] = []
    while waiting:
        ready = [model for model in waiting if _refers_to(model) <= {*placed, model}]
        placed += ready
        waiting = [model for model in waiting if model not in ready]
    return tuple(placed)


def _refers_to(model: type[PlanObject]) -> set[Any]:
    related = (model._meta.get_field(name).related_model for name in recorded_fields(model))
    return {other for other in related if other is not None}


def _kind(model: Any) -> KindShape:
    return KindShape(
        record=model.record,
        fields=tuple(_field(model, name) for name in recorded_fields(model)),
        label=str(model._meta.verbose_name),
        unique=tuple(_unique(model)),
        exactly_one=_EXACTLY_ONE.get(model.record.kind, ()),
        reserved=frozenset() if model is Municipality else RESERVED,
    )


def _unique(model: Any) -> list[tuple[str, ...]]:
    """Return what must be unique beside the slug, within one plan."""
    found = []
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is None:
            names = tuple(name for name in constraint.fields if name != "plan")
            if names != ("slug",):
                found.append(names)
    return found


def _field(model: Any, name: str) -> FieldShape:
    field = model._meta.get_field(name)
    kind = next((word for cls, word in _TYPES if isinstance(field, cls)), "text")
    if model is Municipality and name == "colour":
        kind = "colour"
    is_type = model is Plan and name == "plan_type"
    words = PLAN_TYPE_WORDS if is_type else {code: code for code, _ in field.choices or ()}
    required = not field.blank and kind != "bool"
    default = field.get_default() if field.has_default() else None
    return FieldShape(
        name=name,
        type=kind,
        required=required,
        default=default if required and kind != "json" else None,
        key="type" if is_type else "",
        words=words,
        kind=field.related_model.record.kind if field.related_model else "",
        longest=field.max_length if kind in {"text", "url"} else None,
        smallest=0 if kind == "int" else None,
        largest=_LARGEST.get(field.get_internal_type()),
        empty_json=field.get_default() if kind == "json" else None,
        label=str(field.verbose_name),
    )
