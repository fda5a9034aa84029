"""The trace of a plan: the rows and links that the houses declare, as a plain graph.

The number of statements depends on how many kinds there are, not on how many rows.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from temaplan.analysis.trace import Break, Edge, Graph, Node
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.trace import Link, Traced, break_rules, links, traced
from temaplan.workbench.plan.vocabulary import Capability

Address = Callable[[Traced, Any], str]
Refs = dict[type[Any], dict[int, str]]


def everything_on(plan: Plan) -> Access:
    """Return the access of the program itself, for the command line on its own machine."""
    return Access(None, plan, frozenset(Capability))


def nothing_closed_on(plan: Plan) -> Access:
    """Return the access of a reader who is not logged in."""
    return Access(None, plan, frozenset())


def trace_graph(access: Access, as_of: date, address: Address | None = None) -> Graph:
    """Return the trace as far as the visitor may see it.

    `address` gives the path of a row's page; the workbench's own when left out.
    """
    plan = access.plan
    nodes: list[Node] = []
    refs: Refs = {}
    for kind in traced():
        rows = kind.model._default_manager.filter(plan=plan)
        refs[kind.model] = {}
        for row in kind.fetched(rows, access):
            refs[kind.model][row.pk] = row.ref
            path = address(kind, row) if address else kind.address(row)
            nodes.append(Node(row.ref, kind.kind, kind.title(row), path))
    seen = {node.ref for node in nodes}
    return Graph(
        plan=plan.slug,
        as_of=as_of.isoformat(),
        nodes=tuple(nodes),
        edges=tuple(edge for link in links() for edge in _edges(link, plan, refs)),
        breaks=tuple(found for found in _breaks(plan) if found.ref in seen),
    )


def exported(graph: Graph, plan: Plan) -> dict[str, Any]:
    """Return the graph as others read it; that of an invented plan says so."""
    value = graph.as_json()
    return value | {"marking": "Oppdiktet eksempel"} if plan.municipality.fictional else value


def _edges(link: Link, plan: Plan, refs: Refs) -> Iterator[Edge]:
    if link.model not in refs or link.target not in refs:
        return  # a link between kinds that are no nodes themselves
    pairs = (
        link.model._default_manager.filter(
            plan=plan, **{f"{link.field}__isnull": False}, **link.where
        )
        .order_by("pk", link.field)
        .values_list("pk", link.field)
        .distinct()
    )
    for row, ground in pairs:
        rests, rested_on = refs[link.model].get(row), refs[link.target].get(ground)
        if rests and rested_on:  # one end hidden: the edge would tell of it
            yield Edge(rests, rested_on, link.relation.code)


def _breaks(plan: Plan) -> Iterator[Break]:
    for rule in break_rules():
        for row in rule.rows(plan):
            yield Break(row.ref, rule.code, str(rule.message(row)))
