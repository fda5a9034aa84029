"""*Mitt arbeid*: one's own plans by municipality, and nothing of anybody else's."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.plan.models import Membership, Milestone, Municipality, Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db


def test_plans_stand_by_municipality_with_what_is_late(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="Avklare temaer", date=date(2026, 2, 12))
    page = visit(planner).get("/arbeid/").content.decode()

    assert page.index("Prøve kommune</h2>") < page.index(">Næringsplan for Prøve</a>")
    assert "1 forsinket" in page
    assert '<a href="/arbeid/prove-naering/tidslinje/a/">Avklare temaer</a>' in page
    assert "forsinket fra 12. februar" in page


def test_plan_of_another_municipality_is_not_there(
    plan: Plan, plan_of_nabo: Plan, planner: Person, visit: Visit
) -> None:
    Milestone.objects.create(
        plan=plan_of_nabo, slug="a", title="Naboens møte", date=date(2026, 1, 1)
    )
    page = visit(planner).get("/arbeid/").content.decode()

    assert "Nabo" not in page


def test_role_on_one_plan_shows_that_plan_only(
    plan: Plan, reader: Person, prove: Municipality, visit: Visit
) -> None:
    Plan.objects.create(
        municipality=prove, slug="annen", title="En annen plan", plan_type="thematic_plan"
    )
    page = visit(reader).get("/arbeid/").content.decode()

    assert "Næringsplan for Prøve" in page
    assert "En annen plan" not in page


def test_host_of_a_municipality_shows_only_its_plans(
    plan: Plan, plan_of_nabo: Plan, planner: Person, nabo: Municipality, visit: Visit
) -> None:
    Membership.objects.create(person=planner, municipality=nabo, role="planner")
    Municipality.objects.filter(pk=nabo.pk).update(host="localhost")
    page = visit(planner).get("/arbeid/", headers={"host": "localhost"}).content.decode()

    assert "Næringsplan for Nabo" in page
    assert "Næringsplan for Prøve" not in page


def test_person_without_plans_is_told_how_to_get_one(db: None, visit: Visit) -> None:
    person = Person.objects.create(email="ny@eksempel.test", name="Ny")
    page = visit(person).get("/arbeid/").content.decode()

    assert "Du er ikke med på noen plan ennå." in page
    assert "Planleggeren eller administratoren i kommunen gir deg tilgang." in page


def test_somebody_not_logged_in_is_sent_to_log_in(db: None, visit: Visit) -> None:
    answer = visit(None).get("/arbeid/")

    assert (answer.status_code, answer["Location"]) == (302, "/konto/logg-inn/?next=/arbeid/")


@pytest.mark.parametrize("number", [1, 3, 40])
def test_page_costs_the_same_however_many_plans(
    plan: Plan, planner: Person, prove: Municipality, visit: Visit, number: int
) -> None:
    for each in range(number):
        other = Plan.objects.create(
            municipality=prove, slug=f"p{each}", title=f"P {each}", plan_type="thematic_plan"
        )
        Milestone.objects.create(plan=other, slug="a", title="A", date=date(2020, 1, 1))
    browser = visit(planner)
    with CaptureQueriesContext(connection) as asked:
        browser.get("/arbeid/")

    assert len(asked) == 7
