"""Faults that a person can cure, shown as a page in the same frame as every other."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from temaplan.errors import TemaplanError


class FaultPages:
    """Turn a `TemaplanError` that a view let through into a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the sentence of an expected fault; leave others to Django."""
        if not isinstance(error, TemaplanError):
            return None
        return render(request, "pages/fault.html", {"message": error.message}, status=422)
