"""Whom Temaplan may call: a short list of hosts, over HTTPS, and nobody else."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from temaplan.errors import BadInput

# Statistics Norway: the statistics bank and the classifications.
OFFICIAL_HOSTS = frozenset({"data.ssb.no"})


class AddressNotAllowed(BadInput):
    """The address is not one that Temaplan calls; no connection was made."""

    code = "address_not_allowed"


@dataclass(frozen=True)
class AllowedHosts:
    """The hosts that may be called. `insecure` ones may be called without TLS (tests)."""

    hosts: frozenset[str] = OFFICIAL_HOSTS
    insecure: frozenset[str] = frozenset()

    def check(self, address: str) -> str:
        """Return the address if it may be called. Raises `AddressNotAllowed`."""
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").casefold()
            port = parts.port
        except ValueError as fault:
            raise AddressNotAllowed(f"Adressen «{address}» er ikke en nettadresse.") from fault
        if parts.username or parts.password:
            raise AddressNotAllowed("En adresse med brukernavn eller passord blir ikke kalt.")
        if f"{host}:{port}" in self.insecure and parts.scheme == "http":
            return address
        if parts.scheme != "https" or host not in self.hosts or port not in (None, 443):
            raise AddressNotAllowed(
                f"Temaplan henter bare tall fra {', '.join(sorted(self.hosts))} med https, "
                f"ikke fra «{address}»."
            )
        return address
