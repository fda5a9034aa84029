"""What of a plan somebody may see: closed evidence goes, and everything that hangs on it."""

from collections.abc import Callable, Mapping
from typing import Any

from temaplan.documents.exchange.plan_folder.shapes import KindShape
from temaplan.documents.exchange.plan_folder.snapshot import Values
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, QuotedFigure
from temaplan.workbench.evidence.vocabulary import LAYER
from temaplan.workbench.overview.folder.shapes import plan_shapes
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Attachment
from temaplan.workbench.plan.vocabulary import Capability

Rows = Mapping[str, tuple[Values, ...]]
May = Callable[[Capability], bool]

# Rows that exist for what refers to them: they go when only hidden rows did.
_SERVANTS = (Attachment.record.kind, DataTable.record.kind)


def seen_by(rows: Rows, *, public: bool, access: Access | None) -> dict[str, tuple[Values, ...]]:
    """Return the rows that may be seen, with no reference left to one that may not."""
    if not public and access is None:
        return dict(rows)
    may: May = (lambda capability: False) if public or access is None else access.may
    hidden = _hidden(rows, may)
    return {
        shape.kind: tuple(
            _cleaned(shape, row, hidden)
            for row in rows.get(shape.kind, ())
            if f"{shape.kind}/{row['slug']}" not in hidden
        )
        for shape in plan_shapes()
    }


def _hidden(rows: Rows, may: May) -> set[str]:
    """Return the references of everything that may not be seen."""
    hidden = {
        f"{Evidence.record.kind}/{row['slug']}"
        for row in rows.get(Evidence.record.kind, ())
        if (needs := LAYER[row["layer"]].needs) is not None and not may(needs)
    }
    if not may(Capability.SEE_INTERNAL):
        hidden |= _internal(rows)
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for shape in plan_shapes():
            hidden |= {
                f"{shape.kind}/{row['slug']}"
                for row in rows.get(shape.kind, ())
                if _rests_on_hidden(shape, row, hidden)
            }
        hidden |= _findings_with_hidden_figures(rows, hidden)
        hidden |= _servants_of_hidden(rows, hidden)
    return hidden


def _internal(rows: Rows) -> set[str]:
    """Return attachments that are marked as internal, and rows of kinds that always are."""
    marked = Attachment.record.kind
    kinds = {shape.kind for shape in plan_shapes() if shape.record.internal} | {marked}
    return {
        f"{kind}/{row['slug']}"
        for kind in kinds
        for row in rows.get(kind, ())
        if kind != marked or row["internal"]
    }


def _rests_on_hidden(shape: KindShape, row: Values, hidden: set[str]) -> bool:
    """Tell whether what a row must refer to is hidden; a run also goes with its table."""
    must = [field.name for field in shape.fields if field.type == "ref" and field.required]
    if shape.kind == AnalysisRun.record.kind:
        must.append("data_table")
    return any(row[name] in hidden for name in must)


def _findings_with_hidden_figures(rows: Rows, hidden: set[str]) -> set[str]:
    """Return findings of which a number is hidden: without it they would say another thing."""
    kind = QuotedFigure.record.kind
    return {row["finding"] for row in rows.get(kind, ()) if f"{kind}/{row['slug']}" in hidden}


def _servants_of_hidden(rows: Rows, hidden: set[str]) -> set[str]:
    used_by_hidden: set[Any] = set()
    used_by_seen: set[Any] = set()
    for shape in plan_shapes():
        names = [field.name for field in shape.fields if field.kind in _SERVANTS]
        for row in rows.get(shape.kind, ()):
            is_hidden = f"{shape.kind}/{row['slug']}" in hidden
            used = {row[name] for name in names if row[name]}
            (used_by_hidden if is_hidden else used_by_seen).update(used)
    return used_by_hidden - used_by_seen


def _cleaned(shape: KindShape, row: Values, hidden: set[str]) -> Values:
    cleaned = dict(row)
    for field in shape.fields:
        if field.type == "ref" and row[field.name] in hidden:
            cleaned[field.name] = None
        elif field.type == "refs":
            cleaned[field.name] = [ref for ref in row[field.name] if ref not in hidden]
    return cleaned
