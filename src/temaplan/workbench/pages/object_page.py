"""Page type 3: one object, what it builds on, where it is used, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markdown_it import MarkdownIt

from temaplan.workbench.pages.cells import Action, Block, Cell, Fact, Verb
from temaplan.workbench.pages.history import history_of
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.trace import is_in_the_chain, rests_on, used_in


@dataclass(frozen=True)
class ObjectPage:
    """Everything the page of one row shows of its own."""

    row: Any
    kind_label: str
    back: Action
    title: str
    tags: Sequence[Cell] = ()
    quote: str = ""
    body: str = ""
    facts: Sequence[Fact] = ()
    verbs: Sequence[Verb] = ()
    blocks: Sequence[Block] = ()
    notice: str = ""
    closed_until: int = 0  # number of the event until which the row was closed to the reader


def show_object(request: HttpRequest, access: Access, page: ObjectPage) -> HttpResponse:
    """Show an object with its place in the chain and its history."""
    return render(
        request,
        "pages/object.html",
        {
            "page": page,
            "body": as_html(page.body),
            "in_the_chain": is_in_the_chain(type(page.row)),
            "rests_on": rests_on(page.row, access),
            "used_in": used_in(page.row, access),
            "history": history_of(page.row, access, after=page.closed_until),
        },
    )


def as_html(markdown: str) -> str:
    """Turn Markdown into HTML with every tag of the writer's own shown as text."""
    return str(MarkdownIt("commonmark", {"html": False}).render(markdown)) if markdown else ""
