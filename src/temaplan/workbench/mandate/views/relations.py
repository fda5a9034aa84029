"""Forms about how orders relate."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.relations import relate, unrelate
from temaplan.workbench.mandate.forms.course import RelationForm, UnrelateForm
from temaplan.workbench.mandate.queries.orders import order_named
from temaplan.workbench.mandate.queries.parts import relation_of
from temaplan.workbench.mandate.views.addresses import order_url, to_order
from temaplan.workbench.mandate.vocabulary import RELATION
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def relation_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Say how this order relates to an earlier one."""
    order = order_named(access, slug)
    form = RelationForm(request.POST, access=access, row=order)
    page = FormPage(
        title=_("Forhold til en tidligere ordre"),
        form=form,
        submit=_("Legg til forhold"),
        cancel=order_url(access, order),
        intro=_(
            "Den tidligere ordren får ny status når denne besvarer, utsetter, tar opp i seg "
            "eller erstatter den."
        ),
        back=to_order(access, order),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: relate(
            order,
            relation=RELATION[form.cleaned_data["relation"]],
            earlier=form.cleaned_data["earlier"],
            by=access.person,
            decision=form.decision,
            new_deadline=form.cleaned_data["new_deadline"],
            submission=form.submission_key,
        ),
        then=lambda _row: order_url(access, order),
        said=_("Forholdet er registrert."),
    )


@on_plan(Capability.EDIT)
def relation_remove(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Remove a relation that was wrong."""
    order = order_named(access, slug)
    row = relation_of(order, part)
    form = UnrelateForm(request.POST, access=access, row=row)
    words = {
        "later": row.later.title,
        "relation": RELATION[row.relation].label,
        "earlier": row.earlier.title,
    }
    page = FormPage(
        title=_("Fjern forholdet: «%(later)s» %(relation)s «%(earlier)s»") % words,
        form=form,
        submit=_("Fjern forholdet"),
        cancel=order_url(access, order),
        back=to_order(access, order),
        consequence=Consequence(
            changes=[
                _(
                    "«%(earlier)s» får tilbake den statusen den hadde før, hvis forholdet ga den "
                    "status."
                )
                % words
            ],
            stays=[_("Begge ordrene og forløpet deres blir stående.")],
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: unrelate(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: order_url(access, order),
        said=_("Forholdet er fjernet."),
    )
