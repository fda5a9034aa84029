"""Decorators that every view must carry: each says who may come in.

A test walks the URL resolver and fails for an address whose view has no
`door`. The decorator fetches the plan for the person, so that a view never
sees a plan that its reader may not know of.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from temaplan.workbench.plan import access as rights
from temaplan.workbench.plan.kept_form import forget_form, keep_form
from temaplan.workbench.plan.language import speak_as, speak_for
from temaplan.workbench.plan.models import Person
from temaplan.workbench.plan.vocabulary import Capability

_log = logging.getLogger("temaplan.access")

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Door:
    """Who may enter a view: `public`, `public_plan`, `person` or `plan` with a capability."""

    kind: str
    capability: Capability | None = None


def _marked(view: View, inner: View, door: Door) -> View:
    wrapped = wraps(inner)(view)
    wrapped.door = door  # type: ignore[attr-defined]
    return wrapped


def hostname(request: HttpRequest) -> str:
    """Return the host of a request without its port."""
    return split_domain_port(request.get_host())[0]


def person_of(request: HttpRequest) -> Person:
    """Return who is logged in; for views behind a door that lets nobody else in."""
    assert isinstance(request.user, Person)
    return request.user


def _to_log_in(request: HttpRequest) -> HttpResponseBase:
    """Send somebody to the log-in page; what they had written is kept until they are in."""
    if request.method == "POST" and keep_form(request):
        return redirect_to_login(reverse("kept-form"))
    return redirect_to_login(request.get_full_path())


def _for_one_person(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Let no cache between us and the person keep a page that only they may see.

    «no-cache» and not «no-store»: going back in the browser must find what was typed.
    """
    if request.method == "POST":
        forget_form(request)
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_cache=True)
    return response


def _note_refusal(request: HttpRequest, plan: str, status: int) -> None:
    """Write to the log who was refused, without name or address."""
    match = request.resolver_match
    _log.warning(
        "refused %s: person %s, %s %s, plan %s",
        status,
        request.user.pk,
        request.method,
        match.view_name if match else "",
        plan,
    )


def public(view: View) -> View:
    """Let everybody in."""

    def entered(request: HttpRequest, **kept: Any) -> HttpResponseBase:
        return view(request, **kept)

    return _marked(entered, view, Door("public"))


def person_only(view: View) -> View:
    """Let in whoever is logged in."""

    def entered(request: HttpRequest, **kept: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_log_in(request)
        speak_as(request, request.user.language)
        return _for_one_person(request, view(request, **kept))

    return _marked(entered, view, Door("person"))


def public_plan(view: View) -> View:
    """Let everybody read a published plan: `view(request, access, …)`."""

    def entered(request: HttpRequest, plan: str, **kept: Any) -> HttpResponseBase:
        access = rights.public_plan(plan, hostname(request))
        speak_for(request, access.plan)
        request.access = access  # type: ignore[attr-defined]
        return view(request, access, **kept)

    return _marked(entered, view, Door("public_plan"))


def _access(request: HttpRequest, plan: str) -> rights.Access:
    try:
        return rights.plan_for(request.user, plan, hostname(request))
    except Http404:
        _note_refusal(request, plan, 404)
        raise


def on_plan(capability: Capability) -> Callable[[View], View]:
    """Let in those who have a capability on the plan: `view(request, access, …)`.

    Not logged in: to the log-in page. No right to know of the plan: 404. Right to
    see it but not to do this: 403 with the reason.
    """

    def decorate(view: View) -> View:
        def entered(request: HttpRequest, plan: str, **kept: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_log_in(request)
            access = _access(request, plan)
            speak_for(request, access.plan, request.user.language)
            request.access = access  # type: ignore[attr-defined]
            if not access.may(capability):
                _note_refusal(request, plan, 403)
                raise PermissionDenied(
                    _("Rollen din på planen gir ikke rett til dette. Spør planleggeren om tilgang.")
                )
            return _for_one_person(request, view(request, access, **kept))

        return _marked(entered, view, Door("plan", capability))

    return decorate
