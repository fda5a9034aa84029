"""Addresses of the mandate house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.mandate.views import (
    comparison,
    order_editing,
    order_list,
    order_page,
    parts,
    relations,
    source_editing,
    sources,
)
from temaplan.workbench.mandate.views.course import step_view
from temaplan.workbench.mandate.vocabulary import STEPS

_ORDER = "mandat/<slug:slug>/"
_SOURCE = "mandat/dokumenter/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("mandat/", order_list.order_list, name="mandates"),
    path("mandat/ny/", order_editing.order_add, name="mandate-add"),
    path("mandat/sammenlign/", comparison.comparison, name="mandate-comparison"),
    path("mandat/dokumenter/", sources.source_list, name="sources"),
    path("mandat/dokumenter/ny/", source_editing.source_add, name="source-add"),
    path(_SOURCE, sources.source_page, name="source"),
    path(f"{_SOURCE}endre/", source_editing.source_change, name="source-change"),
    path(f"{_SOURCE}forkast/", source_editing.source_discard, name="source-discard"),
    path(_ORDER, order_page.order_page, name="mandate"),
    path(f"{_ORDER}endre/", order_editing.order_change, name="mandate-change"),
    path(f"{_ORDER}forkast/", order_editing.order_discard, name="mandate-discard"),
    *(
        path(f"{_ORDER}{step.word}/", step_view(step), name=f"mandate-{step.code}")
        for step in STEPS
    ),
    path(f"{_ORDER}kriterium/ny/", parts.criterion_add, name="mandate-criterion-add"),
    path(
        f"{_ORDER}kriterium/<slug:part>/endre/",
        parts.criterion_change,
        name="mandate-criterion-change",
    ),
    path(
        f"{_ORDER}kriterium/<slug:part>/fjern/",
        parts.criterion_discard,
        name="mandate-criterion-discard",
    ),
    path(f"{_ORDER}leveranse/ny/", parts.deliverable_add, name="mandate-deliverable-add"),
    path(
        f"{_ORDER}leveranse/<slug:part>/endre/",
        parts.deliverable_change,
        name="mandate-deliverable-change",
    ),
    path(
        f"{_ORDER}leveranse/<slug:part>/fjern/",
        parts.deliverable_discard,
        name="mandate-deliverable-discard",
    ),
    path(f"{_ORDER}forhold/ny/", relations.relation_add, name="mandate-relation-add"),
    path(
        f"{_ORDER}forhold/<slug:part>/fjern/",
        relations.relation_remove,
        name="mandate-relation-remove",
    ),
]
