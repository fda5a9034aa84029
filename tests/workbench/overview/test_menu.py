"""The chain as the only menu: every number at once, and nothing a person may not know of."""

from datetime import date

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.overview.counting import count_each
from temaplan.workbench.overview.menu import Menu, menu_for
from temaplan.workbench.plan.access import access_for
from temaplan.workbench.plan.models import Milestone, Person, Plan
from temaplan.workbench.plan.vocabulary import Capability
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

BASE = "/arbeid/prove-naering/"


def menu_seen_by(person: Person, plan: Plan, path: str = f"{BASE}oversikt/") -> Menu:
    menu = menu_for(RequestFactory().get(path), access_for(person, plan))
    assert menu is not None
    return menu


def test_links_stand_along_the_chain_and_two_beside_it(plan: Plan, planner: Person) -> None:
    menu = menu_seen_by(planner, plan)

    assert [link.code for link in menu.links] == [
        "overview",
        "actor",
        "mandate",
        "evidence",
        "challenge",
    ]
    assert [(link.code, link.number) for link in menu.also] == [("timeline", 0), ("documents", 2)]


def test_everything_is_counted_in_one_statement(plan: Plan, planner: Person) -> None:
    access = access_for(planner, plan)
    with CaptureQueriesContext(connection) as asked:
        menu_for(RequestFactory().get(BASE), access)

    assert len(asked) == 1


def test_counting_nothing_asks_nothing() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert count_each([]) == []

    assert len(asked) == 0


def test_query_without_possible_rows_counts_as_zero(plan: Plan) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="A")
    rows = Milestone.objects.filter(plan=plan)

    assert count_each([rows.none(), rows, rows.filter(pk__in=[]), rows.distinct()]) == [0, 1, 0, 1]


def test_counting_keeps_percent_signs_in_values(plan: Plan) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="100 % ferdig")

    assert count_each([Milestone.objects.filter(title__contains="100 %")]) == [1]


def test_late_step_is_told_with_a_link_to_just_those(plan: Plan, planner: Person) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="A", date=date(2026, 2, 27))
    Milestone.objects.create(plan=plan, slug="b", title="B", date=date(2026, 3, 2))
    timeline = menu_seen_by(planner, plan).also[0]

    assert (timeline.number, timeline.note) == (2, "1 forsinket")
    assert timeline.notes[0].url == f"{BASE}tidslinje/?vis=forsinket"


def test_count_hides_evidence_that_the_person_may_not_see(
    plan: Plan, planner: Person, reader: Person, group_member: Person
) -> None:
    for layer in ("public", "internal", "closed"):
        Evidence.objects.create(plan=plan, slug=layer, title=layer, kind="report", layer=layer)
    numbers = [
        next(link.number for link in menu_seen_by(person, plan).links if link.code == "evidence")
        for person in (planner, reader, group_member)
    ]

    assert numbers == [3, 2, 1]


def test_number_of_another_plan_is_not_counted(
    plan: Plan, plan_of_nabo: Plan, planner: Person
) -> None:
    Milestone.objects.create(plan=plan_of_nabo, slug="a", title="A")

    assert menu_seen_by(planner, plan).also[0].number == 0


def test_who_no_longer_sees_the_workbench_gets_no_menu(plan: Plan, adviser_after: Person) -> None:
    access = access_for(adviser_after, plan)

    assert not access.may(Capability.SEE)
    assert menu_for(RequestFactory().get(BASE), access) is None
    assert menu_for(RequestFactory().get(BASE), None) is None


def test_page_of_one_row_belongs_to_its_link(plan: Plan, planner: Person) -> None:
    menu = menu_seen_by(planner, plan, f"{BASE}mandat/dokumenter/okonomiplan/")

    assert menu.current is not None
    assert menu.current.code == "mandate"


def test_page_outside_the_chain_has_no_current_link(plan: Plan, planner: Person) -> None:
    assert menu_seen_by(planner, plan, f"{BASE}plan/").current is None


def test_current_link_is_marked_for_those_who_cannot_see_it(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{BASE}tidslinje/").content.decode()
    form = visit(planner).get(f"{BASE}tidslinje/ny/").content.decode()

    assert page.count(f'<a href="{BASE}tidslinje/" aria-current="page">') == 2  # open and folded
    assert form.count(f'<a href="{BASE}tidslinje/" aria-current="true">') == 2


def test_public_page_counts_no_menu(plan: Plan, visit: Visit) -> None:
    Plan.objects.filter(pk=plan.pk).update(is_public=True)

    assert "chain-links" not in visit(None).get("/plan/prove-naering/").content.decode()
