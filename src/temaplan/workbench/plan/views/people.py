"""Who has a role on the plan, and inviting more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from temaplan.errors import TemaplanError
from temaplan.workbench.pages.cells import Action, Empty
from temaplan.workbench.pages.form_page import FormPage, show_form
from temaplan.workbench.pages.list_page import ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.people import invite
from temaplan.workbench.plan.doors import on_plan, person_of
from temaplan.workbench.plan.forms.people import InviteForm, InviteToMunicipalityForm
from temaplan.workbench.plan.queries.people import Scope, roles_in, roles_on
from temaplan.workbench.plan.views.people_columns import people_columns
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def people_on_plan(request: HttpRequest, access: Access) -> HttpResponse:
    """List who has a role on the plan."""
    slug = access.plan.slug
    manages = access.may(Capability.MANAGE_PEOPLE)
    links = [Action(_("Hvem har gitt og avsluttet roller"), reverse("people-history", args=[slug]))]
    if access.may(Capability.ADMINISTER):
        links.append(
            Action(
                _("Roller på alle planer i kommunen"), reverse("municipality-people", args=[slug])
            )
        )
    page = ListPage(
        title=_("Personer"),
        sentence=_("De som arbeider med planen, og hva rollen deres gir rett til."),
        rows=roles_on(access.plan),
        columns=people_columns(access, with_addresses=manages),
        empty=Empty(_("Ingen har rolle på planen ennå.")),
        file_name=f"{slug}-personer",
        action=Action(_("Inviter"), reverse("person-invite", args=[slug])) if manages else None,
        links=links if manages else (),
    )
    return show_list(request, access, page)


@on_plan(Capability.ADMINISTER)
def people_in_municipality(request: HttpRequest, access: Access) -> HttpResponse:
    """List who has a role on all plans of the municipality."""
    slug = access.plan.slug
    page = ListPage(
        title=_("Personer i %(municipality)s") % {"municipality": access.municipality.name},
        sentence=_("De som har en rolle på alle planer i kommunen, også planer som kommer."),
        rows=roles_in(access.municipality),
        columns=people_columns(access, with_addresses=True, in_municipality=True),
        empty=Empty(_("Ingen har rolle på alle planer ennå.")),
        file_name=f"{access.municipality.slug}-personer",
        action=Action(_("Inviter"), reverse("municipality-invite", args=[slug])),
        links=[
            Action(_("Kommunens innstillinger"), reverse("municipality", args=[slug])),
            Action(
                _("Hvem har gitt og avsluttet roller"),
                reverse("municipality-people-history", args=[slug]),
            ),
        ],
    )
    return show_list(request, access, page)


@on_plan(Capability.MANAGE_PEOPLE)
@never_cache
def invite_to_plan(request: HttpRequest, access: Access) -> HttpResponse:
    """Give somebody a role on the plan, with an account when they have none."""
    form = InviteForm(request.POST, access=access)
    page = FormPage(
        title=_("Inviter til planen"),
        form=form,
        submit=_("Gi rolle"),
        cancel=reverse("plan-people", args=[access.plan.slug]),
        back=Action(_("Personer"), reverse("plan-people", args=[access.plan.slug])),
    )
    return _answer(request, access, page, Scope(access.municipality, access.plan))


@on_plan(Capability.ADMINISTER)
@never_cache
def invite_to_municipality(request: HttpRequest, access: Access) -> HttpResponse:
    """Give somebody a role on all plans of the municipality."""
    form = InviteToMunicipalityForm(request.POST, access=access)
    back = reverse("municipality-people", args=[access.plan.slug])
    page = FormPage(
        title=_("Inviter til alle planer i kommunen"),
        form=form,
        submit=_("Gi rolle"),
        cancel=back,
        back=Action(_("Personer i kommunen"), back),
    )
    return _answer(request, access, page, Scope(access.municipality))


def _answer(request: HttpRequest, access: Access, page: FormPage, scope: Scope) -> HttpResponse:
    """Answer with the form, or with the address: it is shown in this answer and never again."""
    if request.method != "POST" or not page.form.is_valid():
        return show_form(request, page)
    try:
        invited = invite(access=access, scope=scope, by=person_of(request), **page.form.values())
    except TemaplanError as refusal:
        page.form.add_error(None, refusal.message)
        return show_form(request, page)
    return render(request, "people/invited.html", {"invited": invited, "people_url": page.cancel})
