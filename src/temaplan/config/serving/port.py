"""The port that the web answers on: whether it is free, and whether it answers yet."""

import errno
import socket
import time
from contextlib import suppress
from typing import Any

from django.utils.translation import gettext as _

from temaplan.errors import MachineLacks

# A server that was killed a moment ago may need this long to let go of the port.
SECONDS_TO_LET_GO = 2.0
SECONDS_BETWEEN_TRIES = 0.1
HIGHEST = 65535
USUAL = 8000
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def check_port(host: str, number: int) -> None:
    """Refuse a port that another program answers on, or that this user may not open."""
    until = time.monotonic() + SECONDS_TO_LET_GO
    while (error := _try(host, number)) is not None:
        if error.errno != errno.EADDRINUSE or time.monotonic() > until:
            raise MachineLacks(
                _(
                    "Port %(port)s på %(host)s kan ikke brukes: %(why)s. Stopp programmet som "
                    "bruker den, eller velg en annen, for eksempel --port %(other)s."
                )
                % {
                    "port": number,
                    "host": host,
                    "why": _why(error),
                    "other": number + 1 if number < HIGHEST else USUAL,
                }
            ) from error
        time.sleep(SECONDS_BETWEEN_TRIES)


def answers(host: str, number: int) -> bool:
    """Tell whether somebody answers on the port."""
    with (
        suppress(OSError),
        socket.create_connection((_EVERYWHERE.get(host, host), number), timeout=1),
    ):
        return True
    return False


def _try(host: str, number: int) -> OSError | None:
    family, kind, protocol, address = _resolved(host, number)
    with socket.socket(family, kind, protocol) as tried:
        # As the web server itself binds: a port just given up is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(address)
            tried.listen()
        except OSError as error:
            return error
    return None


def _resolved(host: str, number: int) -> tuple[Any, Any, int, Any]:
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, number, type=socket.SOCK_STREAM
        )[0]
    except OSError as error:
        raise MachineLacks(
            _(
                "Adressen %(host)s finnes ikke på denne maskinen. "
                "Bruk --host 127.0.0.1, eller 0.0.0.0 for alle adresser."
            )
            % {"host": host}
        ) from error
    return family, kind, protocol, address


def _why(error: OSError) -> str:
    known = {
        errno.EADDRINUSE: _("den er opptatt"),
        errno.EACCES: _("den krever administratorrettigheter"),
        errno.EADDRNOTAVAIL: _("adressen hører ikke til denne maskinen"),
    }
    return known.get(error.errno or 0, str(error.strerror))
