"""The tutorial «Din første plan», walked by a reader, with JavaScript and without."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from temaplan.workbench.plan.actions.demo_cast import make_demo_cast
from tests.fixtures.whole_plan import whole_plan

TUTORIAL = Path(__file__).resolve().parents[2] / "docs/tutorials/din-forste-plan.md"
FIELDS = re.findall(r"^\| (\w.*?) \| (.*?) \|$", TUTORIAL.read_text("utf-8"), re.MULTILINE)[1:]
LISTS = {"Hva ordren ber om", "Type kildedokument"}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, settings: Any
) -> Iterator[Page]:
    """An administrator on «Mitt arbeid» in a demo."""
    settings.DEMO = True
    settings.DEMO_HOST = "127.0.0.1"
    settings.BASE_URL = live_server.url
    make_demo_cast([whole_plan("demo-plan", "demo")])
    visitor = browser.new_context(java_script_enabled=request.param, locale="nb-NO")
    page = visitor.new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{live_server.url}/konto/logg-inn/")
    page.get_by_role("button", name="Administrator, Prøvevik kommune").click()
    yield page
    visitor.close()


def menu(page: Page, link: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{link}")).first.click()


def test_the_tutorial_can_be_walked(reader: Page) -> None:
    page = reader
    page.get_by_role("link", name="Start en plan").click()
    page.get_by_label("Tittel").fill("Min prøveplan")
    page.get_by_role("radio", name="temaplan", exact=True).check()
    page.get_by_role("button", name="Start planen").click()

    page.get_by_role("link", name="Registrer ordren som planen skal svare på").click()
    for field, value in FIELDS:
        box = page.get_by_label(re.compile(f"^{field}"))
        box.select_option(label=value) if field in LISTS else box.fill(value)
    page.get_by_role("button", name="Legg til mandat").click()
    assert "tolket" in page.get_by_role("main").inner_text()

    menu(page, "Kunnskap")
    page.get_by_role("link", name="Legg til kilde").first.click()
    page.get_by_label(re.compile("^Tittel")).fill("Befaring i mars")
    page.get_by_label(re.compile("^Type")).select_option(label="møte")
    page.get_by_role("radio", name="åpen", exact=True).check()
    page.get_by_role("button", name="Legg til kilde").click()
    page.get_by_role("link", name="Legg til funn").first.click()
    page.get_by_label(re.compile("^Funn")).fill("To av tre bedrifter på Sundkaia vil utvide.")
    page.get_by_role("button", name="Legg til funn").click()

    menu(page, "Utfordringer")
    page.get_by_role("link", name="Legg til utfordring").first.click()
    page.get_by_label(re.compile("^Utfordring$")).fill("Bedriftene har ikke plass til å vokse")
    page.get_by_role("checkbox", name=re.compile("To av tre bedrifter")).check()
    page.get_by_role("button", name="Legg til utfordring").click()

    menu(page, "Kunnskap")
    page.get_by_role("main").get_by_role("link", name="Befaring i mars").click()
    assert "Bedriftene har ikke plass til å vokse" in page.get_by_role("main").inner_text()

    menu(page, "Oversikt")
    lacks = page.get_by_role("main").inner_text()
    assert "Ingen har sagt hvem som kan gjøre hva" in lacks

    menu(page, "Dokumenter")
    page.get_by_role("link", name="Utfordringsdokument", exact=True).click()
    document = page.get_by_role("main").inner_text()
    assert "Bedriftene har ikke plass til å vokse" in document
    assert "To av tre bedrifter på Sundkaia vil utvide." in document
    assert "Befaring i mars" in document
