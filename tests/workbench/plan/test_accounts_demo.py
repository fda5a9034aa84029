"""The demo's cast: one click in the demo on this machine, and nowhere else."""

from typing import Any

import pytest
from django.test import Client

from temaplan.workbench.plan.actions.accounts import first_administrator_address
from temaplan.workbench.plan.actions.demo_cast import make_demo_cast
from temaplan.workbench.plan.events import broken_events
from temaplan.workbench.plan.models import Event, Membership, Person, Plan

LOG_IN, AS_CAST = "/konto/logg-inn/", "/konto/logg-inn/demo/"


@pytest.fixture
def client() -> Client:
    """A browser on the machine of the demo, at the address that the demo prints."""
    return Client(HTTP_HOST="127.0.0.1:8000")


@pytest.fixture
def cast(plan: Plan, plan_of_nabo: Plan) -> list[Person]:
    return make_demo_cast(Plan.objects.select_related("municipality").order_by("pk"))


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEMO = True


def test_each_municipality_gets_every_office(cast: list[Person], plan: Plan) -> None:
    names = [person.name for person in cast if "Prøve" in person.name]
    assert names == [
        "Planlegger, Prøve kommune",
        "Leser, Prøve kommune",
        "Gruppemedlem, Prøve kommune",
        "Ekstern rådgiver, Prøve kommune",
        "Administrator, Prøve kommune",
    ]
    held = Membership.objects.filter(municipality=plan.municipality).order_by("pk")
    assert [(each.role, each.plan) for each in held] == [
        ("planner", None),
        ("reader", plan),
        ("group_member", plan),
        ("adviser", plan),
        ("administrator", None),
    ]


def test_a_second_time_makes_nothing_more(cast: list[Person], plan: Plan) -> None:
    before = (Person.objects.count(), Membership.objects.count(), Event.objects.count())
    again = make_demo_cast(Plan.objects.select_related("municipality").order_by("pk"))
    assert (Person.objects.count(), Membership.objects.count(), Event.objects.count()) == before
    assert [person.pk for person in again] == [person.pk for person in cast]
    plan.refresh_from_db()
    assert list(broken_events(plan)) == []


def test_the_cast_has_no_password_and_no_mailbox(cast: list[Person]) -> None:
    assert not any(person.has_password for person in cast)
    assert all(person.email.endswith(".demo.invalid") for person in cast)


def test_one_form_a_member_leads_to_my_work(client: Client, cast: list[Person], demo: None) -> None:
    text = client.get(LOG_IN).content.decode()
    assert text.count(f'<form method="post" action="{AS_CAST}">') == len(cast) == 10
    assert ">Planlegger, Prøve kommune</button>" in text
    answer = client.post(AS_CAST, {"person": cast[0].pk})
    assert (answer.status_code, answer["Location"]) == (302, "/arbeid/")
    assert client.session["_auth_user_id"] == str(cast[0].pk)


def test_one_comes_where_one_was_going_but_never_elsewhere(
    client: Client, cast: list[Person], demo: None
) -> None:
    wanted = client.post(AS_CAST, {"person": cast[0].pk, "next": "/konto/"})["Location"]
    evil = client.post(AS_CAST, {"person": cast[0].pk, "next": "//ond.example"})["Location"]
    assert (wanted, evil) == ("/konto/", "/arbeid/")


def test_outside_the_demo_there_is_no_such_page(client: Client, cast: list[Person]) -> None:
    assert AS_CAST not in client.get(LOG_IN).content.decode()
    assert client.post(AS_CAST, {"person": cast[0].pk}).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("extra", "host_of_demo"),
    [
        ({"HTTP_HOST": "temaplan.example"}, "127.0.0.1"),
        ({"REMOTE_ADDR": "203.0.113.7"}, "127.0.0.1"),
        ({"REMOTE_ADDR": "203.0.113.7", "HTTP_HOST": "localhost"}, "127.0.0.1"),
        ({"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, "127.0.0.1"),
        ({}, "0.0.0.0"),
    ],
)
def test_other_machines_get_a_sentence_and_no_cast(
    cast: list[Person], demo: None, settings: Any, extra: dict[str, str], host_of_demo: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.DEMO_HOST = host_of_demo
    client = Client(**{"HTTP_HOST": "127.0.0.1:8000", **extra})  # type: ignore[arg-type]
    text = client.get(LOG_IN).content.decode()
    assert AS_CAST not in text
    assert "Rollene i demoen tilbys bare på maskinen der demoen kjører" in text
    assert client.post(AS_CAST, {"person": cast[0].pk}).status_code == 404


def test_a_demo_that_others_reach_says_why_there_is_no_cast(
    client: Client, cast: list[Person], settings: Any
) -> None:
    """`demo --host 0.0.0.0` is no demo to the settings, but has told where it answers."""
    settings.DEMO_HOST = "0.0.0.0"
    text = client.get(LOG_IN).content.decode()
    assert "Rollene i demoen tilbys bare på maskinen der demoen kjører" in text
    assert client.post(AS_CAST, {"person": cast[0].pk}).status_code == 404


def test_a_cast_that_nobody_can_be_is_no_administrator(cast: list[Person], settings: Any) -> None:
    assert first_administrator_address() != ""
    settings.DEMO = True
    assert first_administrator_address() == ""


@pytest.mark.parametrize("person", ["", "0", "-1", "x", "1 OR 1=1", "²", "9" * 30])
def test_somebody_who_is_not_of_the_cast_is_not_found(
    client: Client, cast: list[Person], demo: None, planner: Person, person: str
) -> None:
    assert client.post(AS_CAST, {"person": person}).status_code == 404
    assert client.post(AS_CAST, {"person": planner.pk}).status_code == 404


def test_a_link_logs_nobody_in(client: Client, cast: list[Person], demo: None) -> None:
    assert client.get(AS_CAST, {"person": cast[0].pk}).status_code == 404
    assert "_auth_user_id" not in client.session
