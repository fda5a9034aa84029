"""Forms about a role in a challenge: add, change, remove."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.actions.roles import add_role, change_role, remove_role
from temaplan.workbench.challenge.forms.roles import RoleForm
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.challenge.queries.challenges import challenge_named
from temaplan.workbench.challenge.queries.roles import role_of
from temaplan.workbench.challenge.views.addresses import challenge_url, to_challenge
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def role_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Say what an actor can be to the challenge."""
    challenge = challenge_named(access, slug)
    form = RoleForm(request.POST, access=access)
    page = _page(access, challenge, form, _("Ny rolle"), _("Legg til rolle"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_role(
            challenge, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda _row: page.cancel,
        said=_("Rollen er registrert."),
    )


@on_plan(Capability.EDIT)
def role_change(request: HttpRequest, access: Access, slug: str, role: str) -> HttpResponse:
    """Change a role, its lead or its room for action."""
    challenge = challenge_named(access, slug)
    row = role_of(challenge, role)
    form = RoleForm(request.POST, access=access, row=row)
    page = _page(access, challenge, form, _("Endre rollen"), _("Lagre rollen"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_role(
            row, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=lambda _row: page.cancel,
    )


@on_plan(Capability.EDIT)
def role_remove(request: HttpRequest, access: Access, slug: str, role: str) -> HttpResponse:
    """Remove a role."""
    challenge = challenge_named(access, slug)
    row = role_of(challenge, role)
    form = DiscardForm(request.POST, access=access)
    title = _("Fjern rollen %(row)s") % {"row": row}
    page = _page(access, challenge, form, title, _("Fjern rollen"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: remove_role(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: page.cancel,
        said=_("Rollen er fjernet."),
    )


def _page(
    access: Access, challenge: Challenge, form: PlanForm, title: str, submit: str
) -> FormPage:
    return FormPage(
        title=title,
        form=form,
        submit=submit,
        cancel=f"{challenge_url(access, challenge)}#roller",
        back=to_challenge(access, challenge),
    )
