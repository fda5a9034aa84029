"""What an import did, in words: one line for each thing that came, went or changed."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.folder.comparison import Change
from temaplan.workbench.overview.folder.shapes import models_of_rows, plan_shapes
from temaplan.workbench.overview.folder.store import Stored
from temaplan.workbench.plan.models import Plan

LONGEST_VALUE = 60


def lines_of(stored: Stored) -> Iterator[str]:
    """Yield the lines that tell what an import did."""
    plan = stored.plan
    if stored.is_new:
        yield _("Planen «%(slug)s» er lest inn.") % {"slug": plan.slug}
        yield from _counts(plan)
    elif not stored.changes:
        yield _("Planen «%(slug)s» er lik mappen. Ingenting er endret.") % {"slug": plan.slug}
    else:
        number = len(stored.changes)
        yield ngettext(
            "Planen «%(slug)s» er erstattet. %(number)s ting er annerledes:",
            "Planen «%(slug)s» er erstattet. %(number)s ting er annerledes:",
            number,
        ) % {"slug": plan.slug, "number": number}
        for change in stored.changes:
            yield from _change(change)


def _counts(plan: Plan) -> Iterator[str]:
    for model in models_of_rows():
        number = model._default_manager.filter(plan=plan).count()
        if number:
            meta = model._meta
            yield f"  {number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"


def _change(change: Change) -> Iterator[str]:
    if change.before is None:
        yield _("  ny: %(ref)s") % {"ref": change.ref}
    elif change.after is None:
        yield _("  borte: %(ref)s") % {"ref": change.ref}
    else:
        yield _("  endret: %(ref)s") % {"ref": change.ref}
        labels = _labels(change.kind)
        for name, (before, after) in change.fields.items():
            yield f"    {labels[name]}: {_shown(before)} → {_shown(after)}"


def _labels(kind: str) -> dict[str, str]:
    shapes = plan_shapes()
    shape = shapes.plan if kind == shapes.plan.kind else shapes.kind(kind)
    return {field.name: field.label for field in shape.fields}


def _shown(value: Any) -> str:
    """Return a value on one line; where a long text differs, the history shows the whole."""
    if value is None or value in ("", [], {}):
        return _("ingenting")
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    return f"«{text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + ' …'}»"
