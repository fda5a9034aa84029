"""Source documents: the list and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.mandate.queries.sources import (
    LACKING,
    not_known,
    source_named,
    sources_with_counts,
)
from temaplan.workbench.mandate.views.addresses import house_url, order_url, source_url, to_orders
from temaplan.workbench.mandate.views.source_verbs import verbs
from temaplan.workbench.mandate.views.words import belongs_to, given_by, state_tag
from temaplan.workbench.mandate.vocabulary import SOURCE_KINDS
from temaplan.workbench.pages.cells import Action, Block, Cell, Empty, Fact, Line, lines_block
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import listed


@on_plan(Capability.SEE)
def source_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the political documents, and what is not known about each."""
    add = Action(_("Legg til kildedokument"), house_url(access, "source-add"))
    may_add = add if access.may(Capability.EDIT) else None
    page = ListPage(
        title=_("Kildedokumenter"),
        sentence=_("Politiske dokumenter der ordrer er gitt eller besvart."),
        rows=sources_with_counts(access.plan),
        columns=_columns(access),
        filters=(
            Filter(
                "type",
                _("type"),
                choices(SOURCE_KINDS),
                lambda rows, kind: rows.filter(kind=kind),
            ),
            Filter(
                "mangler",
                _("mangler"),
                [("noe", _("noe er ukjent"))],
                lambda rows, _chosen: rows.filter(LACKING),
            ),
        ),
        empty=Empty(
            _("Planen har ingen kildedokumenter ennå. Hvert mandat står i ett."),
            example=_("For eksempel økonomiplanen, en tertialrapport eller en melding."),
            action=may_add,
        ),
        file_name=f"{access.plan.slug}-kildedokumenter",
        action=may_add,
        links=(to_orders(access),),
        counted=_("kildedokumenter"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> tuple[Column, ...]:
    return (
        Column(
            "tittel",
            _("Tittel"),
            lambda source: Cell(source.title, source_url(access, source)),
            sort=("title",),
            header=True,
        ),
        Column("type", _("Type"), lambda source: str(source.get_kind_display()), ("kind",)),
        Column("organ", _("Organ"), lambda source: given_by(access, source) or _("ukjent")),
        Column(
            "vedtatt",
            _("Vedtaksdato"),
            lambda source: written_date(source.decided_on),
            ("decided_on",),
        ),
        Column(
            "ordrer", _("Ordrer"), lambda source: str(source.order_count), ("order_count",), True
        ),
        Column("mangler", _("Mangler"), lambda source: listed(not_known(source)) or _("ingenting")),
    )


@on_plan(Capability.SEE)
def source_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one source document with the orders that stand in it."""
    source = source_named(access, slug)
    page = ObjectPage(
        row=source,
        kind_label=str(source.get_kind_display()),
        back=Action(_("Kildedokumenter"), house_url(access, "sources")),
        title=source.title,
        body=source.note,
        facts=_facts(access, source),
        verbs=verbs(access, source),
        blocks=(_orders(access, source),),
    )
    return show_object(request, access, page)


def _facts(access: Access, source: SourceDocument) -> list[Fact]:
    return [
        Fact(_("Organ"), given_by(access, source)),
        Fact(_("Gjelder"), belongs_to(source)),
        Fact(_("Vedtaksdato"), written_date(source.decided_on)),
        Fact(_("Saksnummer"), source.case_number),
        Fact(_("Lenke"), Cell(source.link, source.link) if source.link else ""),
        Fact(_("Fil"), _file(access, source), missing=_("ingen")),
        Fact(_("Mangler"), listed(not_known(source)), missing=_("ingenting")),
    ]


def _file(access: Access, source: SourceDocument) -> Cell | str:
    if source.file is None:
        return ""
    if source.file.internal and not access.may(Capability.SEE_INTERNAL):
        return _("intern fil")
    return Cell(source.file.name, reverse("attachment", args=[access.plan.slug, source.file.slug]))


def _orders(access: Access, source: SourceDocument) -> Block:
    lines = [
        Line([state_tag(order), Cell(order.title, order_url(access, order))])
        for order in source.mandates.all()
    ]
    none = _("Ingen ordrer står i dette dokumentet.")
    return lines_block(_("Ordrer i dokumentet"), lines, none=none)
