"""Answers «nothing has changed» to a reader who has the page already."""

import hashlib
from collections.abc import Callable
from importlib.metadata import version

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags, quote_etag
from django.utils.translation import get_language

VERSION = version("temaplan")


def unless_known(
    request: HttpRequest, state: str, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """Return `answer()` with an entity tag of `state`, or 304 when the reader has it.

    `state` names everything the page depends on besides its address, its written
    form and the version of the program.
    """
    told = "\n".join([request.get_full_path(), get_language() or "", VERSION, state])
    tag = quote_etag(hashlib.sha256(told.encode()).hexdigest()[:32])
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if tag in known or f"W/{tag}" in known:
        response: HttpResponse = HttpResponseNotModified()
        # A browser takes the headers of a 304 for its stored page. A new policy would
        # come without the nonce of the stored page and take away its colours.
        response._csp_config = {}  # type: ignore[attr-defined]
    else:
        response = answer()
    if response.status_code in (200, 304):
        response.headers["ETag"] = tag
        patch_cache_control(response, no_cache=True)
    return response
