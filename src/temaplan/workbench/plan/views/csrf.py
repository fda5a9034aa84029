"""The page for a form without the token that shows it is ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from temaplan.workbench.plan.kept_form import texts_of, written_fields


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was changed, and show what was written for copying."""
    texts = texts_of(written_fields(request))
    return render(request, "403_csrf.html", {"texts": texts}, status=403)
