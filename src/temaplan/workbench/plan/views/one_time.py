"""Pages behind one-time addresses: choosing a password, and becoming the first administrator."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.actions.accounts import choose_password, make_first_administrator
from temaplan.workbench.plan.actions.one_time_links import (
    PASSWORD_LINKS,
    LinkIsOver,
    usable_link,
)
from temaplan.workbench.plan.doors import public
from temaplan.workbench.plan.forms.accounts import FirstAdministratorForm, PasswordForm
from temaplan.workbench.plan.language import speak_as
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.queries.people import form_spoken_to

Page = Callable[[HttpRequest, str], HttpResponse]


def _says_when_over(page: Page) -> Page:
    """Show why an address does not work, as a page and not as a fault of the form."""

    @wraps(page)
    def shown(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return page(request, token)
        except LinkIsOver as over:
            return render(
                request, "account/link_is_over.html", {"message": over.message}, status=410
            )

    return shown


@public
@never_cache
@_says_when_over
def choose_password_page(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody invited, or who has forgotten, choose a password; then they are in."""
    person = usable_link(token, *PASSWORD_LINKS).person
    assert person is not None  # these links always have one
    speak_as(request, form_spoken_to(person))
    form = PasswordForm(request.POST, person=person)
    page = FormPage(
        title=_("Velg passord"),
        form=form,
        submit=_("Velg passord"),
        cancel=reverse("public-front"),
        intro=_("Du logger inn med %(email)s og passordet du velger her.")
        % {"email": person.email},
    )

    def act() -> Person:
        return choose_password(token=token, password=form.cleaned_data["password1"])

    return _answer(request, page, act)


@public
@never_cache
@_says_when_over
def first_administrator_page(request: HttpRequest, token: str) -> HttpResponse:
    """Let whoever started the installation become its first administrator."""
    usable_link(token, "first_administrator")
    form = FirstAdministratorForm(request.POST)
    page = FormPage(
        title=_("Bli den første administratoren"),
        form=form,
        submit=_("Lag kontoen"),
        cancel=reverse("public-front"),
        intro=_(
            "Administratoren styrer innstillingene for én kommune, og gir andre tilgang. "
            "Adressen til denne siden virker én gang."
        ),
    )

    def act() -> Person:
        values = form.values()
        return make_first_administrator(
            token=token,
            name=values["name"],
            email=values["email"],
            password=values["password1"],
            municipality=values.get("municipality"),
            municipality_name=values["municipality_name"],
        )

    return _answer(request, page, act)


def _answer(request: HttpRequest, page: FormPage, act: Callable[[], Person]) -> HttpResponse:
    def log_in() -> Person:
        person = act()
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        request.session.set_expiry(0)
        return person

    return answer_form(
        request,
        None,
        page,
        act=log_in,
        then=lambda _person: reverse("my-work"),
        said=_("Passordet er valgt, og du er logget inn."),
    )
