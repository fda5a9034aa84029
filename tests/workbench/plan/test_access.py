"""What each role may do, written out, and how roles add up."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from temaplan.workbench.plan.access import (
    access_for,
    municipalities_with,
    plan_for,
    plans_for,
    public_plan,
    public_plans,
    today,
)
from temaplan.workbench.plan.models import Membership, Municipality, Person, Plan
from temaplan.workbench.plan.vocabulary import ROLES, Capability
from tests.fixtures.cast import person_with

HOST = "127.0.0.1"
C = Capability
WRITING = {C.SEE, C.SEE_INTERNAL, C.EDIT}
# Issue 3 and architecture.md, «Roles on a plan». An external adviser does not decide,
# publish or see closed material (deck, S17); the operator sees no content.
MAY = {
    "reader": {C.SEE, C.SEE_INTERNAL},
    "group_member": {C.SEE},
    "adviser": WRITING,
    "adviser_after_contract": set(),
    "editor": WRITING,
    "planner": WRITING | {C.SEE_CLOSED, C.DECIDE, C.MANAGE_PEOPLE, C.START_PLAN},
    "interviewer": WRITING,
    "secretary": WRITING,
    "administrator": set(Capability),
    "operator": set(),
}


def test_every_role_may_just_this() -> None:
    assert {role.code: set(role.capabilities) for role in ROLES} == MAY


def test_a_role_on_a_plan_gives_nothing_about_the_municipality(plan: Plan) -> None:
    planner = person_with("planner", plan)
    assert access_for(planner, plan).capabilities == MAY["planner"] - {C.START_PLAN}
    assert list(municipalities_with(planner, C.START_PLAN)) == []


def test_a_role_in_the_municipality_holds_on_every_plan_of_it(
    plan: Plan, planner: Person, plan_of_nabo: Plan
) -> None:
    later = Plan.objects.create(
        municipality=plan.municipality, slug="senere", title="Senere", plan_type="thematic_plan"
    )
    assert set(plans_for(planner)) == {plan, later}
    assert access_for(planner, later).capabilities == MAY["planner"]
    assert access_for(planner, plan_of_nabo).capabilities == set()
    assert list(municipalities_with(planner, C.START_PLAN)) == [plan.municipality]


def test_roles_add_up(plan: Plan, group_member: Person) -> None:
    Membership.objects.create(
        person=group_member, municipality=plan.municipality, plan=plan, role="editor"
    )
    assert access_for(group_member, plan).capabilities == WRITING


@pytest.mark.parametrize(("days", "sees"), [(0, True), (1, True), (-1, False)])
def test_the_last_day_is_a_day_of_access(
    plan: Plan, adviser: Person, days: int, sees: bool
) -> None:
    adviser.memberships.update(ends_on=today() + timedelta(days=days))
    assert (plan in plans_for(adviser)) is sees
    assert access_for(adviser, plan).may(C.SEE) is sees


def test_an_adviser_after_the_contract_gets_the_answer_of_no_plan(
    plan: Plan, adviser_after: Person
) -> None:
    with pytest.raises(Http404) as here:
        plan_for(adviser_after, plan.slug, HOST)
    with pytest.raises(Http404) as nowhere:
        plan_for(adviser_after, "finnes-ikke", HOST)
    assert str(here.value) == str(nowhere.value).replace("finnes-ikke", plan.slug)


def test_a_role_that_this_version_does_not_know_gives_nothing(plan: Plan, reader: Person) -> None:
    reader.memberships.update(role="king")
    assert access_for(reader, plan).capabilities == set()


def test_somebody_not_logged_in_has_no_plans(plan: Plan) -> None:
    assert list(plans_for(AnonymousUser())) == []
    assert access_for(AnonymousUser(), plan).capabilities == set()
    assert list(municipalities_with(AnonymousUser(), C.SEE)) == []


class TestHosts:
    @pytest.fixture(autouse=True)
    def two_published(self, plan: Plan, plan_of_nabo: Plan) -> None:
        """Both plans are published, and the neighbour has a host of its own."""
        Plan.objects.update(is_public=True)
        Municipality.objects.filter(slug="nabo").update(host="plan.nabo.example")

    def test_a_host_of_nobody_shows_all(self, plan: Plan, plan_of_nabo: Plan) -> None:
        assert set(public_plans(HOST)) == {plan, plan_of_nabo}

    def test_a_host_of_a_municipality_shows_its_own(self, plan_of_nabo: Plan) -> None:
        assert set(public_plans("plan.nabo.example")) == {plan_of_nabo}

    def test_a_plan_of_another_is_not_found_there(self, plan: Plan, planner: Person) -> None:
        with pytest.raises(Http404):
            public_plan(plan.slug, "plan.nabo.example")
        with pytest.raises(Http404):
            plan_for(planner, plan.slug, "plan.nabo.example")
        assert plan_for(planner, plan.slug, HOST).plan == plan
