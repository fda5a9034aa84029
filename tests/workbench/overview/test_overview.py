"""The plan's front page: what is due, what lacks its ground, how far it is."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.overview.documents.pages import store_pages
from temaplan.workbench.plan.models import Milestone, Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

FRONT = "/arbeid/prove-naering/oversikt/"


def order(plan: Plan, slug: str, **fields: object) -> Mandate:
    document, _new = SourceDocument.objects.get_or_create(
        plan=plan, slug="okonomiplan", defaults={"title": "Økonomiplan 2024–2027", "kind": "other"}
    )
    values = {"title": slug, "wording": slug, "verb": "examine", **fields}
    return Mandate.objects.create(plan=plan, slug=slug, document=document, **values)


def fresh(plan: Plan) -> Plan:
    return Plan.objects.select_related("municipality").get(pk=plan.pk)


def section(page: str, heading: str) -> str:
    start = page.index(f'<section aria-labelledby="{heading}">')
    return page[start : page.index("</section>", start)]


def test_root_of_a_plan_leads_to_its_front_page(plan: Plan, planner: Person, visit: Visit) -> None:
    answer = visit(planner).get("/arbeid/prove-naering/")

    assert (answer.status_code, answer["Location"]) == (302, FRONT)


def test_late_order_and_next_step_stand_with_who_and_where(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    order(plan, "koordinator", deadline=date(2024, 4, 30), addressee="rådmannen")
    Milestone.objects.create(
        plan=plan, slug="mote", title="Utvidet møte", date=date(2026, 3, 19), responsible="sekretær"
    )
    due = section(visit(planner).get(FRONT).content.decode(), "naa")

    assert due.index("over frist 30. april 2024") < due.index("19. mars")
    assert '<a href="/arbeid/prove-naering/mandat/koordinator/">koordinator</a>' in due
    assert "Mandat · Økonomiplan 2024–2027" in due
    assert '<span class="ds-tag">kommunedirektøren</span>' in due
    assert '<a href="/arbeid/prove-naering/tidslinje/mote/">Utvidet møte</a>' in due
    assert "19. mars 2026" not in due  # the year of reading goes without saying


def test_answered_order_and_step_that_is_done_are_not_due(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    order(plan, "besvart", deadline=date(2024, 4, 30), state="answered")
    Milestone.objects.create(
        plan=plan, slug="gjort", title="Gjort", date=date(2026, 2, 1), state="done"
    )
    due = section(visit(planner).get(FRONT).content.decode(), "naa")

    assert "Ingenting har frist." in due


def test_month_of_reading_is_not_late(plan: Plan, planner: Person, visit: Visit) -> None:
    for slug, month in (("februar", 2), ("mars", 3)):
        Milestone.objects.create(
            plan=plan, slug=slug, title=slug, date=date(2026, month, 1), precision="month"
        )
    due = section(visit(planner).get(FRONT).content.decode(), "naa")

    assert "forsinket fra februar" in due
    assert "forsinket fra mars" not in due


def test_few_of_many_late_things_leave_room_for_what_comes(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    for number in range(30):
        order(plan, f"sen-{number}", deadline=date(2020, 1, 1))
    Milestone.objects.create(plan=plan, slug="neste", title="Neste", date=date(2026, 4, 1))
    due = section(visit(planner).get(FRONT).content.decode(), "naa")

    assert due.count('class="when late"') == 4
    assert "/tidslinje/neste/" in due
    assert '<a href="/arbeid/prove-naering/mandat/?frist=over">30 over frist</a>' in due


def test_challenge_without_finding_lacks_its_ground(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    order(plan, "p1")
    Challenge.objects.create(plan=plan, slug="handel", number=4, title="Handel i sentrum")
    lacks = section(visit(planner).get(FRONT).content.decode(), "grunnlag")

    link = '<a href="/arbeid/prove-naering/utfordring/handel/">4 Handel i sentrum</a>'
    assert f"Utfordringen «{link}» bygger ikke på noe funn." in lacks


@pytest.mark.parametrize("kept", [False, True])
def test_closed_evidence_is_named_to_those_who_may_see_it(
    plan: Plan, planner: Person, reader: Person, visit: Visit, kept: bool
) -> None:
    Evidence.objects.create(
        plan=plan, slug="hemmelig", title="Hemmelig", kind="report", layer="closed"
    )
    if kept:
        store_pages(fresh(plan))
    seen = [visit(person).get(FRONT).content.decode() for person in (planner, reader)]

    assert ["Hemmelig" in page for page in seen] == [True, False]


def test_links_follow_the_written_form_of_the_address(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    Challenge.objects.create(plan=plan, slug="handel", number=4, title="Handel i sentrum")
    store_pages(fresh(plan))
    page = visit(planner).get(f"/nn{FRONT}").content.decode()

    assert '<a href="/nn/arbeid/prove-naering/utfordring/handel/">' in page


def test_every_break_is_listed_on_its_own_page(plan: Plan, planner: Person, visit: Visit) -> None:
    for number in range(60):
        Challenge.objects.create(plan=plan, slug=f"u{number}", number=number, title=f"U {number}")
    browser = visit(planner)
    front = section(browser.get(FRONT).content.decode(), "grunnlag")
    first = browser.get(f"{FRONT}grunnlag/").content.decode()

    assert front.count("<li>") == 4
    assert f'href="{FRONT}grunnlag/"' in front
    assert first.split('class="lacks-list"')[1].split("</ul>")[0].count("<li>") == 50
    assert 'href="?side=2"' in first


def test_links_of_the_chain_count_the_breaks_that_their_notes_do_not_tell(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    """A challenge without finding and roles: the menu tells of the first only."""
    order(plan, "p1")
    Challenge.objects.create(plan=plan, slug="handel", number=4, title="Handel i sentrum")
    browser = visit(planner)
    progress = section(browser.get(FRONT).content.decode(), "langt")
    of_challenges, of_orders = (
        browser.get(f"{FRONT}grunnlag/?ledd={link}").content.decode().split('class="lacks-list"')[1]
        for link in ("challenge", "mandate")
    )

    lacking = [cell.split("</td>")[0] for cell in progress.split('data-label="Mangler"')[1:]]
    assert [re.findall(r">([^<>]+)</a>", cell) for cell in lacking] == [
        [],
        ["1 brudd i kjeden"],
        [],
        ["1 ikke dokumentert", "1 brudd i kjeden"],
        [],
    ]
    assert f'<a href="{FRONT}grunnlag/?ledd=challenge">1 brudd i kjeden</a>' in lacking[3]
    assert (of_challenges.count("Handel i sentrum"), of_orders.count("Handel i sentrum")) == (2, 0)


def test_new_plan_says_what_to_do_first(plan: Plan, planner: Person, visit: Visit) -> None:
    page = visit(planner).get(FRONT).content.decode()
    order(plan, "p1")
    later = visit(planner).get(FRONT).content.decode()

    steps = page.split('class="first-steps"')[1].split("</section>")[0]
    assert [part.split('"')[0] for part in steps.split('<a href="')[1:]] == [
        "/arbeid/prove-naering/mandat/ny/",
        "/arbeid/prove-naering/plan/endre/",
        "/arbeid/prove-naering/tidslinje/",
        "/arbeid/prove-naering/kunnskap/ny/",
    ]
    assert "Sett opp tidslinjen" in steps
    assert "first-steps" not in later


def test_reader_is_not_told_to_begin(plan: Plan, reader: Person, visit: Visit) -> None:
    assert "first-steps" not in visit(reader).get(FRONT).content.decode()


def test_every_number_is_a_link(plan: Plan, planner: Person, visit: Visit) -> None:
    order(plan, "p1", deadline=date(2024, 4, 30))
    progress = section(visit(planner).get(FRONT).content.decode(), "langt")

    assert '<a class="quiet" href="/arbeid/prove-naering/mandat/">1 ordre</a>' in progress
    assert '<a href="/arbeid/prove-naering/mandat/?frist=over">1 over frist</a>' in progress
    assert "i dag kl." in progress


def test_neighbour_finds_no_overview(plan: Plan, planner_of_nabo: Person, visit: Visit) -> None:
    browser = visit(planner_of_nabo)
    addresses = ("/arbeid/prove-naering/", FRONT, f"{FRONT}grunnlag/")

    assert [browser.get(address).status_code for address in addresses] == [404] * 3


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_page_costs_eight_statements_however_many_rows(
    plan: Plan, planner: Person, visit: Visit, rows: int
) -> None:
    first = order(plan, "p", deadline=date(2024, 4, 30))
    Mandate.objects.bulk_create(
        Mandate(
            plan=plan,
            slug=f"p{number}",
            title="P",
            wording="P",
            verb="examine",
            document=first.document,
            deadline=date(2024, 4, 30),
        )
        for number in range(rows)
    )
    Challenge.objects.bulk_create(
        Challenge(plan=plan, slug=f"u{number}", number=number, title="U") for number in range(rows)
    )
    store_pages(fresh(plan))
    browser = visit(planner)
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(FRONT)

    assert answer.status_code == 200
    assert len(asked) == 8
