"""Logging in and out, and one's own account."""

from allauth.account.views import LoginView, LogoutView
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.accounts import cast_is_offered
from temaplan.workbench.plan.actions.accounts import change_account, change_password
from temaplan.workbench.plan.doors import hostname, person_of, person_only, public
from temaplan.workbench.plan.forms.accounts import LogInForm, MyAccountForm, NewPasswordForm
from temaplan.workbench.plan.kept_form import kept_form
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.queries.demo_cast import cast_by_municipality

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


class LogInPage(LoginView):
    """Allauth's way in, on our page."""

    form_class = LogInForm
    template_name = "account/log_in.html"

    def form_invalid(self, form: LogInForm) -> HttpResponse:
        """Show the refused form; 422 as for every form of ours."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class LogOutPage(LogoutView):
    """A page with one button; only the button logs out."""

    template_name = "account/log_out.html"


@public
def log_in(request: HttpRequest) -> HttpResponseBase:
    """Log in with address and password; in the demo also as one of the cast."""
    offered = cast_is_offered(request, hostname(request))
    shown = {
        "cast": cast_by_municipality() if offered else [],
        "cast_left_out": bool(settings.DEMO or settings.DEMO_HOST) and not offered,
        "writing_is_kept": kept_form(request) is not None,
    }
    return LogInPage.as_view(extra_context=shown)(request)


@public
def log_in_as_cast(request: HttpRequest) -> HttpResponse:
    """Log in as a member of the demo's cast; outside the demo there is no such page."""
    number = request.POST.get("person", "")
    if not cast_is_offered(request, hostname(request)) or not number.isascii():
        raise Http404
    cast = Person.objects.filter(demo_cast=True, is_active=True)
    person = cast.filter(pk=number).first() if number.isdigit() else None
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    request.session.set_expiry(0)
    return HttpResponseRedirect(LogInPage(request=request).get_success_url() or "/arbeid/")


@public
def log_out(request: HttpRequest) -> HttpResponseBase:
    """Log out, after one more click."""
    return LogOutPage.as_view()(request)


@person_only
def my_account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name and written form."""
    person = person_of(request)
    form = MyAccountForm(request.POST, person=person)
    if request.method == "POST" and form.is_valid():
        change_account(person, values=form.values())
        messages.success(request, _("Kontoen er endret."))
        return HttpResponseRedirect(reverse("my-account"))
    refused = form.is_bound and bool(form.errors)
    return render(
        request, "account/my_account.html", {"form": form}, status=422 if refused else 200
    )


@person_only
def new_password(request: HttpRequest) -> HttpResponseBase:
    """Change one's own password; other browsers are logged out by it."""
    person = person_of(request)
    form = NewPasswordForm(request.POST, person=person)
    page = FormPage(
        title=_("Bytt passord"),
        form=form,
        submit=_("Bytt passord"),
        cancel=reverse("my-account"),
        back=Action(_("Kontoen min"), reverse("my-account")),
        intro=_("Alle andre nettlesere der du er innlogget, blir logget ut."),
    )
    if not ratelimit.consume(request, action="change_password"):
        return ratelimit.respond_429(request)

    def act() -> Person:
        change_password(person, password=form.cleaned_data["password1"])
        update_session_auth_hash(request, person)
        return person

    return answer_form(
        request,
        None,
        page,
        act=act,
        then=lambda _person: reverse("my-account"),
        said=_("Passordet er byttet."),
    )


@person_only
def show_kept_form(request: HttpRequest) -> HttpResponse:
    """Show what was sent after log-out, with the button that sends it again."""
    kept = kept_form(request)
    if kept is None:
        return HttpResponseRedirect(reverse("my-work"))
    return render(request, "account/kept_form.html", {"kept": kept})
