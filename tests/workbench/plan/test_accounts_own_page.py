"""One's own account: name, written form, password."""

from typing import Any

import pytest
from django.test import Client

from temaplan.workbench.plan.models import Municipality, Person, Plan
from tests.fixtures.cast import Visit

OLD, NEW = "grønn sykkel i regn", "blå buss uten sjåfør"


@pytest.fixture(autouse=True)
def quick_hashing(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def person(planner: Person) -> Person:
    planner.set_password(OLD)
    planner.save()
    return planner


def test_name_and_written_form_are_changed(visit: Visit, person: Person) -> None:
    visit(person).post("/konto/", {"name": "Næringssjef", "language": "nn"})
    person.refresh_from_db()
    assert (person.name, person.language) == ("Næringssjef", "nn")


def test_only_these_two_can_be_changed(visit: Visit, person: Person) -> None:
    before = (person.email, person.password, person.is_operator, person.demo_cast)
    sent = {"email": "x@eksempel.test", "password": "x", "is_operator": "on", "demo_cast": "on"}
    visit(person).post("/konto/", {"name": "Næringssjef", "language": "", **sent})
    person.refresh_from_db()
    assert (person.email, person.password, person.is_operator, person.demo_cast) == before


def test_a_name_is_needed(visit: Visit, person: Person) -> None:
    answer = visit(person).post("/konto/", {"name": " ", "language": ""})
    assert answer.status_code == 422
    assert "Fyll ut «Navn»." in answer.content.decode()


def test_the_workbench_speaks_as_the_person_chose_and_else_as_the_plan(
    visit: Visit, person: Person, plan: Plan
) -> None:
    page = f"/arbeid/{plan.slug}/personer/"
    Municipality.objects.update(language="nn")
    assert visit(person).get(page)["Content-Language"] == "nn"
    Person.objects.update(language="nb")
    assert visit(person).get(page)["Content-Language"] == "nb"
    assert visit(person).get(f"/nn{page}")["Content-Language"] == "nn"


def test_a_password_is_changed_by_who_knows_the_old(visit: Visit, person: Person) -> None:
    here, elsewhere = visit(person), visit(person)
    sent = {"old_password": OLD, "password1": NEW, "password2": NEW}
    assert here.post("/konto/passord/", sent).status_code == 302
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert here.get("/konto/").status_code == 200
    assert elsewhere.get("/konto/").status_code == 302, "other sessions end"


def test_a_wrong_old_password_changes_nothing(visit: Visit, person: Person) -> None:
    sent = {"old_password": "gjettet passord", "password1": NEW, "password2": NEW}
    answer = visit(person).post("/konto/passord/", sent)
    assert answer.status_code == 422
    assert "Dette er ikke passordet du bruker nå." in answer.content.decode()
    person.refresh_from_db()
    assert person.check_password(OLD)


def test_guessing_the_old_password_is_slowed_down(
    visit: Visit, person: Person, settings: Any
) -> None:
    from django.core.cache import cache

    cache.clear()
    settings.ACCOUNT_RATE_LIMITS = {"change_password": "2/m/user"}
    sent = {"old_password": "gjettet passord", "password1": NEW, "password2": NEW}
    visitor = visit(person)
    codes = [visitor.post("/konto/passord/", sent).status_code for _ in range(3)]
    assert codes == [422, 422, 429]
    assert "For mange forsøk" in visitor.post("/konto/passord/", sent).content.decode()
    cache.clear()


def test_no_shared_cache_keeps_a_page_of_ones_own(client: Client, person: Person) -> None:
    client.force_login(person)
    kept = set(client.get("/konto/")["Cache-Control"].split(", "))
    assert {"private", "no-cache"} <= kept
    assert "no-store" not in kept, "going back must find what was typed"
