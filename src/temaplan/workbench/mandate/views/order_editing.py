"""Forms about an order: register, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.orders import add_order, change_order, discard_order
from temaplan.workbench.mandate.forms.orders import NewOrderForm, OrderForm
from temaplan.workbench.mandate.queries.orders import order_named
from temaplan.workbench.mandate.views.addresses import house_url, order_url, to_order, to_orders
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def order_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Register an order with the source it stands in."""
    form = NewOrderForm(request.POST, access=access)
    page = FormPage(
        title=_("Nytt mandat"),
        form=form,
        submit=_("Legg til mandat"),
        cancel=house_url(access),
        back=to_orders(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_order(
            plan=access.plan,
            by=access.person,
            values=form.order_values(),
            new_source=form.new_source(),
            submission=form.submission_key,
        ),
        then=lambda order: order_url(access, order),
        said=_("Ordren er registrert."),
    )


@on_plan(Capability.EDIT)
def order_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Correct what an order says."""
    order = order_named(access, slug)
    form = OrderForm(request.POST, access=access, row=order)
    page = FormPage(
        title=_("Endre «%(title)s»") % {"title": order.title},
        form=form,
        submit=_("Lagre ordren"),
        cancel=order_url(access, order),
        back=to_order(access, order),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_order(
            order, by=access.person, changes=form.order_values(), revision=form.revision_read
        ),
        then=lambda changed: order_url(access, changed),
    )


@on_plan(Capability.EDIT)
def order_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove an order that nobody has read in a document and nothing rests on."""
    order = order_named(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast «%(title)s»") % {"title": order.title},
        form=form,
        submit=_("Forkast ordren"),
        cancel=order_url(access, order),
        intro=_(
            "Ordren blir borte sammen med kriteriene, leveransene og forløpet. Hva den var, "
            "står fortsatt i historikken. En ordre som er gitt, skal trekkes i stedet."
        ),
        back=to_order(access, order),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_order(order, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: house_url(access),
        said=_("Ordren er forkastet."),
    )
