"""Steps in the life of an order, each with its consequences before it is taken."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.course import take_step
from temaplan.workbench.mandate.actions.relations import relate
from temaplan.workbench.mandate.forms.course import AbsorbForm, PostponeForm, StepForm
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.queries.orders import order_named
from temaplan.workbench.mandate.views.addresses import order_url, to_order
from temaplan.workbench.mandate.views.consequences import consequence_of, warning_before
from temaplan.workbench.mandate.vocabulary import RELATION, STEP, Step
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import View, on_plan

_FORMS: dict[str, type[StepForm]] = {"postpone": PostponeForm, "absorb": AbsorbForm}


def step_view(step: Step) -> View:
    """Return the page that takes this step, behind the door that the step needs."""

    def answer(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
        order = order_named(access, slug)
        form = _FORMS.get(step.code, StepForm)(request.POST, access=access, row=order)
        page = FormPage(
            title=f"{step.label}: «{order.title}»",
            form=form,
            submit=str(step.label),
            cancel=order_url(access, order),
            back=to_order(access, order),
            consequence=consequence_of(step, order, access),
            warning=warning_before(step, order),
        )
        return answer_form(
            request,
            access,
            page,
            act=_act(step, order, access, form),
            then=lambda _row: order_url(access, order),
            said=_("Ordren har fått ny status."),
        )

    answer.__doc__ = f"Take the step «{step.code}» with an order."
    return on_plan(step.needs)(answer)


def _act(step: Step, order: Mandate, access: Access, form: StepForm) -> Callable[[], Any]:
    if step is STEP["absorb"]:
        return lambda: relate(
            form.cleaned_data["later"],
            relation=RELATION["absorbs"],
            earlier=order,
            by=access.person,
            decision=form.decision,
            revision=form.revision_read,
            submission=form.submission_key,
        )
    return lambda: take_step(
        order,
        step=step,
        by=access.person,
        decision=form.decision,
        revision=form.revision_read,
        new_deadline=form.cleaned_data.get("new_deadline"),
        submission=form.submission_key,
    )
