"""What somebody sent after being logged out, kept until they have logged in again.

It lies in the session of the browser that sent it, for an hour, and is shown to
whoever logs in there; then one button sends it where it was going.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from allauth.core import ratelimit
from django.http import HttpRequest

_KEY = "kept_form"
_SECONDS = 3600
_LONGEST = 400_000  # characters; more than any page of ours asks for
# In the name of what is never kept: it proves a person or a form, and nobody wrote it.
_SECRET = re.compile("password|token")


@dataclass(frozen=True)
class KeptForm:
    """A form on its way to an address, as it was filled in."""

    address: str
    fields: tuple[tuple[str, str], ...]
    files_lost: bool

    @property
    def texts(self) -> list[str]:
        """What somebody wrote, for reading; codes and numbers of the form itself left out."""
        return texts_of(self.fields)


def texts_of(fields: Iterable[tuple[str, str]]) -> list[str]:
    """Return the values that are words and not one code."""
    return [value.strip() for _name, value in fields if " " in value.strip()]


def written_fields(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return what stands in the form that was sent, without secrets."""
    return tuple(
        (name, value)
        for name, values in request.POST.lists()
        if not _SECRET.search(name)
        for value in values
        if isinstance(value, str)
    )


def keep_form(request: HttpRequest) -> bool:
    """Keep the form of this request; say no when it is too long or comes too often."""
    fields = written_fields(request)
    if sum(len(name) + len(value) for name, value in fields) > _LONGEST:
        return False
    if not ratelimit.consume(request, action="keep_form"):
        return False
    request.session[_KEY] = {
        "address": request.get_full_path(),
        "fields": fields,
        "files": bool(request.FILES),
    }
    request.session.set_expiry(_SECONDS)
    return True


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that is kept for this browser."""
    kept = request.session.get(_KEY)
    if kept is None:
        return None
    fields = tuple((name, value) for name, value in kept["fields"])
    return KeptForm(kept["address"], fields, kept["files"])


def forget_form(request: HttpRequest) -> None:
    """Let go of the form when it has now reached its address."""
    kept = request.session.get(_KEY)
    if kept is not None and kept["address"] == request.get_full_path():
        del request.session[_KEY]
