"""A nynorsk page says nothing that can only be bokmål: every page, form, refusal and error.

A text that nobody put through gettext shows here, and so does one that is shown before the
language of the page is chosen. What the plan says itself is made neutral first.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from temaplan.workbench.overview.public import files
from temaplan.workbench.plan.actions.start import start_plan
from temaplan.workbench.plan.models import Municipality, Person, Plan
from tests.fixtures.addresses import Address, addresses
from tests.fixtures.bokmal import ONLY_BOKMAL, ShownText, bokmal_in, without_bokmal
from tests.fixtures.cast import person_with
from tests.fixtures.whole_plan import whole_plan
from tools.messages import DOMAINS

NOTHING = {"csrfmiddlewaretoken": "x"}  # a form that is sent with every field empty
# What the library of analyses says about a file of figures is put together far from any
# catalogue, so these pages show bokmål sentences yet.
WITH_SENTENCES_OF_THE_LIBRARY = {"table-draft", "table-draft-accept", "table-draft-withdraw"}
Said = dict[str, list[str]]
NOT_THERE = ("/ukjend/", "/arbeid/ukjend/oversikt/", "/arbeid/heil-plan/mandat/ukjend/")


@pytest.fixture
def plan(db: None, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan with one row of every kind, in a municipality that writes nynorsk."""
    monkeypatch.setattr(files, "LONGEST_WAIT", 0.0)
    plan = whole_plan("heil-plan", "prove", reword=without_bokmal)
    Municipality.objects.update(language="nn")
    person_with("reader", plan, name="Lesar")
    person_with("administrator", plan, name="Administrator", whole_municipality=True)
    return Plan.objects.select_related("municipality").get(pk=plan.pk)


@pytest.fixture
def bare_plan(plan: Plan) -> Plan:
    """A plan as the template begins it."""
    return start_plan(
        municipality=plan.municipality,
        by=None,
        values={"title": "Ny plan", "plan_type": "thematic_plan"},
        template="temaplan",
        first_year=2026,
        slug="ny-plan",
    )


def of_person(name: str) -> Client:
    """Return the browser of somebody who is logged in, or of nobody."""
    client = Client(raise_request_exception=False)
    if name:
        client.force_login(Person.objects.get(name=name))
    return client


def said(method: str, path: str, answer: HttpResponse | Any) -> Iterator[tuple[str, list[str]]]:
    """Yield what a page says in bokmål, after checking that it claims to be in nynorsk."""
    if answer.headers.get("Content-Type", "").startswith("text/html") and answer.content:
        page = answer.content.decode()
        assert '<html lang="nn"' in page, path
        words = bokmal_in(" ".join(ShownText(page, "nn").texts))
        if words:
            yield f"{method} {path}", words


def on_all(pages: list[Address], plan: Plan, client: Client, method: str) -> Said:
    """Ask each address; what a form changes is taken back."""
    found: Said = {}
    for address in (each for each in pages if each.name not in WITH_SENTENCES_OF_THE_LIBRARY):
        path = f"/nn{address.path(plan)}"
        with transaction.atomic():
            answer = client.get(path) if method == "get" else client.post(path, NOTHING)
            found.update(said(method, path, answer))
            transaction.set_rollback(True)
    return found


def test_pages(plan: Plan) -> None:
    assert on_all(addresses(), plan, of_person("Administrator"), "get") == {}


def test_forms_that_come_back_refused(plan: Plan) -> None:
    assert on_all(addresses(), plan, of_person("Administrator"), "post") == {}


def test_pages_of_a_plan_that_is_just_begun(bare_plan: Plan) -> None:
    whole = [each for each in addresses() if set(each.parts) <= {"plan", "name", "format"}]
    assert len(whole) > 40
    assert on_all(whole, bare_plan, of_person("Administrator"), "get") == {}


def test_what_is_shown_to_somebody_who_is_not_logged_in(plan: Plan) -> None:
    assert on_all(addresses(), plan, of_person(""), "get") == {}
    log_in = "/nn/konto/logg-inn/"
    refused = of_person("").post(log_in, {"login": "x@eksempel.test", "password": "feil"})
    assert dict(said("post", log_in, refused)) == {}


def test_pages_that_are_not_there_and_doors_that_are_closed(plan: Plan) -> None:
    client = of_person("Lesar")
    found: Said = {}
    for path in NOT_THERE:
        found.update(said("get", path, client.get(f"/nn{path}")))
    closed = [each for each in addresses() if each.door.kind == "plan"]
    assert found | on_all(closed, plan, client, "get") == {}


def test_no_text_of_the_catalogues_has_a_word_of_the_list() -> None:
    """The list holds no word that we write in nynorsk, and the catalogues no bokmål."""
    found = {}
    for domain in DOMAINS:
        with domain.catalogue("nn").open("rb") as file:
            catalogue = read_po(file, locale="nn")
        for message in catalogue:
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and (words := bokmal_in(" ".join(texts))):
                found[message.id] = words
    assert found == {}


def test_the_list_would_see_a_sentence_of_ours() -> None:
    assert bokmal_in("Datoen finnes ikke. Velg en annen.") == [
        "annen",
        "en",
        "finnes",
        "ikke",
        "velg",
    ]
    assert "ikkje" not in ONLY_BOKMAL
