"""What is sent after log-out is not lost: it is kept, shown after log-in, and sent by a button."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from temaplan.workbench.plan.models import Milestone, Person, Plan
from tests.fixtures.cast import Visit

FORM = {"title": "Møte i formannskapet, med <b>gjester</b>", "date": "7. juni 2026"}


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    """Rate limits are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def address(plan: Plan) -> str:
    return reverse("milestone-add", args=[plan.slug])


def test_the_whole_way_back(client: Client, planner: Person, address: str) -> None:
    sent = client.post(address, FORM)
    assert (sent.status_code, sent["Location"]) == (302, "/konto/logg-inn/?next=/konto/fortsett/")
    assert "tatt vare på i en time" in client.get(sent["Location"]).content.decode()
    assert Milestone.objects.count() == 0

    client.force_login(planner)
    page = client.get("/konto/fortsett/").content.decode()
    assert "Møte i formannskapet, med &lt;b&gt;gjester&lt;/b&gt;" in page
    assert f'action="{address}"' in page
    fields = dict(re.findall(r'<input type="hidden" name="(title|date)" value="([^"]*)">', page))
    assert fields["date"] == FORM["date"]

    assert client.post(address, FORM).status_code == 302
    assert Milestone.objects.get().title == FORM["title"]
    assert client.get("/konto/fortsett/")["Location"] == "/arbeid/", "it is let go of once sent"


def test_passwords_and_tokens_are_never_kept(client: Client, db: None) -> None:
    client.post("/konto/passord/", {"password1": "hemmelig ord her", "old_password": "gammelt ord"})
    assert "hemmelig" not in str(dict(client.session))
    assert "gammelt" not in str(dict(client.session))


def test_somebody_without_access_gets_nothing_by_it(
    client: Client, planner_of_nabo: Person, address: str
) -> None:
    client.post(address, FORM)
    client.force_login(planner_of_nabo)
    assert client.post(address, FORM).status_code == 404
    assert Milestone.objects.count() == 0


def test_a_form_that_is_too_long_goes_the_usual_way(client: Client, address: str) -> None:
    sent = client.post(address, {"title": "x" * 500_000})
    assert sent["Location"] == f"/konto/logg-inn/?next={address}"


def test_a_flood_is_not_kept(client: Client, address: str, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"keep_form": "3/m/ip"}
    places = [Client().post(address, FORM)["Location"] for _ in range(4)]
    assert [place.endswith("fortsett/") for place in places] == [True, True, True, False]


def test_log_out_lets_go_of_it(client: Client, planner: Person, address: str) -> None:
    client.post(address, FORM)
    client.force_login(planner)
    client.post("/konto/logg-ut/")
    client.force_login(planner)
    assert client.get("/konto/fortsett/")["Location"] == "/arbeid/"


def test_a_form_without_its_token_shows_what_was_written(
    visit: Visit, planner: Person, address: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(planner)
    answer = client.post(address, {**FORM, "password1": "hemmelig ord her"})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Skjemaet kom ikke fram" in text
    assert "Møte i formannskapet, med &lt;b&gt;gjester&lt;/b&gt;" in text
    assert "hemmelig" not in text
    assert Milestone.objects.count() == 0
