"""The public part of the trace as a page: every row with what it rests on and what rests on it."""

from collections.abc import Sequence
from typing import Any

from temaplan.analysis.trace import Edge, Graph, graph_from_json
from temaplan.workbench.overview.documents.kinds import document_coded
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import as_of_words
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from temaplan.workbench.plan.trace import Traced, links, traced

Content = dict[str, Any]


def trace_page(reading: Reading) -> Content:
    """Return the public graph with the words that its page needs."""
    kinds = {kind.kind: kind for kind in traced()}
    graph = trace_graph(nothing_closed_on(reading.plan), reading.as_of, address=_place)
    return {
        "stamp": as_of_words(reading.plan, reading.as_of),
        "graph": graph.as_json(),
        "labels": {code: str(kind.model._meta.verbose_name_plural) for code, kind in kinds.items()},
        "one": {code: str(kind.model._meta.verbose_name) for code, kind in kinds.items()},
        "forward": {link.relation.code: str(link.relation.label) for link in links()},
        "backward": {link.relation.code: str(link.inverse) for link in links()},
    }


def _place(kind: Traced, row: Any) -> str:
    """Return where the row stands in a document: `name#anchor`, or nothing."""
    place = kind.public_anchor(row)
    return f"{document_coded(place[0]).name}#{place[1]}" if place else ""


def groups_of(content: Content) -> Sequence[dict[str, Any]]:
    """Return the rows of the page, kind by kind along the chain.

    Kinds that no document has a place for, such as actors, are ends of the chain and
    stand last.
    """
    graph = graph_from_json(content["graph"])
    breaks: dict[str, list[str]] = {}
    for found in graph.breaks:
        breaks.setdefault(found.ref, []).append(found.message)
    groups: dict[str, dict[str, Any]] = {}
    for node in graph.nodes:
        group = groups.setdefault(
            node.kind, {"kind": node.kind, "label": _label(content, node.kind), "rows": []}
        )
        document, _sign, anchor = node.url.partition("#")
        grounds = graph.grounds_of.get(node.ref, ())
        results = graph.results_of.get(node.ref, ())
        group["rows"].append(
            {
                "ref": node.ref,
                "title": node.title,
                "document": document,
                "anchor": anchor,
                "grounds": [_end(graph, edge, edge.ground, content["forward"]) for edge in grounds],
                "results": [_end(graph, edge, edge.rests, content["backward"]) for edge in results],
                "breaks": breaks.get(node.ref, []),
            }
        )
    return sorted(groups.values(), key=lambda group: not any(map(_stands, group["rows"])))


def _stands(row: dict[str, Any]) -> bool:
    return bool(row["document"])


def chain_of(content: Content, ref: str) -> dict[str, Any]:
    """Return the whole chain of one row: its grounds, its results, and where it stops.

    Raises `BadInput` for a reference that the public trace does not have.
    """
    whole = graph_from_json(content["graph"])
    graph = whole.chain(ref)
    start = graph.node[ref]
    return {
        "start": {"ref": ref, "title": start.title, "label": content["one"][start.kind]},
        "grounds": _by_kind(content, graph, whole.grounds(ref)),
        "results": _by_kind(content, graph, whole.results(ref) - whole.grounds(ref)),
        "breaks": [
            {"ref": found.ref, "title": graph.node[found.ref].title, "message": found.message}
            for found in graph.breaks
        ],
    }


def _by_kind(content: Content, graph: Graph, refs: frozenset[str]) -> list[dict[str, Any]]:
    groups: dict[str, dict[str, Any]] = {}
    for node in graph.nodes:
        if node.ref in refs:
            group = groups.setdefault(node.kind, {"label": _label(content, node.kind), "nodes": []})
            group["nodes"].append({"ref": node.ref, "title": node.title})
    return list(groups.values())


def _label(content: Content, kind: str) -> str:
    words = str(content["labels"][kind])
    return words[:1].upper() + words[1:]


def _end(graph: Graph, edge: Edge, ref: str, words: dict[str, str]) -> dict[str, str]:
    return {"ref": ref, "title": graph.node[ref].title, "relation": words[edge.relation]}
