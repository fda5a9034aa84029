"""One-time addresses: they work once, until their date, and only for what they were made for."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client
from django.utils import timezone

from temaplan.workbench.plan.actions.accounts import first_administrator_address
from temaplan.workbench.plan.actions.one_time_links import link_for
from temaplan.workbench.plan.models import Event, Membership, Municipality, OneTimeLink, Person

WORD = "grønn sykkel i regn"
TWICE = {"password1": WORD, "password2": WORD}


@pytest.fixture(autouse=True)
def quick_hashing(settings: Any) -> None:
    """These tests choose many passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def path_of(address: str) -> str:
    assert address.startswith(f"{project.BASE_URL}/konto/")
    return address.removeprefix(project.BASE_URL)


@pytest.fixture
def invited(reader: Person) -> Person:
    """Somebody with a role and no password yet."""
    reader.set_unusable_password()
    reader.save()
    return reader


def test_only_the_hash_of_an_address_is_kept(invited: Person) -> None:
    address = link_for(invited, "invitation").address
    token = address.rstrip("/").rpartition("/")[2]
    kept = OneTimeLink.objects.get()
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(OneTimeLink.objects.values())


def test_an_invited_person_chooses_a_password_and_is_in(client: Client, invited: Person) -> None:
    path = path_of(link_for(invited, "invitation").address)
    assert invited.email in client.get(path).content.decode()
    answer = client.post(path, TWICE)
    assert (answer.status_code, answer["Location"]) == (302, "/arbeid/")
    assert client.session["_auth_user_id"] == str(invited.pk)
    invited.refresh_from_db()
    assert invited.check_password(WORD)


def test_opening_the_address_does_not_use_it(client: Client, invited: Person) -> None:
    """Mail programs open links to look at them."""
    path = path_of(link_for(invited, "invitation").address)
    client.get(path)
    client.head(path)
    assert client.post(path, TWICE).status_code == 302


def test_a_used_address_says_so_and_changes_nothing(client: Client, invited: Person) -> None:
    path = path_of(link_for(invited, "invitation").address)
    client.post(path, TWICE)
    again = Client().post(
        path, {"password1": "noe helt annet nå", "password2": "noe helt annet nå"}
    )
    assert again.status_code == 410
    assert "Denne adressen er brukt, og virker bare én gang." in again.content.decode()
    invited.refresh_from_db()
    assert invited.check_password(WORD)


@pytest.mark.parametrize("purpose", ["invitation", "reset"])
def test_an_address_past_its_date_says_which(client: Client, invited: Person, purpose: str) -> None:
    path = path_of(link_for(invited, purpose).address)
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = client.post(path, TWICE)
    assert answer.status_code == 410
    assert "Denne adressen virket til" in answer.content.decode()
    invited.refresh_from_db()
    assert not invited.has_usable_password()


def test_an_expired_invitation_cannot_be_used_through_another_page(
    client: Client, invited: Person
) -> None:
    """CVE-2023-48220: there is no password reset that anybody can ask for."""
    token = path_of(link_for(invited, "invitation").address).rstrip("/").rpartition("/")[2]
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    sent = {**TWICE, "name": "X", "email": "x@eksempel.test", "municipality_name": "Y kommune"}
    assert client.post(f"/konto/forste-administrator/{token}/", sent).status_code == 410
    assert not Person.objects.filter(email="x@eksempel.test").exists()


def test_an_invitation_makes_nobody_the_first_administrator(
    client: Client, invited: Person
) -> None:
    token = path_of(link_for(invited, "invitation").address).rstrip("/").rpartition("/")[2]
    sent = {**TWICE, "name": "X", "email": "x@eksempel.test", "municipality_name": "Y kommune"}
    assert client.post(f"/konto/forste-administrator/{token}/", sent).status_code == 410
    assert not Membership.objects.filter(role="administrator").exists()


def test_a_newer_address_takes_the_place_of_an_older(client: Client, invited: Person) -> None:
    older = path_of(link_for(invited, "invitation").address)
    newer = path_of(link_for(invited, "invitation").address)
    assert client.get(older).status_code == 410
    assert client.get(newer).status_code == 200


def test_an_unknown_address_says_so(client: Client, db: None) -> None:
    answer = client.get("/konto/velg-passord/finnes-ikke/")
    assert answer.status_code == 410
    assert "Denne adressen virker ikke." in answer.content.decode()


def test_a_closed_account_is_not_opened_by_an_address(client: Client, invited: Person) -> None:
    path = path_of(link_for(invited, "reset").address)
    Person.objects.filter(pk=invited.pk).update(is_active=False)
    assert client.post(path, TWICE).status_code == 410


def test_a_new_password_ends_other_sessions(client: Client, reader: Person) -> None:
    elsewhere = Client()
    elsewhere.force_login(reader)
    client.post(path_of(link_for(reader, "reset").address), TWICE)
    assert elsewhere.get("/konto/").status_code == 302


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("kort", "kort", "Passordet er for kort. Det må ha minst 12 tegn."),
        (WORD, WORD + "!", "De to passordene er ikke like."),
        ("reader-prove-naering", "reader-prove-naering", "Passordet ligner på navnet"),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y", "Passordet er et av de vanligste"),
        ("", "", "Fyll ut «Passord»."),
    ],
)
def test_a_password_that_is_refused_gets_a_norwegian_sentence(
    client: Client, invited: Person, password: str, again: str, sentence: str
) -> None:
    path = path_of(link_for(invited, "invitation").address)
    answer = client.post(path, {"password1": password, "password2": again, "submission": ""})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert client.get(path).status_code == 200, "a refusal must not use the address up"


class TestFirstAdministrator:
    @pytest.fixture
    def path(self, db: None) -> str:
        """The address that a first start prints."""
        return path_of(first_administrator_address())

    filled = {
        "name": "IT-leder",
        "email": "IT@Eksempel.test",
        "municipality_name": "Prøvevik kommune",
        **TWICE,
    }

    def test_makes_the_municipality_and_its_administrator(self, client: Client, path: str) -> None:
        answer = client.post(path, self.filled)
        assert (answer.status_code, answer["Location"]) == (302, "/arbeid/")
        held = Membership.objects.select_related("person", "municipality").get()
        assert (held.person.email, held.person.name) == ("it@eksempel.test", "IT-leder")
        assert (held.role, held.plan, held.ends_on) == ("administrator", None, None)
        assert (held.municipality.name, held.municipality.slug) == ("Prøvevik kommune", "provevik")
        told = Event.objects.filter(chain=held.municipality.chain).values_list("verb", flat=True)
        assert list(told) == ["added", "role_given"]

    def test_can_take_a_municipality_that_is_here(
        self, client: Client, path: str, prove: Municipality
    ) -> None:
        client.post(path, {**self.filled, "municipality_name": "", "municipality": prove.pk})
        assert Membership.objects.get().municipality == prove
        assert Municipality.objects.count() == 1

    def test_works_once(self, client: Client, path: str) -> None:
        client.post(path, self.filled)
        again = Client().post(path, {**self.filled, "email": "en-annen@eksempel.test"})
        assert again.status_code == 410
        assert "Denne adressen er brukt" in again.content.decode()
        assert Person.objects.count() == 1

    def test_works_until_its_date(self, client: Client, path: str) -> None:
        OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
        assert client.post(path, self.filled).status_code == 410
        assert Person.objects.count() == 0

    def test_there_is_no_address_once_somebody_administers(self, client: Client, path: str) -> None:
        client.post(path, self.filled)
        assert first_administrator_address() == ""

    def test_an_invited_administrator_without_password_does_not_count(
        self, administrator: Person
    ) -> None:
        administrator.set_unusable_password()
        administrator.save()
        assert first_administrator_address() != ""

    def test_an_older_start_gave_an_address_that_no_longer_works(
        self, client: Client, path: str
    ) -> None:
        newer = path_of(first_administrator_address())
        assert (client.get(path).status_code, client.get(newer).status_code) == (410, 200)

    def test_asks_for_the_name_of_a_new_municipality(self, client: Client, path: str) -> None:
        answer = client.post(path, {**self.filled, "municipality_name": ""})
        assert answer.status_code == 422
        assert "Fyll ut «Navnet på kommunen»." in answer.content.decode()
        assert Person.objects.count() == 0

    def test_asks_for_one_of_the_two_when_some_are_here(
        self, client: Client, path: str, prove: Municipality
    ) -> None:
        answer = client.post(path, {**self.filled, "municipality_name": "", "municipality": ""})
        assert answer.status_code == 422
        assert "Skriv navnet på kommunen." in answer.content.decode()
        assert Person.objects.count() == 0

    def test_extra_fields_are_ignored(self, client: Client, path: str) -> None:
        client.post(
            path, {**self.filled, "is_operator": "on", "demo_cast": "on", "role": "operator"}
        )
        person = Person.objects.get()
        assert (person.is_operator, person.demo_cast) == (False, False)
        assert Membership.objects.get().role == "administrator"
