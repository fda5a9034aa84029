"""Which written form a page is in: by prefix, else the plan's, else the installation's.

`/nn/…` and `/nb/…` choose a form; without a prefix a page about a plan speaks as
its municipality does. The prefix is taken off before the address is looked up
and put on again by `reverse`, so no address list knows of it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation

from temaplan.workbench.plan.models import Plan

FORMS = {"nb", "nn"}


class LanguageMiddleware:
    """Take a language prefix off the address and answer in that form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request, and leave the thread as it was."""
        chosen = _prefix(request.path_info)
        usual_prefix = get_script_prefix()
        request.chosen_language = chosen  # type: ignore[attr-defined]
        if chosen:
            request.path_info = request.path_info[len(chosen) + 1 :]
            set_script_prefix(f"{usual_prefix}{chosen}/")
        with translation.override(chosen or settings.LANGUAGE_CODE):
            try:
                response = self.get_response(request)
                response.headers["Content-Language"] = translation.get_language() or "nb"
                return response
            finally:
                set_script_prefix(usual_prefix)


def _prefix(path: str) -> str:
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in FORMS and path.startswith(f"/{first}/") else ""


def plain_address(name: str, *args: str) -> str:
    """Return the path of a page without the prefix that this request was asked with."""
    usual_prefix = get_script_prefix()
    set_script_prefix("/")
    try:
        return reverse(name, args=args)
    finally:
        set_script_prefix(usual_prefix)


def speak_as(request: HttpRequest, form: str) -> None:
    """Answer in a written form unless the address chose one; empty leaves it as it is."""
    if form and not getattr(request, "chosen_language", ""):
        translation.activate(form)


def speak_for(request: HttpRequest, plan: Plan, own: str = "") -> None:
    """Answer as the person has chosen for themselves, else as the plan is written."""
    speak_as(request, own or plan.written_language)
