"""Error pages: what happened, what is safe, where to go on; in the frame of every page."""

from http import HTTPStatus
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.views import defaults

from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit

FRONT = '<a href="/">Til planene</a>'


def shown(answer: HttpResponse | Any, status: int) -> str:
    text: str = answer.content.decode()
    assert answer.status_code == status
    assert '<html lang="nb"' in text
    assert 'class="top"' in text
    assert text.count("<h1>") == 1
    assert FRONT in text, "never a dead end"
    return text


def test_an_unknown_address(client: Client, db: None) -> None:
    text = shown(client.get("/finnes/ikke/"), HTTPStatus.NOT_FOUND)
    assert "Adressen fører ikke til noe." in text


def test_an_unknown_plan_is_named(visit: Visit, planner: Person) -> None:
    text = shown(visit(planner).get("/arbeid/finnes-ikke/plan/"), HTTPStatus.NOT_FOUND)
    assert "Det finnes ingen plan med adressen «finnes-ikke»." in text


@pytest.mark.parametrize(
    "message", ["No Mandate matches the given query.", "", {"tried": [["x"]], "path": "y"}]
)
def test_no_english_sentence_of_the_framework_is_shown(db: None, message: Any) -> None:
    answer = defaults.page_not_found(RequestFactory().get("/x/"), Http404(message))
    text = answer.content.decode()
    assert "Adressen fører ikke til noe." in text
    assert "matches" not in text
    assert "Http404" not in text


def test_a_script_in_an_address_is_text(client: Client, db: None) -> None:
    text = client.get("/plan/<script>alert(1)</script>/").content.decode()
    assert "<script>alert" not in text


def test_a_refusal_says_why(visit: Visit, reader: Person, plan: Plan) -> None:
    answer = visit(reader).get(f"/arbeid/{plan.slug}/kommune/endre/")
    text = shown(answer, HTTPStatus.FORBIDDEN)
    assert "Rollen din på planen gir ikke rett til dette. Spør planleggeren om tilgang." in text
    assert "Ingenting er endret." in text


def test_a_refusal_without_a_reason_still_has_a_sentence(db: None) -> None:
    answer = defaults.permission_denied(RequestFactory().get("/x/"), PermissionDenied())
    assert "Rollen din gir ikke rett til dette." in shown(answer, HTTPStatus.FORBIDDEN)


def test_a_fault_of_ours_is_shown_without_database_or_person() -> None:
    """No database fixture: the page must come even when the database is what failed."""
    answer = defaults.server_error(RequestFactory().get("/x/"))
    assert "Feilen ligger i Temaplan" in shown(answer, HTTPStatus.INTERNAL_SERVER_ERROR)


def test_a_form_with_too_many_fields(client: Client, db: None) -> None:
    many = {f"felt{number}": "x" for number in range(2001)}
    answer = Client(raise_request_exception=False).post("/konto/logg-inn/", many)
    assert "Skjemaet kan være for stort." in shown(answer, HTTPStatus.BAD_REQUEST)


def test_a_link_to_what_takes_only_forms(visit: Visit, planner: Person, plan: Plan) -> None:
    held = Person.objects.create(email="x@eksempel.test", name="x").memberships.create(
        municipality=plan.municipality, plan=plan, role="reader"
    )
    answer = visit(planner).get(f"/arbeid/{plan.slug}/personer/{held.pk}/passord/")
    assert "bruk knappen der" in shown(answer, HTTPStatus.METHOD_NOT_ALLOWED)


def test_they_speak_nynorsk_where_the_address_says_so(client: Client, db: None) -> None:
    answer = client.get("/nn/finnes/ikke/")
    assert '<html lang="nn"' in answer.content.decode()
    assert answer["Content-Language"] == "nn"
