"""The pages of the actor house, without JavaScript."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.test_order_pages import refusals, text_of

HOUSE = "/arbeid/prove-naering/aktor/"
LIMIT = 8  # SQL statements on a list of the workbench


@pytest.fixture
def client(visit: Visit, planner: Person) -> Client:
    return visit(planner)


def test_actor_is_added_shown_changed_and_discarded(client: Client) -> None:
    added = client.post(
        f"{HOUSE}ny/", {"name": "Byen Vår", "group": "business", "org_number": "988 077 917"}
    )
    page = added["Location"]
    assert page == f"{HOUSE}byen-var/"
    assert "Organisasjonsnummer 988 077 917" in text_of(client.get(page))
    assert 'value="988 077 917"' in client.get(f"{page}endre/").content.decode()

    client.post(
        f"{page}endre/",
        {"name": "Byen Vår", "group": "business", "level": "local", "revision": "1"},
    )
    assert "Nivå lokalt Organisasjonsnummer ukjent" in text_of(client.get(page))

    assert client.post(f"{page}forkast/", {"reason": "Feil"})["Location"] == HOUSE
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"org_number": "988 077 918"},
            "Organisasjonsnummeret 988 077 918 er feil: kontrollsifferet er 8, men skal være 7. "
            "Se etter en skrivefeil.",
        ),
        ({"name": ""}, "Fyll ut «Navn»."),
        ({"group": ""}, "Fyll ut «Gruppe»."),
        (
            {"name": "byen vår"},
            "Planen har allerede aktøren «Byen Vår». Er det en annen, så skriv noe som skiller "
            "dem, for eksempel stedet.",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    client: Client, plan: Plan, changed: dict[str, str], sentence: str
) -> None:
    Organisation.objects.create(plan=plan, slug="bvd", name="Byen Vår", group="business")

    refused = client.post(f"{HOUSE}ny/", {"name": "Ny", "group": "public", **changed})

    assert refused.status_code == 422
    assert refusals(refused) == [sentence]
    assert Organisation.objects.count() == 1


def test_list_follows_the_norwegian_alphabet(client: Client, plan: Plan) -> None:
    for number, name in enumerate(("Ås", "Øst", "Zulu", "Ære", "alfa")):
        Organisation.objects.create(plan=plan, slug=f"a{number}", name=name, group="public")

    lines = client.get(f"{HOUSE}?format=csv").content.decode().splitlines()

    assert [line.split(";")[0] for line in lines[1:]] == ["alfa", "Zulu", "Ære", "Øst", "Ås"]


def test_list_is_narrowed_by_group_and_level(client: Client, plan: Plan) -> None:
    for name, group, level in (("En", "public", "local"), ("To", "business", "national")):
        Organisation.objects.create(
            plan=plan, slug=name.lower(), name=name, group=group, level=level
        )

    found = {
        query: client.get(f"{HOUSE}?{query}&format=csv").content.decode().splitlines()[1:]
        for query in ("gruppe=business", "niva=local")
    }

    assert found == {
        "gruppe=business": ["To;lokalt og regionalt næringsliv;nasjonalt;ukjent"],
        "niva=local": ["En;offentlige aktører;lokalt;ukjent"],
    }
    assert client.get(f"{HOUSE}?gruppe=ukjent").status_code == 404


def test_four_groups_that_must_be_anchored_stand_first(client: Client, plan: Plan) -> None:
    Organisation.objects.create(plan=plan, slug="en", name="En", group="public")

    shown = client.get(HOUSE).content.decode()
    choices = re.findall(r'<option value="(\w+)"', shown.split('id="filter-gruppe"')[1])

    assert choices[:4] == ["business", "research_education", "public", "support_system"]  # S15


def test_statements_do_not_grow_with_the_rows(client: Client, plan: Plan) -> None:
    def fill(first: int, last: int) -> int:
        for number in range(first, last + 1):
            Organisation.objects.create(
                plan=plan, slug=f"a{number}", name=f"Aktør {number}", group="public"
            )
        client.get(HOUSE)
        with CaptureQueriesContext(connection) as asked:
            client.get(HOUSE)
        return len(asked)

    asked = [fill(1, 1), fill(2, 3), fill(4, 200)]

    assert max(asked) <= LIMIT
    assert len(set(asked)) == 1


def test_reader_sees_no_verbs_and_the_other_municipality_nothing(
    visit: Visit, plan: Plan, reader: Person, planner_of_nabo: Person
) -> None:
    Organisation.objects.create(plan=plan, slug="en", name="Enestående", group="public")

    page = text_of(visit(reader).get(f"{HOUSE}en/"))
    assert "Endre aktøren" not in page
    assert "Forkast" not in page
    for address in ("ny/", "en/endre/", "en/forkast/"):
        assert visit(reader).get(f"{HOUSE}{address}").status_code == 403
    for address in ("", "en/", "ny/", "en/endre/"):
        answer = visit(planner_of_nabo).get(f"{HOUSE}{address}")
        assert answer.status_code == 404
        assert "Enestående" not in answer.content.decode()
