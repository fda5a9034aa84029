"""One role of one person: what it is, until when, ending it, a new password."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.people import change_role_end, end_role, renew_password
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan, person_of
from temaplan.workbench.plan.forms.people import RoleEndForm
from temaplan.workbench.plan.mails import mail_is_set_up
from temaplan.workbench.plan.models import Membership
from temaplan.workbench.plan.queries.people import (
    Scope,
    managers_beside,
    manages_every_role,
    people_history,
    role_given_on,
)
from temaplan.workbench.plan.rules.people import may_end_role, may_hand_over_link
from temaplan.workbench.plan.verdicts import Allowed
from temaplan.workbench.plan.vocabulary import Capability

Page = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Place:
    """Where a role is looked after: names of its pages, and who may come there."""

    people: str
    role: str
    end: str
    until: str
    password: str
    history: str
    needs: Capability
    on_plan: bool

    def scope(self, access: Access) -> Scope:
        """Return what the roles hold for."""
        return Scope(access.municipality, access.plan if self.on_plan else None)

    def address(self, name: str, access: Access, *more: int) -> str:
        """Return the address of one of the pages."""
        return reverse(getattr(self, name), args=[access.plan.slug, *more])


ON_PLAN = Place(
    people="plan-people",
    role="role-on-plan",
    end="role-on-plan-end",
    until="role-on-plan-until",
    password="role-on-plan-password",
    history="people-history",
    needs=Capability.MANAGE_PEOPLE,
    on_plan=True,
)
IN_MUNICIPALITY = Place(
    people="municipality-people",
    role="role-in-municipality",
    end="role-in-municipality-end",
    until="role-in-municipality-until",
    password="role-in-municipality-password",
    history="municipality-people-history",
    needs=Capability.ADMINISTER,
    on_plan=False,
)


def role_page(place: Place) -> Page:
    """Return the page of one role."""

    @on_plan(place.needs)
    def page(request: HttpRequest, access: Access, number: int) -> HttpResponse:
        membership = role_given_on(place.scope(access), number)
        return render(request, "people/role.html", _role(place, access, membership))

    return page


def _role(place: Place, access: Access, membership: Membership) -> dict[str, object]:
    ending = may_end_role(membership.role, others=managers_beside(membership))
    renewing = (
        Allowed()
        if mail_is_set_up()
        else may_hand_over_link(manages_every_role=manages_every_role(access, membership.person))
    )
    number = membership.pk
    return {
        "membership": membership,
        "last_day": written_date(membership.ends_on) if membership.ends_on else "",
        "people_url": place.address("people", access),
        "until_url": place.address("until", access, number),
        "end": Action(_("Avslutt rollen"), place.address("end", access, number), ending.reason),
        "password": Action(
            _("Lag adresse for nytt passord"),
            place.address("password", access, number),
            renewing.reason,
        ),
    }


def until_page(place: Place) -> Page:
    """Return the page that lets a role hold until another day."""

    @on_plan(place.needs)
    def page(request: HttpRequest, access: Access, number: int) -> HttpResponse:
        membership = role_given_on(place.scope(access), number)
        back = place.address("role", access, number)
        form = RoleEndForm(request.POST, access=access, initial={"ends_on": membership.ends_on})
        asked = FormPage(
            title=_("Siste dag for %(name)s") % {"name": membership.person.name},
            form=form,
            submit=_("Lagre siste dag"),
            cancel=back,
            back=Action(membership.person.name, back),
            intro=_("Tomt betyr at rollen gjelder til den blir avsluttet."),
        )
        return answer_form(
            request,
            access,
            asked,
            act=lambda: change_role_end(
                membership, ends_on=form.cleaned_data["ends_on"], by=person_of(request)
            ),
            then=lambda _row: back,
            said=_("Siste dag er lagret."),
        )

    return page


def end_page(place: Place) -> Page:
    """Return the page that ends a role, after saying what that means."""

    @on_plan(place.needs)
    def page(request: HttpRequest, access: Access, number: int) -> HttpResponse:
        membership = role_given_on(place.scope(access), number)
        people = place.address("people", access)
        name = membership.person.name
        asked = FormPage(
            title=_("Avslutt rollen til %(name)s") % {"name": name},
            form=PlanForm(request.POST, access=access),
            submit=_("Avslutt rollen"),
            cancel=place.address("role", access, number),
            back=Action(name, place.address("role", access, number)),
            consequence=_consequence(membership),
        )
        return answer_form(
            request,
            access,
            asked,
            act=lambda: end_role(membership, by=person_of(request)),
            then=lambda _row: people,
            said=_("Rollen til %(name)s er avsluttet.") % {"name": name},
        )

    return page


def _consequence(membership: Membership) -> Consequence:
    words = {"name": membership.person.name, "role": membership.get_role_display()}
    return Consequence(
        changes=[_("%(name)s er ikke lenger %(role)s fra neste side som åpnes.") % words],
        stays=[
            _("Det %(name)s har skrevet, og historikken.") % words,
            _("Andre roller som %(name)s har.") % words,
        ],
    )


def password_page(place: Place) -> Page:
    """Return the verb that makes a one-time address; it is shown in this answer only."""

    @on_plan(place.needs)
    @require_POST
    @never_cache
    def page(request: HttpRequest, access: Access, number: int) -> HttpResponse:
        membership = role_given_on(place.scope(access), number)
        back = place.address("role", access, number)
        invited = renew_password(membership, access=access, by=person_of(request))
        return render(request, "people/invited.html", {"invited": invited, "people_url": back})

    return page


def history_page(place: Place) -> Page:
    """Return the page that tells who gave and ended which role."""

    @on_plan(place.needs)
    def page(request: HttpRequest, access: Access) -> HttpResponse:
        scope = place.scope(access)
        return render(
            request,
            "people/history.html",
            {
                "steps": people_history(scope),
                "place": scope.name,
                "people_url": place.address("people", access),
            },
        )

    return page
