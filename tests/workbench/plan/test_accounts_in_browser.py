"""Accounts, people and the municipality in a real browser: nothing for axe, room, keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from temaplan.workbench.plan.actions.demo_cast import make_demo_cast
from temaplan.workbench.plan.models import Membership, Plan
from tests.fixtures.browser import axe_findings
from tests.fixtures.whole_plan import whole_plan

WORD = "grønn sykkel i regn"


@pytest.fixture
def demo(live_server: LiveServer, settings: Any) -> Plan:
    """The demo on this machine, with one plan and its cast."""
    settings.DEMO = True
    settings.BASE_URL = live_server.url
    plan = whole_plan("demo-plan", "demo")
    make_demo_cast([plan])
    return plan


@pytest.fixture
def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 800})
    return page


def clean(page: Page) -> None:
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def enter(page: Page, live_server: LiveServer, office: str, path: str = "/konto/") -> None:
    page.goto(f"{live_server.url}/konto/logg-inn/?next={path}")
    page.get_by_role("button", name=f"{office}, Prøvevik kommune").click()
    page.wait_for_url(f"**{path}")


def typed(page: Page, *keys: str) -> None:
    for key in keys:
        if key in {"Tab", "Space", "Enter"}:
            page.keyboard.press(key)
        else:
            page.keyboard.type(key)


def test_axe_finds_nothing_before_log_in(demo: Plan, live_server: LiveServer, narrow: Page) -> None:
    narrow.goto(f"{live_server.url}/konto/logg-inn/")
    clean(narrow)
    narrow.get_by_role("button", name="Logg inn", exact=True).click()
    narrow.get_by_role("heading", name="Du er ikke logget inn").wait_for()
    clean(narrow)
    for path in ("/konto/velg-passord/gammel/", "/finnes-ikke/", "/konto/logg-inn/demo/"):
        narrow.goto(f"{live_server.url}{path}")
        clean(narrow)


def test_axe_finds_nothing_for_an_administrator(
    demo: Plan, live_server: LiveServer, narrow: Page
) -> None:
    enter(narrow, live_server, "Administrator")
    work = f"{live_server.url}/arbeid/{demo.slug}"
    on_plan = Membership.objects.filter(plan=demo).order_by("pk")[0].pk
    in_municipality = Membership.objects.get(role="administrator").pk
    for path in (
        "personer/",
        "personer/inviter/",
        "personer/historikk/",
        f"personer/{on_plan}/",
        f"personer/{on_plan}/siste-dag/",
        f"personer/{on_plan}/avslutt/",
        f"personer/{on_plan}/passord/",
        "kommune/",
        "kommune/endre/",
        "kommune/personer/",
        f"kommune/personer/{in_municipality}/",
        f"kommune/personer/{in_municipality}/avslutt/",
    ):
        narrow.goto(f"{work}/{path}")
        clean(narrow)
    for path in ("/konto/", "/konto/logg-ut/", "/konto/passord/"):
        narrow.goto(f"{live_server.url}{path}")
        clean(narrow)


def test_axe_finds_nothing_on_refused_forms(
    demo: Plan, live_server: LiveServer, narrow: Page
) -> None:
    enter(narrow, live_server, "Administrator")
    work = f"{live_server.url}/arbeid/{demo.slug}"
    narrow.goto(f"{work}/personer/inviter/")
    narrow.get_by_role("button", name="Gi rolle").click()
    narrow.get_by_role("heading", name="Skjemaet er ikke lagret").wait_for()
    clean(narrow)
    narrow.goto(f"{work}/kommune/endre/")
    narrow.get_by_label("Farge").fill("#ffaa00")
    narrow.get_by_role("button", name="Lagre innstillingene").click()
    narrow.get_by_role("heading", name="Skjemaet er ikke lagret").wait_for()
    clean(narrow)


def test_somebody_without_the_right_gets_the_reason(
    demo: Plan, live_server: LiveServer, narrow: Page
) -> None:
    enter(narrow, live_server, "Leser")
    narrow.goto(f"{live_server.url}/arbeid/{demo.slug}/kommune/endre/")
    assert narrow.get_by_text("Rollen din på planen gir ikke rett til dette.").is_visible()
    clean(narrow)


def test_an_invited_person_comes_in_with_the_keyboard_alone(
    demo: Plan, live_server: LiveServer, narrow: Page, browser: Any
) -> None:
    path = f"/arbeid/{demo.slug}/personer/inviter/"
    enter(narrow, live_server, "Planlegger", path)
    narrow.get_by_label("E-postadresse").focus()
    typed(narrow, "ny@eksempel.test", "Tab", "Kommunalsjef", "Tab", "Space", "Enter")
    address = narrow.locator(".one-time").inner_text()
    clean(narrow)

    visitor = browser.new_context()
    invited = visitor.new_page()
    invited.goto(address)
    invited.get_by_label("Passord", exact=True).focus()
    typed(invited, WORD, "Tab", WORD, "Enter")
    invited.wait_for_url("**/arbeid/")
    invited.goto(f"{live_server.url}/arbeid/{demo.slug}/personer/")
    assert invited.get_by_text("Kommunalsjef").is_visible()
    visitor.close()


def test_what_was_written_survives_a_log_out(
    demo: Plan, live_server: LiveServer, narrow: Page
) -> None:
    path = f"/arbeid/{demo.slug}/tidslinje/ny/"
    enter(narrow, live_server, "Planlegger", path)
    narrow.locator("[name=title]").fill("Møte i formannskapet")
    narrow.context.clear_cookies(name="sessionid")
    narrow.locator("main form button[type=submit]").click()
    narrow.get_by_text("tatt vare på i en time").wait_for()
    clean(narrow)
    narrow.get_by_role("button", name="Planlegger, Prøvevik kommune").click()
    narrow.get_by_role("heading", name="Det du skrev, er her").wait_for()
    assert narrow.get_by_text("Møte i formannskapet").is_visible()
    clean(narrow)
    narrow.get_by_role("button", name="Send på nytt").click()
    narrow.wait_for_url(f"**/arbeid/{demo.slug}/tidslinje/**")
    assert "Møte i formannskapet" in narrow.content()
