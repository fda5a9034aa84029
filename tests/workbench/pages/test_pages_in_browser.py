"""Page types in a real browser: nothing found by axe, nothing wider than the screen."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.overview.documents.pages import store_pages
from temaplan.workbench.plan.models import Milestone, Person, Plan
from tests.fixtures.browser import axe_findings

pytestmark = pytest.mark.django_db(transaction=True)

BASE = "/arbeid/prove-naering/"
Open = Callable[..., None]


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """A plan with something late, something moved, something approved and something broken."""
    plan.baseline_approved_on = date(2026, 1, 15)
    plan.summary = "Planen gir retning."
    plan.save()
    moved = Milestone.objects.create(
        plan=plan,
        slug="moete",
        title="Utvidet møte i kontaktutvalget",
        date=date(2026, 2, 20),
        baseline_date=date(2026, 2, 12),
        baseline_precision="day",
        responsible="sekretær",
    )
    moved.shifts.create(
        plan=plan,
        slug="moete",
        from_date=date(2026, 2, 12),
        from_precision="day",
        to_date=date(2026, 2, 20),
        to_precision="day",
        reason="Vinterferie.",
        decided_on=date(2026, 2, 1),
    )
    Challenge.objects.create(plan=plan, slug="handel", number=1, title="Handel i sentrum")
    return Plan.objects.select_related("municipality").get(pk=plan.pk)


@pytest.fixture
def open_as(page: Page, live_server: object, client: object) -> Open:
    """Open an address as a person, without the log-in page."""

    def enter(person: Person, path: str, *, width: int = 1280, height: int = 800) -> None:
        client.force_login(person)  # type: ignore[attr-defined]
        cookie = client.cookies["sessionid"].value  # type: ignore[attr-defined]
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{live_server}{path}")

    return enter


ADDRESSES = (
    "/arbeid/",
    "/arbeid/ny/",
    f"{BASE}oversikt/",
    f"{BASE}oversikt/grunnlag/",
    f"{BASE}oversikt/regler/",
    f"{BASE}oversikt/regler/r22/",
    f"{BASE}oversikt/regler/r22/bekreft/",
    "/regler/",
    f"{BASE}plan/",
    f"{BASE}plan/endre/",
    f"{BASE}plan/publiser/",
    f"{BASE}tidslinje/",
    f"{BASE}tidslinje/?vis=kommende",
    f"{BASE}tidslinje/ny/",
    f"{BASE}tidslinje/samlet/bilde/",
    f"{BASE}tidslinje/samlet/bakover/?vedtak=17.+mai+2027",
    f"{BASE}tidslinje/samlet/kalender/",
    f"{BASE}tidslinje/moete/",
    f"{BASE}tidslinje/moete/etter/",
    f"{BASE}tidslinje/moete/flytt/",
    f"{BASE}tidslinje/moete/status/",
    f"{BASE}dokumenter/",
)


def test_every_page_is_accessible_and_fits_at_320_pixels(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    store_pages(plan)
    found, too_wide = {}, []
    for path in ADDRESSES:
        open_as(planner, path, width=320)
        if findings := axe_findings(page):
            found[path] = findings
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(path)

    assert (found, too_wide) == ({}, [])


def test_new_plans_front_page_is_accessible(
    plan_of_nabo: Plan, planner_of_nabo: Person, page: Page, open_as: Open
) -> None:
    open_as(planner_of_nabo, "/arbeid/nabo-naering/oversikt/", width=320)

    assert axe_findings(page) == []


def test_late_next_and_broken_are_seen_without_scrolling(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    Milestone.objects.create(plan=plan, slug="neste", title="Neste møte", date=date(2026, 4, 1))
    open_as(planner, f"{BASE}oversikt/")

    for words in ("forsinket fra 20. februar", "Neste møte", "bygger ikke på noe funn"):
        box = page.get_by_text(words).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800


def test_refused_form_puts_the_reader_at_the_summary_and_leads_to_the_field(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    open_as(planner, f"{BASE}tidslinje/moete/flytt/", width=320)
    page.get_by_label("Når").fill("31. juni")
    page.get_by_role("button", name="Flytt milepæl").click()

    assert page.evaluate("document.activeElement.id") == "feil"
    assert axe_findings(page) == []
    page.get_by_role("link", name="Datoen 31. juni finnes ikke. Juni har 30 dager.").click()
    assert page.evaluate("document.activeElement.name") == "when"
    assert page.get_by_label("Når").input_value() == "31. juni"


def test_choice_that_is_missing_is_reached_from_the_summary(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    open_as(planner, "/arbeid/ny/", width=320)
    page.get_by_label("Tittel").fill("Ny plan")
    page.get_by_role("button", name="Start planen").click()

    assert axe_findings(page) == []
    page.get_by_role("link", name="Fyll ut «Plantype».").click()
    assert page.evaluate("document.activeElement.name") == "plan_type"


def test_two_who_save_can_choose_with_the_keyboard(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    open_as(planner, f"{BASE}plan/endre/", width=320)
    Plan.objects.filter(pk=plan.pk).update(summary="Hennes setning.", revision=2)
    page.get_by_label("Kort om planen").fill("Min setning.")
    page.get_by_role("button", name="Lagre profilen").click()

    assert page.get_by_role("heading", level=1).text_content() == "To har lagret"
    assert axe_findings(page) == []
    page.get_by_role("radio", name="Ditt Min setning.").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Lagre valgene").press("Enter")
    page.wait_for_url("**/plan/")
    plan.refresh_from_db()
    assert plan.summary == "Hennes setning."


def test_menu_folds_to_one_line_with_the_current_link_on_a_phone(
    plan: Plan, planner: Person, page: Page, open_as: Open
) -> None:
    open_as(planner, f"{BASE}tidslinje/", width=360)
    summary = page.locator(".chain-fold > summary")

    assert summary.text_content() == "Planens ledd: Tidslinje"
    assert not page.locator(".chain-open").is_visible()
    summary.press("Enter")
    page.get_by_role("link", name="Oversikt").press("Enter")
    page.wait_for_url("**/oversikt/")


def test_dark_page_is_accessible(plan: Plan, planner: Person, page: Page, open_as: Open) -> None:
    page.emulate_media(color_scheme="dark")
    open_as(planner, f"{BASE}oversikt/")

    assert axe_findings(page) == []
