"""The page of one order."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.mandate.queries.course import undecided_in
from temaplan.workbench.mandate.queries.orders import order_named, place_of
from temaplan.workbench.mandate.rules.course import undecided_warning
from temaplan.workbench.mandate.views.addresses import actor_url, source_url, to_orders
from temaplan.workbench.mandate.views.order_blocks import blocks
from temaplan.workbench.mandate.views.order_verbs import verbs
from temaplan.workbench.mandate.views.words import deadline_cells, given_by, state_tag
from temaplan.workbench.pages.cells import Cell, Fact
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word


@on_plan(Capability.SEE)
def order_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one order in its exact words, what it demands and what became of it."""
    order = order_named(access, slug)
    number, all_orders = place_of(order)
    page = ObjectPage(
        row=order,
        kind_label=_("ordre %(number)d av %(all)d") % {"number": number, "all": all_orders},
        back=to_orders(access),
        title=order.title,
        tags=_tags(access, order),
        quote=order.wording,
        facts=_facts(access, order),
        verbs=verbs(access, order, alone=all_orders == 1),
        blocks=blocks(access, order),
        notice=_notice(order),
    )
    return show_object(request, access, page)


def _notice(order: Mandate) -> str:
    """Warn when the order is closed while a question it took in is not decided."""
    if not order.is_closed:
        return ""
    return undecided_warning(order.title, [each.title for each in undecided_in(order)])


def _tags(access: Access, order: Mandate) -> list[Cell]:
    tags = [state_tag(order)]
    if order.is_late(reading_date(access.plan)):
        tags.append(Cell(_("over frist"), tag="danger"))
    tags.append(Cell(str(order.get_verb_display()), tag="neutral"))
    if order.category:
        tags.append(Cell(str(order.get_category_display()), tag="neutral"))
    return tags


def _facts(access: Access, order: Mandate) -> list[Fact]:
    source = order.document
    given = [Cell(source.title, source_url(access, source))]
    if source.body_name:
        given.insert(0, Cell(given_by(access, source)))
    partners = [Cell(each.name, actor_url(access, each)) for each in order.partners.all()]
    return [
        Fact(_("Gitt i"), given),
        Fact(_("Vedtaksdato"), [Cell(written_date(source.decided_on)), _case(access, source)]),
        Fact(_("Mottaker"), body_word(order.addressee, access.municipality)),
        Fact(_("Frist"), deadline_cells(order), missing=_("ikke gitt")),
        Fact(_("Samarbeidspartnere"), partners, missing=_("ingen nevnt")),
    ]


def _case(access: Access, source: SourceDocument) -> Cell:
    if source.case_number:
        return Cell(_("sak %(number)s") % {"number": source.case_number})
    if not access.may(Capability.EDIT):
        return Cell(_("sak ukjent"))
    return Cell(_("sak ukjent, legg til"), source_url(access, source, "source-change"))
