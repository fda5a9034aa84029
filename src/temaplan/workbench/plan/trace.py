"""The chain as data: which kinds of rows there are and through which fields they rest on others.

Each house declares `TRACED`, `LINKS` and `BREAKS` in its own `trace.py`; they are
registered along the chain when Django starts. So an object page in an early
house can show *Brukes i* without its house knowing any later one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as field_default
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from temaplan.workbench.chain import CHAIN
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.terms import Term

Rows = QuerySet[Any]


def everything(rows: Rows, access: Access) -> Rows:
    """Hide nothing: for kinds that have no closed layer."""
    return rows


@dataclass(frozen=True)
class Traced:
    """A kind of row that is a node of the trace.

    `address` gives the row's page in the workbench, `public_anchor` where it stands in
    a public document as (document code, anchor), or None when nowhere. `visible`
    leaves out what the visitor may not see.
    """

    model: type[Any]
    title: Callable[[Any], str]
    address: Callable[[Any], str]
    public_anchor: Callable[[Any], tuple[str, str] | None]
    visible: Callable[[Rows, Access], Rows] = everything
    related: tuple[str, ...] = ()  # for select_related, what `title` and `address` read
    prefetched: tuple[str, ...] = ()  # the same for prefetch_related
    marked: Callable[[Any], Mapping[int, str]] | None = None  # plan → words on rows, by key

    @property
    def kind(self) -> str:
        """Code name of the thing, as in references."""
        return str(self.model.record.kind)

    @property
    def house(self) -> str:
        """The link of the chain that the kind belongs to."""
        below = self.model.__module__.removeprefix("temaplan.workbench.")
        return below.partition(".")[0]

    def fetched(self, rows: Rows, access: Access) -> Rows:
        """Return what the visitor may see of the rows, with what their titles read."""
        complete = rows.select_related("plan", *self.related).prefetch_related(*self.prefetched)
        return self.visible(complete, access)


@dataclass(frozen=True)
class Link:
    """Rows of `model` rest on what `field` points to.

    `relation.label` reads from the one that rests («bygger på»), `inverse` from the
    other («brukes i»). `relation.code` stands in the exported trace. `field` may go
    through a row that is no node (`relations__earlier`); `where` then says which of
    those rows count.
    """

    model: type[Any]
    field: str
    relation: Term
    inverse: str | Promise
    where: Mapping[str, Any] = field_default(default_factory=dict)

    @property
    def target(self) -> type[Any]:
        """The model that the field points to."""
        related: type[Any] = self.model
        for name in self.field.split("__"):
            related = related._meta.get_field(name).related_model
        return related

    def grounds_of(self, row: Any) -> Rows:
        """Return what one row rests on through this link."""
        own = self.model._default_manager.filter(pk=row.pk, **self.where)
        return self.target._default_manager.filter(pk__in=own.values(self.field))

    def results_of(self, row: Any) -> Rows:
        """Return what rests on one row through this link."""
        resting = self.model._default_manager.filter(**{self.field: row}, **self.where)
        return self.model._default_manager.filter(pk__in=resting.values("pk"))


@dataclass(frozen=True)
class BreakRule:
    """A way for the chain to be broken: which rows, and the sentence that says so."""

    code: str
    rows: Callable[[Any], Rows]  # plan → rows that break it
    message: Callable[[Any], str]  # row → whole sentence


def _declared(name: str) -> Iterator[Any]:
    for house in CHAIN:
        path = f"temaplan.workbench.{house}.trace"
        if house != "plan" and find_spec(path) is not None:
            yield from getattr(import_module(path), name, ())


def traced() -> Iterable[Traced]:
    """Return every kind of node, along the chain."""
    return tuple(_declared("TRACED"))


def links() -> Iterable[Link]:
    """Return every way to rest on something, along the chain."""
    return tuple(_declared("LINKS"))


def break_rules() -> Iterable[BreakRule]:
    """Return every rule about a broken chain, along the chain."""
    return tuple(_declared("BREAKS"))


@dataclass(frozen=True)
class Neighbour:
    """A row beside the one that is read, with the word for how they relate."""

    title: str
    kind_label: str
    address: str
    relation: str
    row: Any
    mark: str = ""  # what must be known of it before it is trusted


def is_in_the_chain(model: type[Any]) -> bool:
    """Tell whether rows of this kind are nodes of the trace at all."""
    return any(kind.model is model for kind in traced())


def rests_on(row: Any, access: Access) -> list[Neighbour]:
    """Return what the row rests on directly, as far as the visitor may see it."""
    found: list[Neighbour] = []
    for link in links():
        if link.model is type(row):
            found += neighbours(link.target, link.grounds_of(row), access, link.relation.label)
    return found


def used_in(row: Any, access: Access) -> list[Neighbour]:
    """Return what rests on the row directly, as far as the visitor may see it."""
    found: list[Neighbour] = []
    for link in links():
        if link.target is type(row):
            found += neighbours(link.model, link.results_of(row), access, link.inverse)
    return found


def neighbours(model: Any, rows: Rows, access: Access, relation: Any) -> list[Neighbour]:
    """Return rows of one kind as neighbours, as far as the visitor may see them."""
    kind = next((kind for kind in traced() if kind.model is model), None)
    if kind is None:
        return []
    seen = list(kind.fetched(rows, access))
    marks = kind.marked(access.plan) if kind.marked and seen else {}
    return [
        Neighbour(
            kind.title(row),
            str(model._meta.verbose_name),
            kind.address(row),
            str(relation),
            row,
            marks.get(row.pk, ""),
        )
        for row in seen
    ]
