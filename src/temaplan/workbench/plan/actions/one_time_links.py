"""One-time addresses: made, looked up, used. Only the hash of the token is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from temaplan.errors import TemaplanError
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.language import plain_address
from temaplan.workbench.plan.models import OneTimeLink, Person

VALID_FOR = {
    "first_administrator": timedelta(days=1),
    "invitation": timedelta(days=14),
    "reset": timedelta(days=1),
}
PASSWORD_LINKS = ("invitation", "reset")


class LinkIsOver(TemaplanError):
    """The address has been used, is too old, or was never given out."""

    code = "link_is_over"


@dataclass(frozen=True)
class NewLink:
    """An address as it is told once, and how long it works."""

    address: str
    expires_at: datetime


@transaction.atomic
def link_for(person: Person | None, purpose: str) -> NewLink:
    """Make an address that works once. Earlier unused ones for the same person stop working."""
    OneTimeLink.objects.filter(person=person, used_at=None).delete()
    token = secrets.token_urlsafe(32)
    link = OneTimeLink.objects.create(
        purpose=purpose,
        person=person,
        token_hash=_hash(token),
        expires_at=timezone.now() + VALID_FOR[purpose],
    )
    # From the settings and never from the request: its Host may be somebody else's.
    page = "choose-password" if purpose in PASSWORD_LINKS else "first-administrator"
    return NewLink(f"{settings.BASE_URL}{plain_address(page, token)}", link.expires_at)


def usable_link(token: str, *purposes: str, lock: bool = False) -> OneTimeLink:
    """Return the link of a token; raise `LinkIsOver` with the reason when it does not work.

    With `lock` nobody else can use it until this transaction is over.
    """
    links = OneTimeLink.objects.select_related("person")
    links = links.select_for_update(of=("self",)) if lock else links
    link = links.filter(token_hash=_hash(token), purpose__in=purposes).first()
    if link is None or (link.person is not None and not link.person.is_active):
        raise LinkIsOver(
            _(
                "Denne adressen virker ikke. Se etter om du fikk med hele adressen. "
                "Den virker heller ikke når du har fått en nyere."
            )
        )
    if link.used_at is not None:
        raise LinkIsOver(
            _(
                "Denne adressen er brukt, og virker bare én gang. Logg inn med passordet du "
                "valgte, eller be om en ny adresse."
            )
        )
    if link.expires_at <= timezone.now():
        day = written_date(timezone.localdate(link.expires_at))
        raise LinkIsOver(_("Denne adressen virket til %(day)s. Be om en ny.") % {"day": day})
    return link


def use_up(link: OneTimeLink) -> None:
    """Mark a link as used."""
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
