"""What rests on sources and findings in the houses after this one, counted in the database."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, Finding
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.trace import Link, Neighbour, links, neighbours, traced

_OWN = (Evidence, DataTable, AnalysisRun, Finding)
# From a row of this house to its source.
_TO_EVIDENCE = {Evidence: "", Finding: "__evidence", AnalysisRun: "__evidence"}


def with_use(rows: QuerySet[Evidence], access: Access) -> QuerySet[Any]:
    """Add `used_count`: how many rows of later links rest on each source, seen by the person."""
    return _counted(rows, access, _TO_EVIDENCE)


def findings_with_use(rows: QuerySet[Finding], access: Access) -> QuerySet[Any]:
    """Add `used_count`: how many rows of later links rest on each finding."""
    return _counted(rows, access, {Finding: ""})


def rows_using(evidence: Evidence, access: Access) -> list[Neighbour]:
    """Return every row of a later link that rests on a source, its findings or its runs."""
    found: list[Neighbour] = []
    for model, resting in _resting(_TO_EVIDENCE, evidence.pk).items():
        rows = model._default_manager.filter(resting, plan=evidence.plan_id).distinct()
        found += neighbours(model, rows, access, "")
    return found


def _counted(rows: QuerySet[Any], access: Access, ways: dict[Any, str]) -> QuerySet[Any]:
    counts: Any = Value(0, output_field=IntegerField())
    for model, resting in _resting(ways, OuterRef("pk")).items():
        counts = counts + Coalesce(Subquery(_count_of(model, resting, access)), 0)
    return rows.annotate(used_count=counts)


def _resting(ways: dict[Any, str], key: Any) -> dict[Any, Q]:
    """Return, for each kind of row in a later house, the condition for resting on one row."""
    found: dict[Any, Q] = defaultdict(Q)
    for link in _later_links():
        if link.target in ways:
            own_way = {f"{link.field}{ways[link.target]}": key}
            found[link.model] |= Q(**own_way, **link.where)
    return found


def _later_links() -> Iterator[Link]:
    return (link for link in links() if link.target in _OWN and link.model not in _OWN)


def _count_of(model: Any, resting: Q, access: Access) -> QuerySet[Any]:
    rows = model._default_manager.filter(resting)
    kind = next((kind for kind in traced() if kind.model is model), None)
    seen = kind.visible(rows, access) if kind else rows
    return (
        seen.order_by()
        .annotate(whole=F("plan"))
        .values("whole")
        .annotate(number=Count("pk", distinct=True))
        .values("number")
    )
