"""Faults that a person can cure, shown as a page in the same frame as every other."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.errors import TemaplanError


class FaultPages:
    """Turn a `TemaplanError` that a view let through into a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request; what only takes a form is no dead end for a link to it."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        sentence = _("Denne adressen tar bare imot et skjema. Gå tilbake, og bruk knappen der.")
        page = render(request, "pages/fault.html", {"message": sentence}, status=405)
        page["Allow"] = response.headers.get("Allow", "")
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the sentence of an expected fault; leave others to Django."""
        if not isinstance(error, TemaplanError):
            return None
        return render(request, "pages/fault.html", {"message": error.message}, status=422)
