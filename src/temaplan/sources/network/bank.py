"""The statistics bank that the one who runs Temaplan has allowed, or the reason for none."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from temaplan.errors import MachineLacks
from temaplan.sources.archive import Archive
from temaplan.sources.network import pxweb1, pxweb2
from temaplan.sources.network.addresses import OFFICIAL_HOSTS, AllowedHosts
from temaplan.sources.network.fetching import Fetcher
from temaplan.sources.network.statbank import Dialect
from temaplan.sources.network.tables import TableFetcher

SETTING = "TEMAPLAN_STATISTICS_FROM"
OFFICE = "https://data.ssb.no"
VERSIONS = (1, 2)
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class NetworkNotAllowed(MachineLacks):
    """Nobody has allowed Temaplan to fetch over the network; no connection was made."""

    code = "network_not_allowed"


@dataclass(frozen=True)
class Bank:
    """An address that may be called, and how it is called."""

    address: str
    fetcher: Fetcher = field(default_factory=Fetcher)

    def tables(self, archive: Archive, *, version: int = 2) -> TableFetcher:
        """Return what fetches tables from here into an archive."""
        dialect: Dialect = (
            pxweb1.PxWeb1(f"{self.address}{pxweb1.PATH}")
            if version == 1
            else pxweb2.PxWeb2(f"{self.address}{pxweb2.PATH}")
        )
        return TableFetcher(dialect, self.fetcher, archive)


def bank_at(setting: str) -> Bank:
    """Return the bank that the setting names.

    Raises `NetworkNotAllowed` where it names none, `AddressNotAllowed` where it names another
    host than a statistics office. A server on this very machine may be called without TLS.
    """
    address = setting.strip().rstrip("/")
    if not address:
        raise NetworkNotAllowed(
            "Temaplan henter ikke noe over nettet før det er tillatt. Sett miljøvariabelen "
            f"{SETTING}={OFFICE} for å tillate det. Ellers: last ned tabellen som CSV fra "
            "ssb.no og bruk filen."
        )
    hosts = _hosts(address)
    hosts.check(address)
    return Bank(address, Fetcher(hosts=hosts))


def _hosts(address: str) -> AllowedHosts:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # `check` says what is wrong with it
        return AllowedHosts()
    if parts.hostname in _THIS_MACHINE and parts.scheme == "http":
        return AllowedHosts(frozenset(), insecure=frozenset({f"{parts.hostname}:{port}"}))
    return AllowedHosts(OFFICIAL_HOSTS)
