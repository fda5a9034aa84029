"""The contact log, and what it says about each group that must be anchored."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.actor.models import Contact, Organisation
from temaplan.workbench.overview.documents.gaps import gaps
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.test_order_pages import refusals, text_of

HOUSE = "/arbeid/prove-naering/aktor/"
PAGE = f"{HOUSE}bvd/"
COVERAGE = f"{HOUSE}dekning/"
LIMIT, LIMIT_OF_AN_OBJECT = 8, 14


@pytest.fixture
def client(visit: Visit, planner: Person) -> Client:
    return visit(planner)


@pytest.fixture
def actor(plan: Plan) -> Organisation:
    return Organisation.objects.create(plan=plan, slug="bvd", name="Byen Vår", group="business")


def met(actor: Organisation, kind: str, day: int = 1) -> Contact:
    return Contact.objects.create(
        plan=actor.plan,
        slug=f"{actor.slug}-{kind}-{day}",
        organisation=actor,
        kind=kind,
        date=date(2025, 3, day),
        what="Møte",
    )


def numbers(client: Client) -> list[str]:
    lines = client.get(f"{COVERAGE}?format=csv").content.decode("utf-8-sig").splitlines()
    return lines[1:]


def test_contact_is_noted_corrected_and_removed(client: Client, actor: Organisation) -> None:
    form = {"date": "3. mars 2025", "kind": "invited", "what": "Dialogmøte"}
    assert client.post(f"{PAGE}kontakt/ny/", form)["Location"] == f"{PAGE}#kontakt"
    own = f"{PAGE}kontakt/bvd-2025-03-03/"
    assert "invitert Dialogmøte 3. mars 2025" in text_of(client.get(PAGE))

    client.post(
        f"{own}endre/", {**form, "kind": "took_part", "who": "daglig leder", "revision": "1"}
    )
    assert "deltok Dialogmøte (daglig leder) 3. mars 2025" in text_of(client.get(PAGE))

    client.post(f"{own}fjern/", {"reason": "Feil aktør"})
    assert not Contact.objects.exists()
    assert "Ingen kontakt er registrert." in text_of(client.get(PAGE))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"date": ""}, "Fyll ut «Dato»."),
        ({"kind": ""}, "Fyll ut «Hva skjedde»."),
        ({"what": ""}, "Fyll ut «Hva det gjaldt»."),
        (
            {"date": "1. mai 2031"},
            "1. mai 2031 er etter 1. mars 2026, som planen leses på. Loggen tar bare det som har "
            "skjedd. Det som skal skje, hører hjemme i tidslinjen.",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    client: Client, plan: Plan, actor: Organisation, changed: dict[str, str], sentence: str
) -> None:
    Plan.objects.filter(pk=plan.pk).update(as_of=date(2026, 3, 1))
    form = {"date": "3. mars 2025", "kind": "invited", "what": "Dialogmøte", **changed}
    refused = client.post(f"{PAGE}kontakt/ny/", form)

    assert (refused.status_code, refusals(refused)) == (422, [sentence])
    assert not Contact.objects.exists()


def test_actor_in_the_log_is_not_discarded(client: Client, actor: Organisation) -> None:
    met(actor, "invited")
    refused = client.post(f"{PAGE}forkast/", {"reason": "Feil"})

    assert refusals(refused) == [
        "Aktøren står i kontaktloggen eller er med i en gruppe, og må bli stående."
    ]
    assert Organisation.objects.exists()


def test_coverage_counts_actors_once_for_each_kind_of_contact(
    client: Client, plan: Plan, actor: Organisation
) -> None:
    other = Organisation.objects.create(plan=plan, slug="ntnu", name="NTNU", group="business")
    Organisation.objects.create(plan=plan, slug="vel", name="Velet", group="civil_society")
    for one, kind, day in ((actor, "invited", 1), (actor, "invited", 2), (other, "invited", 1)):
        met(one, kind, day)
    met(actor, "answered")

    assert numbers(client) == [
        "lokalt og regionalt næringsliv;2;2;0;0;1",
        "forskning og utdanning;0;0;0;0;0",
        "offentlige aktører;0;0;0;0;0",
        "virkemiddelapparatet;0;0;0;0;0",
        "innbyggere og frivillige;1;0;0;0;0",
    ]


def test_coverage_names_the_actors_that_nobody_has_met(
    client: Client, plan: Plan, actor: Organisation
) -> None:
    Organisation.objects.create(plan=plan, slug="hs", name="Høgskolen", group="research_education")
    met(actor, "invited")
    page = client.get(COVERAGE).content.decode()
    unmet = page.split("Ikke kontaktet ennå (1)")[1]

    assert f'<a href="{HOUSE}hs/">Høgskolen</a>' in unmet
    assert f'<a href="{PAGE}">' not in unmet
    assert page.count("ingen kontakt") == 3


def test_status_document_names_the_groups_without_contact(plan: Plan, actor: Organisation) -> None:
    def told() -> list[str]:
        return [gap.sentence for gap in gaps(read(plan)) if "kontakt" in gap.sentence]

    assert told() == [
        "Ingen kontakt er registrert med lokalt og regionalt næringsliv, forskning og utdanning, "
        "offentlige aktører og virkemiddelapparatet."
    ]
    met(actor, "invited")
    assert told() == [
        "Ingen kontakt er registrert med forskning og utdanning, offentlige aktører og "
        "virkemiddelapparatet."
    ]


def test_log_is_for_those_who_see_what_is_internal(
    visit: Visit, group_member: Person, reader: Person, actor: Organisation
) -> None:
    met(actor, "invited")
    pages = [visit(person).get(PAGE).content.decode() for person in (reader, group_member)]

    assert ["invitert" in page for page in pages] == [True, False]
    assert visit(group_member).get(COVERAGE).status_code in {403, 404}


@pytest.mark.parametrize("rows", [1, 40])
def test_statements_do_not_grow_with_the_rows(
    client: Client, plan: Plan, actor: Organisation, rows: int
) -> None:
    for number in range(1, rows + 1):
        other = Organisation.objects.create(
            plan=plan, slug=f"a{number}", name=f"A {number}", group="public"
        )
        met(other if number % 2 else actor, "invited", number % 27 + 1)
    for address, most in ((COVERAGE, LIMIT), (PAGE, LIMIT_OF_AN_OBJECT)):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= most
