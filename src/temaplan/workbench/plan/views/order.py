"""Saying what a milestone comes after."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.dependencies import add_dependency, discard_dependency
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.forms.order import DependencyForm
from temaplan.workbench.plan.models import MilestoneDependency
from temaplan.workbench.plan.queries.dependencies import dependency_of, may_come_before
from temaplan.workbench.plan.queries.timeline import milestone_for
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def dependency_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Let a milestone come after another; rings and impossible dates are refused."""
    row = milestone_for(access, slug)
    others = may_come_before(row)
    form = DependencyForm(request.POST, access=access, others=others)

    def act() -> MilestoneDependency:
        return add_dependency(
            row,
            by=access.person,
            after=milestone_for(access, form.cleaned_data["after"]),
            least_days=form.cleaned_data["least_days"] or 0,
            submission=form.submission_key,
        )

    address = reverse("milestone", args=[access.plan.slug, row.slug])
    page = FormPage(
        title=_("Hva kommer «%(title)s» etter?") % {"title": row.title},
        form=form,
        submit=_("Legg til rekkefølge"),
        cancel=address,
        back=Action(row.title, address),
        intro=_(
            "Flyttes det den kommer etter, sier tidslinjen fra når rekkefølgen ikke lenger stemmer."
        ),
    )
    return answer_form(request, access, page, act=act, then=lambda _row: address)


@on_plan(Capability.EDIT)
def dependency_discard(request: HttpRequest, access: Access, slug: str, part: str) -> HttpResponse:
    """Let a milestone no longer wait for another."""
    row = milestone_for(access, slug)
    dependency = dependency_of(access, row, part)
    form = DiscardForm(request.POST, access=access)
    address = reverse("milestone", args=[access.plan.slug, row.slug])
    page = FormPage(
        title=_("Fjern at «%(title)s» kommer etter «%(after)s»")
        % {"title": row.title, "after": dependency.after.title},
        form=form,
        submit=_("Fjern rekkefølge"),
        cancel=address,
        back=Action(row.title, address),
    )

    def act() -> None:
        discard_dependency(dependency, by=access.person, reason=form.values()["reason"])

    return answer_form(request, access, page, act=act, then=lambda _row: address)
