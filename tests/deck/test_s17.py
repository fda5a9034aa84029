"""S17, in part: the adviser cannot decide or publish, and access ends with the contract."""

from datetime import timedelta

import pytest
from django.test import Client

from temaplan.workbench.plan.access import today
from temaplan.workbench.plan.models import Membership, Plan
from tests.deck.outsider import Outsider
from tests.fixtures.cast import person_with

DECIDING = ("plan/publiser/", "plan/trekk/", "tidslinje/vedta/")


@pytest.fixture
def adviser(drammen: Plan) -> Outsider:
    person = person_with("adviser", drammen)
    Membership.objects.filter(person=person).update(ends_on=today())
    client = Client()
    client.force_login(person)
    return Outsider(client, drammen)


@pytest.mark.parametrize("path", DECIDING)
def test_deciding_and_publishing_answer_403(adviser: Outsider, path: str) -> None:
    assert adviser.client.get(adviser.address(path)).status_code == 403
    assert adviser.client.post(adviser.address(path)).status_code == 403


@pytest.mark.parametrize("page", ["plan/", "tidslinje/"])
def test_buttons_that_decide_are_absent(adviser: Outsider, page: str) -> None:
    html = adviser.open(page).content.decode()

    assert [path for path in DECIDING if adviser.address(path) in html] == []


def test_access_ends_with_the_contract(adviser: Outsider) -> None:
    adviser.open("oversikt/")
    Membership.objects.filter(plan=adviser.plan).update(ends_on=today() - timedelta(days=1))

    adviser.open("oversikt/", status=404)
