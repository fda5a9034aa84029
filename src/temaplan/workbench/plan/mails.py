"""Mails to people, in the municipality's written form, sent when the change is stored.

They are sent by the web process and not by the worker: what waits for the worker lies
in the database, where an address that works once must not be read.
"""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from temaplan.workbench.plan.actions.one_time_links import NewLink
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.language import plain_address
from temaplan.workbench.plan.models import Membership, Person

_log = logging.getLogger("temaplan.mail")


def mail_is_set_up() -> bool:
    """Tell whether this installation can send mail."""
    return bool(settings.EMAIL_CONFIGURED)


def send_invitation(membership: Membership, *, by: Person, link: NewLink | None = None) -> bool:
    """Tell somebody of their role after commit; with a link they choose a password first."""
    return _send_on_commit("invitation", membership, {"by": by, **_link_words(link)})


def send_reset(membership: Membership, *, link: NewLink) -> bool:
    """Send somebody the address for a new password after commit."""
    return _send_on_commit("reset", membership, _link_words(link))


def _link_words(link: NewLink | None) -> dict[str, Any]:
    if link is None:
        return {"log_in": f"{settings.BASE_URL}{plain_address('account_login')}"}
    return {"address": link.address, "last_day": timezone.localdate(link.expires_at)}


def _send_on_commit(name: str, membership: Membership, words: dict[str, Any]) -> bool:
    if not mail_is_set_up():
        return False
    message = _message(name, membership, words)
    transaction.on_commit(lambda: _send(message))
    return True


def _message(name: str, membership: Membership, words: dict[str, Any]) -> EmailMessage:
    with translation.override(_form_of(membership)):
        last_day = words.get("last_day")
        said = {
            **words,
            "membership": membership,
            "last_day": written_date(last_day) if last_day else "",
        }
        text = render_to_string(f"mails/{name}.txt", said)
    subject, _line, body = text.partition("\n")
    return EmailMessage(
        " ".join(subject.split()), body.strip() + "\n", to=[membership.person.email]
    )


def _form_of(membership: Membership) -> str:
    plan = membership.plan
    return plan.written_language if plan else membership.municipality.language


def _send(message: EmailMessage) -> None:
    """Send it; the role is given whether or not the mail server answers, so only note a fault."""
    try:
        message.send()
    except OSError as fault:  # smtplib's errors are OSErrors too
        _log.warning("a mail was not sent: %s", type(fault).__name__)
