"""Host and port of the commands that serve: their options, and what they mean."""

import ipaddress
from argparse import ArgumentParser, ArgumentTypeError

from temaplan.cli.language import gettext as _

HIGHEST_PORT = 65535


def add_address(parser: ArgumentParser) -> None:
    """Add `--host` and `--port`."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar=_("VERT"), help=_("adressen det svares på")
    )
    parser.add_argument(
        "--port", type=port_number, default=8000, metavar=_("PORT"), help=_("porten det svares på")
    )


def port_number(text: str) -> int:
    """Return a port from text, or tell argparse why it is none."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= HIGHEST_PORT:
        raise ArgumentTypeError(
            _("«{port}» er ikke en port. Velg et tall fra 1 til 65535.").format(port=text)
        )
    return int(text)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a host."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_every_address(host: str) -> bool:
    """Tell whether a host stands for all addresses of the machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def url(host: str, port: int) -> str:
    """Return what one writes in a browser on this machine."""
    shown = "127.0.0.1" if is_every_address(host) else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
