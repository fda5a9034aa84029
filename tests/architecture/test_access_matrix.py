"""Who reaches what: every address × every role × own and other municipality × GET and POST.

The addresses come from the URL resolver and the plan holds one row of each kind, so a new
address is walked as soon as it is there. What is expected follows from the address's door
and from a table of roles that is written out in `test_access.py`.
"""

from collections.abc import Iterator
from copy import copy
from http import HTTPStatus
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client

from temaplan.documents.charts import chart_key
from temaplan.workbench.evidence.charting import chart_of_run
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.overview import context
from temaplan.workbench.overview.public import files
from temaplan.workbench.plan.models import ChartImage, Membership, Person, Plan
from temaplan.workbench.plan.vocabulary import ABOUT_THE_MUNICIPALITY, ROLE, ROLES, Capability
from tests.fixtures.addresses import Address, addresses
from tests.fixtures.whole_plan import whole_plan

# Roles that hold for the whole municipality here; the others are on the plan alone.
WHOLE_MUNICIPALITY = {"administrator", "operator"}
ROLE_CODES = [role.code for role in ROLES]
NOBODY, WITHOUT_ROLE = "anonymous", "without_role"
VISITORS = [NOBODY, WITHOUT_ROLE, *ROLE_CODES]
READERS = [NOBODY, "planner", "administrator"]
if connection.vendor == "postgresql":
    # The doors ask the same of either database, so there the walk is for its SQL: once
    # for those who see nothing, a part, and nearly everything.
    VISITORS, READERS = [NOBODY, "group_member", "planner"], ["planner"]
# Addresses about no plan that ask for a capability in some municipality.
NEEDED_SOMEWHERE = {"plan-new": Capability.START_PLAN}
# Computed from the plan and made anew at will; a page that is read may make them.
COMPUTED = {"PlanPage", "Artefact", "ChartImage"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No worker runs here, so nobody waits for one; nothing is counted from test to test.

    The menu is drawn on every page and has tests of its own; here it would be a third of
    the time.
    """
    monkeypatch.setattr(files, "LONGEST_WAIT", 0.0)
    monkeypatch.setattr(context, "menu_for", lambda _request, _access: None)
    cache.clear()
    yield
    cache.clear()


def with_drawings(plan: Plan) -> Plan:
    """Let the charts be drawn, as the worker does; nothing looks at what is in them here."""
    for run in AnalysisRun.objects.filter(plan=plan):
        if run.chart:
            key = chart_key(chart_of_run(run, plan.municipality))
            drawn = {"wide": "<svg/>", "narrow": "<svg/>", "picture": b"PNG"}
            ChartImage.objects.get_or_create(key=key, defaults=drawn)
    return plan


@pytest.fixture
def own(db: None) -> Plan:
    """A plan that is not published, with somebody in every role."""
    plan = with_drawings(whole_plan("egen-plan", "egen"))
    Plan.objects.filter(pk=plan.pk).update(is_public=False)
    plan.is_public = False
    for code in ROLE_CODES:
        Membership.objects.create(
            person=Person.objects.create(email=f"{code}@egen.test", name=f"{code} i egen"),
            municipality=plan.municipality,
            plan=None if code in WHOLE_MUNICIPALITY else plan,
            role=code,
        )
    Person.objects.create(email=f"{WITHOUT_ROLE}@egen.test", name="uten rolle")
    Person.objects.filter(email="operator@egen.test").update(is_operator=True)
    return plan


@pytest.fixture
def other(db: None) -> Plan:
    """The same in another municipality, with people of its own."""
    plan = with_drawings(whole_plan("annen-plan", "annen"))
    Plan.objects.filter(pk=plan.pk).update(is_public=False)
    for code, on in (("reader", plan), ("administrator", None)):
        person = Person.objects.create(email=f"{code}@annen.test", name=f"{code} i annen")
        Membership.objects.create(person=person, municipality=plan.municipality, plan=on, role=code)
    return plan


def browser(visitor: str, **kept: Any) -> Client:
    client = Client(raise_request_exception=False, **kept)
    if visitor != NOBODY:
        client.force_login(Person.objects.get(email=f"{visitor}@egen.test"))
    return client


def may(visitor: str, capability: Capability | None) -> bool:
    if visitor not in ROLE:
        return False
    given = ROLE[visitor].capabilities
    if visitor not in WHOLE_MUNICIPALITY:
        given -= ABOUT_THE_MUNICIPALITY
    return capability in given


def expected(address: Address, visitor: str, *, is_own: bool) -> str:
    kind = address.door.kind
    if kind == "public":
        return "answered"
    if kind == "public_plan":
        return "not found"  # neither plan is published
    if visitor == NOBODY:
        return "to log in"
    if kind == "person":
        needed = NEEDED_SOMEWHERE.get(address.name)
        return "answered" if needed is None or may(visitor, needed) else "refused"
    if not is_own or not may(visitor, Capability.SEE):
        return "not found"
    return "answered" if may(visitor, address.door.capability) else "refused"


def outcome(answer: HttpResponseBase, address: Address) -> str:
    if answer.status_code == HTTPStatus.FOUND and answer.headers["Location"].startswith(
        "/konto/logg-inn/"
    ):
        return "to log in"
    named = {HTTPStatus.NOT_FOUND: "not found", HTTPStatus.FORBIDDEN: "refused"}
    status = HTTPStatus(answer.status_code)
    if address.door.kind == "public" and status == HTTPStatus.NOT_FOUND:
        return "answered"  # no such arms, no demo: the same to everybody
    waits_for_the_worker = status == HTTPStatus.SERVICE_UNAVAILABLE and "Retry-After" in answer
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and not waits_for_the_worker:
        return f"fault {answer.status_code}"
    return named.get(status, "answered")


def answered(client: Client, method: str, path: str) -> HttpResponseBase:
    """Ask, and take back whatever the answer changed, so that each question is the first."""
    cookies = copy(client.cookies)
    with transaction.atomic():
        answer: HttpResponseBase = getattr(client, method)(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


@pytest.mark.parametrize("visitor", VISITORS)
def test_every_address_answers_each_role_as_its_door_says(
    visitor: str, own: Plan, other: Plan
) -> None:
    client, deviations = browser(visitor), []
    for plan, is_own in ((own, True), (other, False)):
        for address in addresses():
            path, wanted = address.path(plan), expected(address, visitor, is_own=is_own)
            for method in ("get", "post"):
                found = outcome(answered(client, method, path), address)
                if found != wanted:
                    deviations.append(f"{method} {path}: {found}, not {wanted}")
    assert deviations == []


def test_a_plan_one_may_not_know_of_answers_as_one_that_is_not_there(
    own: Plan, other: Plan
) -> None:
    def page(path: str) -> tuple[int, str]:
        answer = browser("administrator").get(path)
        text = answer.content.decode()
        return answer.status_code, text[text.index("<main") : text.index("</main>")]

    for address in addresses():
        if address.door.kind in {"plan", "public_plan"}:
            hidden = address.path(other)
            missing = hidden.replace(f"/{other.slug}/", "/finnes-ikke/")
            status, text = page(hidden)
            assert (status, text.replace(other.slug, "finnes-ikke")) == page(missing), hidden


def test_a_published_plan_can_be_read_by_everybody(own: Plan) -> None:
    Plan.objects.filter(pk=own.pk).update(is_public=True)
    client = browser(NOBODY)
    outcomes = {
        address.route: outcome(client.get(address.path(own)), address)
        for address in addresses()
        if address.door.kind == "public_plan"
    }
    assert outcomes == dict.fromkeys(outcomes, "answered")


@pytest.mark.parametrize("visitor", READERS)
def test_reading_changes_no_row(visitor: str, own: Plan) -> None:
    Plan.objects.filter(pk=own.pk).update(is_public=True)
    client, changed = browser(visitor), []
    before = everything_stored()
    for address in addresses():
        client.get(address.path(own))
        now = everything_stored()
        if now != before:
            changed.append((address.path(own), sorted(n for n in now if now[n] != before[n])))
        before = now
    assert changed == []


def test_a_form_without_its_token_is_refused_everywhere(own: Plan) -> None:
    client = browser("administrator", enforce_csrf_checks=True)
    before = everything_stored()
    statuses = {each.route: client.post(each.path(own)).status_code for each in addresses()}
    assert statuses == dict.fromkeys(statuses, 403)
    assert everything_stored() == before


@pytest.mark.parametrize("visitor", [NOBODY, "reader", "adviser_after_contract", "operator"])
def test_a_refused_form_changes_no_row(visitor: str, own: Plan, other: Plan) -> None:
    """Whatever is sent; `add` forms get fields that would be enough."""
    sent = {"title": "x", "name": "x", "email": "x@eksempel.test", "role": "reader", "reason": "x"}
    client = browser(visitor)
    before = everything_stored()
    for plan in (own, other):
        for address in addresses():
            if address.door.kind == "plan" and not may(visitor, address.door.capability):
                client.post(address.path(plan), sent)
    assert everything_stored() == before


def everything_stored() -> dict[str, list[Any]]:
    """Return every row of ours but what is computed, by model."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_app_config("temaplan").get_models()
        if model.__name__ not in COMPUTED
    }


def test_the_host_of_another_municipality_shows_nothing_of_this_one(
    own: Plan, other: Plan, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["annen.example", "testserver"]
    type(other.municipality).objects.filter(pk=other.municipality.pk).update(host="annen.example")
    Plan.objects.update(is_public=True)
    client = browser("administrator", headers={"host": "annen.example"})
    statuses = {
        address.path(own): client.get(address.path(own)).status_code
        for address in addresses()
        if address.door.kind in {"plan", "public_plan"}
    }
    assert statuses == dict.fromkeys(statuses, 404)
    front = client.get("/").content.decode()
    assert f"/plan/{other.slug}/" in front
    assert f"/plan/{own.slug}/" not in front


@pytest.mark.parametrize("host", ["ond.example", "testserver.ond.example", "testserver@ond", "a b"])
def test_a_host_that_is_not_ours_is_refused_in_our_frame(host: str, db: None) -> None:
    for path in ("/", "/konto/logg-inn/", "/konto/velg-passord/x/"):
        answer = Client(raise_request_exception=False).get(path, headers={"host": host})
        assert answer.status_code == 400
        assert "Forespørselen kan ikke leses" in answer.content.decode()


def test_a_forwarded_host_is_not_believed(db: None) -> None:
    sent = {"X-Forwarded-Host": "ond.example", "X-Forwarded-Proto": "https"}
    answer = Client().get("/konto/", headers=sent)
    assert answer["Location"] == "/konto/logg-inn/?next=/konto/"
    assert "ond.example" not in Client().get("/konto/logg-inn/", headers=sent).content.decode()
