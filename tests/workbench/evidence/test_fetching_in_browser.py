"""Figures from the office in a real browser: asked for, followed without reloading, for all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from temaplan.workbench.evidence.fetching import carry_out
from temaplan.workbench.evidence.models import TableFetch
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.browser import axe_findings
from tests.sources.statistics_office import STANDARD_ROOT, Office, open_office, serve_table

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(settings: Any, tmp_path: Path) -> Iterator[Office]:
    with open_office() as opened:
        serve_table(opened, STANDARD_ROOT)
        settings.STATISTICS_FROM = opened.address
        settings.STATISTICS_FOLDER = tmp_path / "statistics"
        yield opened


@pytest.fixture
def tables(page: Page, plan: Plan, planner: Person, live_server: Any, client: Any) -> str:
    """The address of the tables, open to the planner on a narrow screen."""
    client.force_login(planner)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
    page.set_viewport_size({"width": 320, "height": 700})
    return f"{live_server}/arbeid/{plan.slug}/kunnskap/tabeller/"


def look(page: Page) -> None:
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_page_follows_the_fetch_and_holds_for_everybody(
    office: Office, page: Page, tables: str
) -> None:
    page.goto(tables)
    look(page)
    page.get_by_role("link", name="Hent tall fra SSB").click()
    look(page)
    page.get_by_label("Hele landet").check()
    page.get_by_role("button", name="Hent tall").click()
    state = page.locator("#tilstand")
    expect(state).to_contain_text("Hentingen venter på tur.")
    look(page)

    carry_out(TableFetch.objects.get().pk)
    expect(state).to_contain_text("Tallene er kommet.", timeout=10_000)  # without a reload
    look(page)
    page.goto(f"{tables}hent/")
    look(page)
