"""The list of orders."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.mandate.queries.orders import late_orders, orders
from temaplan.workbench.mandate.queries.periods import period_of, periods
from temaplan.workbench.mandate.queries.sources import sources
from temaplan.workbench.mandate.views.addresses import house_url, order_url, source_url
from temaplan.workbench.mandate.views.words import due_cell, state_tag
from temaplan.workbench.mandate.vocabulary import MANDATE_STATES
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import Capability

_WORDS_OF_AN_ORDER = 18


@on_plan(Capability.SEE)
def order_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the orders that the plan must answer."""
    add = Action(_("Legg til mandat"), house_url(access, "mandate-add"))
    may_add = add if access.may(Capability.EDIT) else None
    page = ListPage(
        title=_("Mandat"),
        sentence=_("Ordrer fra %(council)s som planen skal svare på.")
        % {"council": access.municipality.council_name},
        rows=orders(access.plan),
        columns=_columns(access),
        filters=_filters(access),
        empty=Empty(
            _("Planen har ingen mandat ennå. Et mandat er en ordre, med kilden den står i."),
            example=_("For eksempel et verbalvedtak i økonomiplanen."),
            action=may_add,
        ),
        file_name=f"{access.plan.slug}-mandat",
        action=may_add,
        links=(
            Action(_("Kildedokumenter"), house_url(access, "sources")),
            Action(_("Sammenlign perioder"), house_url(access, "mandate-comparison")),
        ),
        counted=_("mandat"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> tuple[Column, ...]:
    as_of = reading_date(access.plan)
    return (
        Column(
            "ordre",
            _("Ordre"),
            lambda order: Cell(
                order.title,
                order_url(access, order),
                note=Truncator(order.wording).words(_WORDS_OF_AN_ORDER),
            ),
            sort=("title",),
            header=True,
        ),
        Column(
            "kilde",
            _("Kilde"),
            lambda order: Cell(order.document.title, source_url(access, order.document)),
            sort=("document__year", "document__tertial", "document_id", "position"),
        ),
        Column("frist", _("Frist"), lambda order: due_cell(order, as_of), sort=("due_day",)),
        Column("status", _("Status"), state_tag, sort=("state",)),
    )


def _filters(access: Access) -> tuple[Filter, ...]:
    as_of = reading_date(access.plan)
    kept = list(sources(access.plan))
    known = periods(kept)

    def late(rows: Any, _chosen: str) -> Any:
        return rows.filter(pk__in=late_orders(access.plan, as_of).values("pk"))

    return (
        Filter(
            "status",
            _("status"),
            choices(MANDATE_STATES),
            lambda rows, state: rows.filter(state=state),
        ),
        Filter(
            "kilde",
            _("kilde"),
            [(source.slug, source.title) for source in kept],
            lambda rows, slug: rows.filter(document__slug=slug),
        ),
        Filter(
            "periode",
            _("periode"),
            [(period.code, period.label) for period in known],
            lambda rows, code: rows.filter(document__in=_in_period(kept, code)),
        ),
        Filter("frist", _("frist"), [("over", _("over frist"))], late),
    )


def _in_period(kept: list[SourceDocument], code: str) -> list[int]:
    known = periods(kept)
    found = [(source, period_of(source, known)) for source in kept]
    return [source.pk for source, period in found if period is not None and period.code == code]
