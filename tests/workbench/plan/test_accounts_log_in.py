"""Logging in and out: own pages only, nobody can ask who exists, nobody can lock another out."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from temaplan.workbench.plan.models import Person, Plan

LOG_IN = "/konto/logg-inn/"
WORD = "grønn sykkel i regn"
MISMATCH = "E-postadressen og passordet passer ikke sammen."


SLOW = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_counted(settings: Any) -> Iterator[None]:
    """Rate limits are counted in the cache, which outlives a test; hashing need not be slow."""
    settings.PASSWORD_HASHERS = QUICK
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def person(planner: Person) -> Person:
    """A planner with a password."""
    planner.set_password(WORD)
    planner.save()
    return planner


def log_in(client: Client, email: str, password: str, **more: Any) -> Any:
    return client.post(LOG_IN, {"login": email, "password": password, **more})


def test_the_right_password_leads_to_my_work(client: Client, person: Person) -> None:
    answer = log_in(client, person.email, WORD)
    assert (answer.status_code, answer["Location"]) == (302, "/arbeid/")


def test_an_address_is_the_same_in_capital_letters(client: Client, person: Person) -> None:
    assert log_in(client, person.email.upper(), WORD).status_code == 302


def test_the_session_ends_with_the_browser_and_after_a_working_day(
    client: Client, person: Person
) -> None:
    log_in(client, person.email, WORD)
    cookie = client.cookies["sessionid"]
    assert (cookie["expires"], bool(cookie["httponly"]), cookie["samesite"]) == ("", True, "Lax")
    assert client.session.get_expiry_age() == 12 * 60 * 60


def test_unknown_wrong_and_closed_get_the_same_answer(client: Client, person: Person) -> None:
    def shown(email: str, password: str) -> str:
        answer = log_in(client, email, password)
        assert answer.status_code == 422
        text = answer.content.decode()
        assert MISMATCH in text
        page = text[text.index("<main") : text.index("</main>")].replace(email, "")
        return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)

    wrong = shown(person.email, "et helt annet passord")
    unknown = shown("ukjent@eksempel.test", "et helt annet passord")
    person.is_active = False
    person.save()
    assert shown(person.email, WORD) == wrong == unknown


def test_unknown_takes_as_long_as_known(client: Client, planner: Person, settings: Any) -> None:
    """The hash is computed for nobody too; an answer without it is more than ten times faster."""
    settings.PASSWORD_HASHERS = SLOW
    planner.set_password(WORD)
    planner.save()

    def seconds(email: str) -> float:
        taken = []
        for _ in range(3):
            cache.clear()
            begun = time.process_time()
            log_in(client, email, "et helt annet passord")
            taken.append(time.process_time() - begun)
        return min(taken)

    seconds(planner.email)  # loads templates
    known, unknown = seconds(planner.email), seconds("ukjent@eksempel.test")
    assert 0.5 < known / unknown < 2


def test_invited_without_password_cannot_log_in(client: Client, reader: Person) -> None:
    reader.set_unusable_password()
    reader.save()
    assert log_in(client, reader.email, "").status_code == 422
    assert log_in(client, reader.email, reader.password).status_code == 422


def test_twenty_wrong_passwords_from_elsewhere_lock_nobody_out(
    client: Client, person: Person
) -> None:
    elsewhere = Client(REMOTE_ADDR="203.0.113.7")
    answers = [log_in(elsewhere, person.email, f"feil nummer {n} her") for n in range(20)]
    assert "prøvd for mange ganger" in answers[-1].content.decode()
    assert log_in(client, person.email, WORD).status_code == 302


def test_the_sixth_wrong_password_from_one_place_must_wait(client: Client, person: Person) -> None:
    texts = [
        log_in(client, person.email, f"feil nummer {n} her").content.decode() for n in range(6)
    ]
    assert ["prøvd for mange ganger" in text for text in texts] == [False] * 5 + [True]
    assert log_in(client, person.email, WORD).status_code == 422


def test_a_forged_forwarding_header_does_not_start_the_count_anew(
    client: Client, person: Person
) -> None:
    for n in range(6):
        answer = client.post(
            LOG_IN,
            {"login": person.email, "password": "feil passord her"},
            headers={"X-Forwarded-For": f"198.51.100.{n}"},
        )
    assert "prøvd for mange ganger" in answer.content.decode()


def test_three_hundred_people_behind_one_address_can_log_in(client: Client, person: Person) -> None:
    """300 in ten minutes are 30 a minute; the limit per address is for machines."""
    from allauth.account import app_settings

    amount = int(app_settings.RATE_LIMITS["login"].split("/")[0])
    assert amount >= 2 * 30


@pytest.mark.parametrize(
    "address",
    [
        "//ond.example",
        "\\\\ond.example",
        "/\\ond.example",
        "https://ond.example/arbeid/",
        "http:///ond.example",
        "javascript:alert(1)",
        "https://127.0.0.1:8000@ond.example/",
    ],
)
def test_after_log_in_one_goes_only_to_own_pages(
    client: Client, person: Person, address: str
) -> None:
    answer = log_in(client, person.email, WORD, next=address)
    assert (answer.status_code, answer["Location"]) == (302, "/arbeid/")


def test_after_log_in_one_comes_where_one_was_going(
    client: Client, person: Person, plan: Plan
) -> None:
    wanted = reverse("plan-people", args=[plan.slug])
    sent = client.get(wanted)
    assert (sent.status_code, sent["Location"]) == (302, f"{LOG_IN}?next={wanted}")
    assert f'name="next" value="{wanted}"' in client.get(sent["Location"]).content.decode()
    assert log_in(client, person.email, WORD, next=wanted)["Location"] == wanted


def test_a_link_logs_nobody_out_and_the_button_does(client: Client, person: Person) -> None:
    client.force_login(person)
    assert "Du er logget inn som" in client.get("/konto/logg-ut/").content.decode()
    assert client.get("/konto/").status_code == 200
    answer = client.post("/konto/logg-ut/", {"next": "//ond.example"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/konto/").status_code == 302


def test_the_log_in_page_speaks_norwegian_only(client: Client, db: None) -> None:
    text = log_in(client, "ikke en adresse", "").content.decode()
    english = ["Email", "Password", "Remember", "Sign", "required", "valid", "Forgot", "Login"]
    visible = text[text.index("<main") :]
    words = [word for word in english if f">{word}" in visible or f"{word} " in visible]
    assert words == []
    assert "Skriv en hel e-postadresse" in visible
    assert "Fyll ut «Passord»." in visible


def test_an_answer_is_a_page_whatever_the_request_accepts(client: Client, db: None) -> None:
    answer = client.post(
        LOG_IN,
        {"login": "x@eksempel.test", "password": "y"},
        headers={"Accept": "application/json"},
    )
    assert answer["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "page",
    [
        "signup",
        "reset_password",
        "email",
        "inactive",
        "set_password",
        "reauthenticate",
        "confirm_email",
    ],
)
def test_no_page_of_allauth_itself_has_an_address(page: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(f"account_{page}")


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accounts/signup/", "/konto/signup/", "/konto/password/reset/"]
)
def test_usual_addresses_of_allauth_do_not_exist(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_log_in_page_takes_few_statements(
    client: Client, db: None, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(2):
        client.get(LOG_IN)
