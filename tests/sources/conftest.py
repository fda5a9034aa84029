"""An office on this machine, and a client that is allowed to call it and never waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from temaplan.sources.archive import Archive
from temaplan.sources.network.addresses import AllowedHosts
from temaplan.sources.network.fetching import Fetcher
from temaplan.sources.network.pxweb2 import PxWeb2
from temaplan.sources.network.tables import TableFetcher
from tests.sources.statistics_office import NOON, Office, open_office, serve_table


@pytest.fixture
def office() -> Iterator[Office]:
    with open_office() as opened:
        yield opened


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def fetcher(office: Office, pauses: list[float]) -> Fetcher:
    own = AllowedHosts(
        hosts=frozenset(), insecure=frozenset({office.address.removeprefix("http://")})
    )
    return Fetcher(hosts=own, seconds=2.0, sleep=pauses.append, now=lambda: NOON)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "statistics")


@pytest.fixture
def tables(office: Office, fetcher: Fetcher, archive: Archive) -> TableFetcher:
    serve_table(office)
    return TableFetcher(PxWeb2(f"{office.address}/v2"), fetcher, archive)
