"""Forms about what an order demands: criteria and deliverables."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.parts import (
    add_criterion,
    add_deliverable,
    change_part,
    discard_part,
)
from temaplan.workbench.mandate.forms.parts import CriterionForm, DeliverableForm
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.queries.orders import order_named
from temaplan.workbench.mandate.queries.parts import criterion_of, deliverable_of
from temaplan.workbench.mandate.views.addresses import order_url, to_order
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def criterion_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Add a criterion to an order."""
    order = order_named(access, slug)
    form = CriterionForm(request.POST, access=access)
    page = _page(access, order, form, title=_("Nytt kriterium"), submit=_("Legg til kriterium"))
    return _answer(
        request,
        access,
        order,
        page,
        lambda: add_criterion(
            order, by=access.person, text=form.values()["text"], submission=form.submission_key
        ),
    )


@on_plan(Capability.EDIT)
def criterion_change(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Change a criterion."""
    order = order_named(access, slug)
    row = criterion_of(order, part)
    form = CriterionForm(request.POST, access=access, row=row)
    page = _page(access, order, form, title=_("Endre kriteriet"), submit=_("Lagre kriteriet"))
    return _answer(request, access, order, page, _change(row, access, form))


@on_plan(Capability.EDIT)
def criterion_discard(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Remove a criterion."""
    order = order_named(access, slug)
    row = criterion_of(order, part)
    form = DiscardForm(request.POST, access=access)
    title = _("Fjern kriteriet «%(text)s»") % {"text": row.text}
    page = _page(access, order, form, title=title, submit=_("Fjern kriteriet"))
    return _answer(request, access, order, page, _discard(row, access, form))


@on_plan(Capability.EDIT)
def deliverable_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Add a deliverable to an order."""
    order = order_named(access, slug)
    form = DeliverableForm(request.POST, access=access)
    page = _page(access, order, form, title=_("Ny leveranse"), submit=_("Legg til leveranse"))
    return _answer(
        request,
        access,
        order,
        page,
        lambda: add_deliverable(
            order, by=access.person, values=form.values(), submission=form.submission_key
        ),
    )


@on_plan(Capability.EDIT)
def deliverable_change(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Change a deliverable, for example where it stands."""
    order = order_named(access, slug)
    row = deliverable_of(order, part)
    form = DeliverableForm(request.POST, access=access, row=row)
    page = _page(access, order, form, title=_("Endre leveransen"), submit=_("Lagre leveransen"))
    return _answer(request, access, order, page, _change(row, access, form))


@on_plan(Capability.EDIT)
def deliverable_discard(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Remove a deliverable."""
    order = order_named(access, slug)
    row = deliverable_of(order, part)
    form = DiscardForm(request.POST, access=access)
    title = _("Fjern leveransen «%(title)s»") % {"title": row.title}
    page = _page(access, order, form, title=title, submit=_("Fjern leveransen"))
    return _answer(request, access, order, page, _discard(row, access, form))


def _page(access: Access, order: Mandate, form: PlanForm, *, title: str, submit: str) -> FormPage:
    return FormPage(
        title=title,
        form=form,
        submit=submit,
        cancel=order_url(access, order),
        back=to_order(access, order),
    )


def _answer(
    request: HttpRequest, access: Access, order: Mandate, page: FormPage, act: Callable[[], Any]
) -> HttpResponse:
    return answer_form(request, access, page, act=act, then=lambda _row: order_url(access, order))


def _change(row: Any, access: Access, form: PlanForm) -> Callable[[], Any]:
    return lambda: change_part(
        row, by=access.person, changes=form.values(), revision=form.revision_read
    )


def _discard(row: Any, access: Access, form: PlanForm) -> Callable[[], Any]:
    return lambda: discard_part(row, by=access.person, reason=form.values()["reason"])
