"""How allauth behaves here: invited people only, our own words, and no way to ask who exists."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.models import Person

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost", "[::1]"})


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation only."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for an unknown address, a wrong password and a closed account.
        "email_password_mismatch": _(
            "E-postadressen og passordet passer ikke sammen. Se etter skrivefeil, og prøv igjen."
        ),
        "too_many_login_attempts": _(
            "Det er prøvd for mange ganger herfra. Vent fem minutter, og prøv igjen."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up: an administrator invites."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """Let nobody into a closed account, and answer as to a wrong password."""
        person = super().authenticate(request, **credentials)
        return person if person is not None and person.is_active else None

    def is_safe_url(self, url: str) -> bool:
        """Go on only to pages of our own: a path, never another host."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer with pages only, whatever the request says that it accepts."""
        return False

    def add_message(self, *_args: Any, **_kwargs: Any) -> None:
        """Say nothing: our own pages tell what happened."""

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords per address and place, so that nobody can lock another out."""
        counted: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{self.get_client_ip(request)}:{counted}"


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this very machine."""
    return host in LOOPBACK


def cast_is_offered(request: HttpRequest, host: str) -> bool:
    """Tell whether the log-in page may offer the demo's cast to this visitor.

    The demo must have been started on loopback, and both the address asked for and the
    one that asks must be of this machine: a Host header alone can say anything.
    """
    return (
        settings.DEMO
        and is_loopback(settings.DEMO_HOST or host)
        and is_loopback(host)
        and is_loopback(request.META.get("REMOTE_ADDR", ""))
        and "X-Forwarded-For" not in request.headers
    )
