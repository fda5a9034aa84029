"""The public pages in a real browser: nothing for axe, room on a narrow screen, few steps."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from temaplan.workbench.overview.documents.drawing import draw_charts
from temaplan.workbench.plan.actions.objects import change_head
from temaplan.workbench.plan.models import Plan
from tests.fixtures.browser import axe_findings

PLAN = "/plan/provevik-2026/"
STATES = {
    "front": "/",
    "plan": PLAN,
    "status": f"{PLAN}dokument/status-og-videre-arbeid/",
    "challenges": f"{PLAN}dokument/utfordringsdokument/",
    "trace": f"{PLAN}sporing/",
    "chain": f"{PLAN}sporing/?fra=mandate/2024-koordinator",
    "figures": f"{PLAN}data/fordeling-2025/",
    "accessibility": "/tilgjengelighet/",
    "missing": f"{PLAN}dokument/finnes-ikke/",
    "waiting": f"{PLAN}dokument/utfordringsdokument.docx",
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_a_narrow_screen(
    sample_plan: Plan,
    live_server: LiveServer,
    page: Page,
    state: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("temaplan.workbench.overview.public.files.LONGEST_WAIT", 0.0)
    draw_charts(sample_plan)
    page.set_viewport_size({"width": 320, "height": 800})

    page.goto(f"{live_server.url}{STATES[state]}")

    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_finds_nothing_on_a_front_page_without_plans(
    sample_plan: Plan, live_server: LiveServer, page: Page
) -> None:
    change_head(sample_plan, by=None, changes={"is_public": False}, revision=sample_plan.revision)

    page.goto(live_server.url)

    assert page.get_by_text("Ingen planer er publisert ennå.").is_visible()
    assert axe_findings(page) == []


def test_councillor_sees_in_one_step_why_a_challenge_is_there(
    sample_plan: Plan, live_server: LiveServer, page: Page
) -> None:
    page.goto(f"{live_server.url}{STATES['challenges']}")

    page.get_by_role("link", name="Følg «Arbeidsplassene etter linje 2» i sporingen").click()

    item = page.locator("[id='challenge/etter-linje-2']")
    assert item.get_by_text("Funn 1: Industrien har 58,3 prosent av arbeidsplassene.").is_visible()


def test_resident_finds_a_chapter_on_a_phone_in_two_steps(
    sample_plan: Plan, live_server: LiveServer, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}{PLAN}")

    page.get_by_role("link", name="Utfordringsdokument", exact=True).click()
    page.get_by_role("navigation", name="Innhold").get_by_role("link", name="4 Roller").click()

    assert page.get_by_role("heading", name="4 Roller").is_visible()
    assert page.url.endswith("#roller")


def test_journalist_gets_the_figures_behind_a_chart_in_one_step(
    sample_plan: Plan, live_server: LiveServer, page: Page
) -> None:
    page.goto(f"{live_server.url}{STATES['status']}")

    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned tallene").click()

    assert download.value.suggested_filename == "provevik-2026-fordeling-2025.csv"
