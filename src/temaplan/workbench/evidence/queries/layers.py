"""Which rows a person may read: what lies in a closed layer, and what hangs on it, is left out."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from temaplan.workbench.evidence.models import AnalysisRun, Evidence, QuotedFigure
from temaplan.workbench.evidence.vocabulary import LAYERS
from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Event
from temaplan.workbench.plan.vocabulary import Capability


def readable_layers(access: Access) -> tuple[str, ...]:
    """Return the codes of the layers that the person may read."""
    return tuple(layer.code for layer in LAYERS if layer.needs is None or access.may(layer.needs))


def reads_everything(access: Access) -> bool:
    """Tell whether no layer is closed to the person."""
    return len(readable_layers(access)) == len(LAYERS)


def visible_evidence(rows: QuerySet[Any], access: Access) -> QuerySet[Any]:
    """Leave out the sources in layers that the person may not read."""
    return rows.filter(layer__in=readable_layers(access))


def visible_runs(rows: QuerySet[Any], access: Access) -> QuerySet[Any]:
    """Leave out calculations that belong to a source in a closed layer."""
    return rows.filter(evidence__layer__in=readable_layers(access))


def visible_findings(rows: QuerySet[Any], access: Access) -> QuerySet[Any]:
    """Leave out findings of a closed source, and those that quote a figure of one.

    A finding without one of its numbers would say something else, so it goes whole.
    """
    if reads_everything(access):
        return rows
    readable = readable_layers(access)
    closed = QuotedFigure.objects.filter(finding=OuterRef("pk")).exclude(
        run__evidence__layer__in=readable
    )
    return rows.filter(~Exists(closed), evidence__layer__in=readable)


def visible_tables(rows: QuerySet[Any], access: Access) -> QuerySet[Any]:
    """Leave out tables of figures that only closed calculations use."""
    if reads_everything(access):
        return rows
    used = AnalysisRun.objects.filter(data_table=OuterRef("pk"))
    seen = used.filter(evidence__layer__in=readable_layers(access))
    return rows.filter(~Exists(used) | Exists(seen))


def visible_files(rows: QuerySet[Any], access: Access) -> QuerySet[Any]:
    """Leave out internal files, and those that only closed sources refer to."""
    if not access.may(Capability.SEE_INTERNAL):
        rows = rows.filter(internal=False)
    used = Evidence.objects.filter(file=OuterRef("pk"))
    seen = used.filter(layer__in=readable_layers(access))
    elsewhere = SourceDocument.objects.filter(file=OuterRef("pk"))
    return rows.filter(~Exists(used) | Exists(seen) | Exists(elsewhere))


def opened_at(evidence: Evidence, access: Access) -> int:
    """Return the number of the event until which the source was closed to the person; or 0.

    What was written before a source was opened is not opened with it, so that part of
    its history is left out.
    """
    if reads_everything(access):
        return 0
    readable = readable_layers(access)
    told = (
        Event.objects.filter(chain=evidence.plan.chain, ref=evidence.ref)
        .select_related("values")
        .order_by("number")
    )
    return max((event.number for event in told if _was_closed(event, readable)), default=0)


def _was_closed(event: Event, readable: tuple[str, ...]) -> bool:
    values = getattr(event, "values", None)
    sides = (values.before, values.after) if values else ()
    layers = {side["layer"] for side in sides if side and "layer" in side}
    return bool(layers - set(readable))
