"""Findings: the list, and the page of one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.findings import may_discard
from temaplan.workbench.evidence.queries.layers import opened_at
from temaplan.workbench.evidence.queries.quoting import finding_text, quoted
from temaplan.workbench.evidence.queries.register import finding_for, findings_of
from temaplan.workbench.evidence.views.addresses import (
    house_url,
    row_url,
    to_evidence,
    to_register,
)
from temaplan.workbench.evidence.views.run_words import row_words
from temaplan.workbench.evidence.views.words import layer_tag, outdated_tag, use_cell
from temaplan.workbench.pages.cells import Action, Block, Cell, Empty, Fact, Verb
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def findings(request: HttpRequest, access: Access) -> HttpResponse:
    """List the findings that the person may see, by number."""
    page = ListPage(
        title=_("Funn"),
        sentence=_("Det kildene har vist, ett funn om gangen. Utfordringene bygger på dem."),
        rows=findings_of(access),
        columns=_columns(access),
        filters=[
            Filter(
                "bruk",
                _("bruk"),
                [("ubrukt", _("ikke brukt ennå"))],
                lambda rows, _chosen: rows.filter(used_count=0),
            )
        ],
        empty=Empty(
            _("Planen har ingen funn ennå. Et funn skrives på siden til kilden det kommer fra."),
            example=_("For eksempel at industrien har færre arbeidsplasser enn før."),
            action=Action(_("Se kildene"), house_url(access)),
        ),
        file_name=f"{access.plan.slug}-funn",
        links=[to_register(access)],
        counted=_("funn"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> Sequence[Column]:
    return (
        Column("nr", _("Nr."), lambda row: str(row.number), sort=("number",), numeric=True),
        Column(
            "funn",
            _("Funn"),
            lambda row: Cell(finding_text(row), row_url(access, row, "finding")),
            header=True,
        ),
        Column(
            "kilde",
            _("Kilde"),
            lambda row: Cell(row.evidence.title, row_url(access, row.evidence, "evidence")),
            sort=("evidence__position", "number"),
        ),
        Column("tall", _("Tall"), lambda row: outdated_tag() if row.is_outdated else ""),
        Column("bruk", _("Brukt"), lambda row: use_cell(row.used_count), sort=("used_count",)),
    )


@on_plan(Capability.SEE)
def finding(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show a finding with the figures it quotes and what rests on it."""
    row = finding_for(access, slug)
    page = ObjectPage(
        row=row,
        kind_label=_("funn %(number)d") % {"number": row.number},
        back=to_evidence(access, row.evidence),
        title=finding_text(row),
        tags=_tags(row),
        facts=[
            Fact(_("Kilde"), Cell(row.evidence.title, row_url(access, row.evidence, "evidence")))
        ],
        verbs=_verbs(access, row),
        blocks=_figures(access, row),
        closed_until=opened_at(row.evidence, access),
    )
    return show_object(request, access, page)


def _tags(row: Any) -> Sequence[Cell]:
    marks = [outdated_tag()] if row.is_outdated else []
    return [layer_tag(row.evidence), use_cell(row.used_count), *marks]


def _figures(access: Access, row: Any) -> Sequence[Block]:
    figures = [
        {
            "place": f"{{{figure.number}}}",
            "figure": quoted(figure),
            "row": row_words(figure.run, figure.row, figure.column),
            "title": figure.run.title,
            "url": row_url(access, figure.run, "run"),
        }
        for figure in row.figures.all()
    ]
    if not figures:
        return ()
    return (Block(_("Tallene i setningen"), "evidence/quoted.html", {"figures": figures}),)


def _verbs(access: Access, row: Any) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(_("Endre funn"), row_url(access, row, "finding-change"), primary=True),
        Verb(
            _("Forkast funn"),
            row_url(access, row, "finding-discard"),
            reason=may_discard(row).reason,
        ),
    )
