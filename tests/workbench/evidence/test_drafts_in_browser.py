"""A file looked over and a run refreshed in a real browser, on a screen of 320 px."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from temaplan.workbench.evidence.actions.findings import Quotation, add_finding
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Finding
from temaplan.workbench.evidence.queries import finding_text
from temaplan.workbench.plan.models import Person
from tests.fixtures.browser import axe_findings
from tests.workbench.evidence.conftest import JOBS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(run: AnalysisRun, page: Page, planner: Person, live_server: Any, client: Any) -> str:
    """The address of the house, open to the planner on a narrow screen."""
    client.force_login(planner)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
    page.set_viewport_size({"width": 320, "height": 700})
    return f"{live_server}/arbeid/{run.plan.slug}/kunnskap/"


def look(page: Page) -> None:
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def accept_what_is_odd(page: Page) -> None:
    """Answer for one thing after the other, until nothing waits."""
    links = page.locator("a[href*='/godta/?funn=']")
    while links.count():
        links.first.click()
        page.get_by_label("Begrunnelse").fill("Sett over av planleggeren.")
        page.get_by_role("button", name="Godta funnet").click()


def test_new_figures_go_from_a_file_into_the_sentence_that_quotes_them(
    house: str, run: AnalysisRun, table: DataTable, page: Page, context: BrowserContext
) -> None:
    row = {"region": "Vik", "industry": "Industri", "period": "2025"}
    quotation = Quotation(run, row, "value", "whole")
    add_finding(evidence=run.evidence, text="{1} i industrien", by=None, quotation=quotation)
    newer = JOBS.replace("Vik,Industri,2025,150", "Vik,Industri,2025,140")

    page.goto(f"{house}tabeller/{table.slug}/endre/")
    file = {"name": "jobber.csv", "mimeType": "text/csv", "buffer": newer.encode()}
    page.get_by_label("Nye tall").set_input_files([file])
    page.get_by_role("button", name="Lagre datatabellen").click()
    look(page)
    page.get_by_role("link", name="Rett linje").first.click()
    look(page)
    page.go_back()
    page.get_by_role("link", name="Godta").first.click()
    look(page)
    page.go_back()
    accept_what_is_odd(page)
    page.get_by_role("button", name="Ta inn tallene").click()

    page.goto(f"{house}analyser/{run.slug}/")
    page.get_by_role("link", name="Oppdater analysen").click()
    expect(page.get_by_text("140 i industrien")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Godta de nye tallene").click()
    look(page)
    assert finding_text(Finding.objects.get()) == "140 i industrien"
