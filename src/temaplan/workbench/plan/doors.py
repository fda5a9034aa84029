"""Decorators that every view must carry: each says who may come in.

A test walks the URL resolver and fails for an address whose view has no
`door`. The decorator fetches the plan for the person, so that a view never
sees a plan that its reader may not know of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from temaplan.workbench.plan import access as rights
from temaplan.workbench.plan.language import speak_for
from temaplan.workbench.plan.vocabulary import Capability

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
    return request.get_host().rsplit(":", 1)[0] if ":" in request.get_host() else request.get_host()


def public(view: View) -> View:
    """Let everybody in."""
    return _marked(lambda request, **kept: view(request, **kept), view, Door("public"))


def person_only(view: View) -> View:
    """Let in whoever is logged in."""

    def entered(request: HttpRequest, **kept: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, **kept)

    return _marked(entered, view, Door("person"))


def public_plan(view: View) -> View:
    """Let everybody read a published plan: `view(request, access, …)`."""

    def entered(request: HttpRequest, plan: str, **kept: Any) -> HttpResponseBase:
        access = rights.public_plan(plan, hostname(request))
        speak_for(request, access.plan)
        request.access = access  # type: ignore[attr-defined]
        return view(request, access, **kept)

    return _marked(entered, view, Door("public_plan"))


def on_plan(capability: Capability) -> Callable[[View], View]:
    """Let in those who have a capability on the plan: `view(request, access, …)`.

    Not logged in: to the log-in page. No right to know of the plan: 404. Right to
    see it but not to do this: 403 with the reason.
    """

    def decorate(view: View) -> View:
        def entered(request: HttpRequest, plan: str, **kept: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            access = rights.plan_for(request.user, plan, hostname(request))  # type: ignore[arg-type]
            speak_for(request, access.plan)
            request.access = access  # type: ignore[attr-defined]
            if not access.may(capability):
                raise PermissionDenied(
                    _("Rollen din på planen gir ikke rett til dette. Spør planleggeren om tilgang.")
                )
            return view(request, access, **kept)

        return _marked(entered, view, Door("plan", capability))

    return decorate
