"""What became of it? The chain of a plan as a plain graph, and the questions asked of it.

An edge points from what rests to what it rests on: challenge → finding → evidence
→ order. So the *grounds* of a challenge are found along the edges, and the
*results* of an order against them. A break is a place where the chain stops
without reason; the rules that find breaks belong to those who make the graph.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from temaplan.errors import BadInput

FORMAT = 1


@dataclass(frozen=True)
class Node:
    """One thing in the chain: stable reference, kind, title, and the path of its page."""

    ref: str
    kind: str
    title: str
    url: str


@dataclass(frozen=True)
class Edge:
    """`rests` rests on `ground`."""

    rests: str
    ground: str
    relation: str


@dataclass(frozen=True)
class Break:
    """A node where the chain is broken, by which rule, in a whole sentence."""

    ref: str
    rule: str
    message: str


@dataclass(frozen=True)
class Graph:
    """The chain of one plan on one date. Nodes stand in the order of the chain."""

    plan: str
    as_of: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    breaks: tuple[Break, ...] = ()

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """Nodes by reference."""
        return {node.ref: node for node in self.nodes}

    @cached_property
    def grounds_of(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges from each node to what it rests on."""
        return _grouped(self.edges, "rests")

    @cached_property
    def results_of(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges to each node from what rests on it."""
        return _grouped(self.edges, "ground")

    def dangling(self) -> tuple[Edge, ...]:
        """Return edges with an end that is no node."""
        return tuple(
            edge for edge in self.edges if not {edge.rests, edge.ground} <= self.node.keys()
        )

    def grounds(self, ref: str) -> frozenset[str]:
        """Return everything the node rests on, directly or through others."""
        return self._reached(ref, self.grounds_of, "ground")

    def results(self, ref: str) -> frozenset[str]:
        """Return everything that rests on the node, directly or through others."""
        return self._reached(ref, self.results_of, "rests")

    def chain(self, ref: str) -> "Graph":
        """Return the part of the graph that the node hangs together with, both ways.

        Raises `BadInput` for a reference that is not in the graph.
        """
        if ref not in self.node:
            raise BadInput(f"Sporingen har ingenting med referansen «{ref}».")
        kept = {ref} | self.grounds(ref) | self.results(ref)
        return Graph(
            plan=self.plan,
            as_of=self.as_of,
            nodes=tuple(node for node in self.nodes if node.ref in kept),
            edges=tuple(edge for edge in self.edges if {edge.rests, edge.ground} <= kept),
            breaks=tuple(found for found in self.breaks if found.ref in kept),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the graph in the shape that others read (interface, section 4)."""
        return {
            "format": FORMAT,
            "plan": self.plan,
            "as_of": self.as_of,
            "nodes": [vars(node) for node in self.nodes],
            "edges": [
                {"from": edge.rests, "to": edge.ground, "relation": edge.relation}
                for edge in self.edges
            ],
            "breaks": [vars(found) for found in self.breaks],
        }

    def as_csv(self) -> str:
        """Return the edges as `from,to,relation`. References and codes hold no commas."""
        rows = ((edge.rests, edge.ground, edge.relation) for edge in self.edges)
        return "".join(f"{','.join(row)}\n" for row in (("from", "to", "relation"), *rows))

    def _reached(self, ref: str, steps: Mapping[str, tuple[Edge, ...]], end: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [ref]
        while waiting:
            for edge in steps.get(waiting.pop(), ()):
                reached = getattr(edge, end)
                if reached not in found:
                    found.add(reached)
                    waiting.append(reached)
        return frozenset(found - {ref})


def graph_from_json(value: Mapping[str, Any]) -> Graph:
    """Return the graph that `Graph.as_json` wrote."""
    return Graph(
        plan=value["plan"],
        as_of=value["as_of"],
        nodes=tuple(Node(**node) for node in value["nodes"]),
        edges=tuple(Edge(edge["from"], edge["to"], edge["relation"]) for edge in value["edges"]),
        breaks=tuple(Break(**found) for found in value["breaks"]),
    )


def _grouped(edges: tuple[Edge, ...], end: str) -> Mapping[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[getattr(edge, end)].append(edge)
    return {ref: tuple(group) for ref, group in groups.items()}
