"""The planner's day of the first walk, with the keyboard alone, JavaScript on and off.

Move a milestone, correct an order, add a source, and see the documents change.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from temaplan.workbench.plan.actions.demo_cast import make_demo_cast
from tests.fixtures.whole_plan import whole_plan
from tests.journeys.keyboard import follow, reach, write


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def planner(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, settings: Any
) -> Iterator[Page]:
    """A planner on the log-in page of a demo."""
    settings.DEMO = True
    settings.DEMO_HOST = "127.0.0.1"
    settings.BASE_URL = live_server.url
    make_demo_cast([whole_plan("demo-plan", "demo")])
    visitor = browser.new_context(java_script_enabled=request.param, locale="nb-NO")
    page = visitor.new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{live_server.url}/konto/logg-inn/")
    yield page
    visitor.close()


def text_of(page: Page) -> str:
    return page.get_by_role("main").inner_text()


def test_planner_corrects_an_order_and_sees_the_document_change(planner: Page) -> None:
    page = planner
    follow(page, "Planlegger, Prøvevik kommune")
    page.goto(f"{page.url.split('/arbeid')[0]}/arbeid/demo-plan/mandat/rad/")
    follow(page, "Endre ordren")
    write(page, "Kort tittel", "Rettet tittel på ordren")
    follow(page, "Lagre")
    assert "Rettet tittel på ordren" in text_of(page)

    follow(page, "Dokumenter")
    follow(page, "Status og videre arbeid")
    assert "Rettet tittel på ordren" in text_of(page)


def test_planner_moves_a_milestone(planner: Page) -> None:
    page = planner
    follow(page, "Planlegger, Prøvevik kommune")
    page.goto(f"{page.url.split('/arbeid')[0]}/arbeid/demo-plan/tidslinje/")
    follow(page, "Flytt")
    write(page, "Når", "17.9.2026")
    reach(page, "Hvorfor flyttes den")
    page.keyboard.type("Saken er ikke klar.")
    follow(page, "Flytt milepæl")
    assert "17. september 2026" in text_of(page)


def test_planner_adds_a_source(planner: Page) -> None:
    page = planner
    follow(page, "Planlegger, Prøvevik kommune")
    page.goto(f"{page.url.split('/arbeid')[0]}/arbeid/demo-plan/kunnskap/ny/")
    write(page, "Tittel", "Befaring med tastatur")
    reach(page, "Type")
    page.keyboard.type("møte")
    reach(page, "åpen")
    page.keyboard.press("Space")
    follow(page, "Legg til kilde")
    assert "Befaring med tastatur" in text_of(page)

    follow(page, "Dokumenter")
    follow(page, "Status og videre arbeid")
    assert "Befaring med tastatur" in text_of(page)
