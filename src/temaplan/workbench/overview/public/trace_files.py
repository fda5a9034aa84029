"""The public trace as files that programs read (interface, section 4)."""

import json
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.analysis.trace import Graph, Node, graph_from_json
from temaplan.workbench.overview.documents import pages
from temaplan.workbench.overview.public.conditional import unless_known
from temaplan.workbench.overview.trace_graph import exported
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import public_plan
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.wording import file_name

MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


@public_plan
def trace_file(request: HttpRequest, access: Access, format: str) -> HttpResponse:
    """Send the public trace as JSON or as CSV."""
    if format not in MEDIA_TYPES:
        raise Http404(_("Sporingen finnes som json og csv."))

    def answer() -> HttpResponse:
        graph = _public_graph(access.plan)
        text = graph.as_csv() if format == "csv" else _as_json(graph, access.plan)
        response = HttpResponse(text, content_type=MEDIA_TYPES[format])
        name = file_name(f"{access.plan.slug}-sporing", access.municipality)
        response["Content-Disposition"] = f'attachment; filename="{name}.{format}"'
        return response

    return unless_known(request, pages.version_of(access.plan), answer)


def _as_json(graph: Graph, plan: Plan) -> str:
    return json.dumps(exported(graph, plan), ensure_ascii=False, indent=1)


def _public_graph(plan: Plan) -> Graph:
    content = pages.page(plan, "trace", get_language() or "nb")
    graph = graph_from_json(content["graph"])
    return replace(graph, nodes=tuple(_addressed(node, plan) for node in graph.nodes))


def _addressed(node: Node, plan: Plan) -> Node:
    """Give a row its public address: its place in a document, else in the trace."""
    name, _sign, anchor = node.url.partition("#")
    if name:
        return replace(node, url=f"{reverse('public-document', args=[plan.slug, name])}#{anchor}")
    return replace(node, url=f"{reverse('public-trace', args=[plan.slug])}#{node.ref}")
