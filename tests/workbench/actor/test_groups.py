"""Groups: who sits, for whom, since when; fetched from another group by kind; impartiality."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.actor.models import Group, GroupMember, Organisation
from temaplan.workbench.actor.rules.groups import Seat, may_sit
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.test_order_pages import refusals, text_of

HOUSE = "/arbeid/prove-naering/aktor/grupper/"
LIMIT = 8
MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


@pytest.fixture
def client(visit: Visit, planner: Person) -> Client:
    return visit(planner)


@pytest.fixture
def plan(plan: Plan) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(as_of=date(2026, 3, 20))
    plan.refresh_from_db()
    return plan


def group(plan: Plan, slug: str, kind: str = "reference_group") -> Group:
    return Group.objects.create(plan=plan, slug=slug, name=slug.capitalize(), kind=kind)


def seat(of: Group, name: str, actor_group: str = "", **values: Any) -> GroupMember:
    actor = None
    if actor_group:
        actor = Organisation.objects.create(
            plan=of.plan, slug=f"o-{name}", name=f"Org {name}", group=actor_group
        )
    return GroupMember.objects.create(
        plan=of.plan, slug=f"{of.slug}-{name}", group=of, name=name, organisation=actor, **values
    )


def test_group_and_member_are_added_changed_and_removed(client: Client, plan: Plan) -> None:
    added = client.post(f"{HOUSE}ny/", {"name": "Referansegruppa", "kind": "reference_group"})
    page = added["Location"]
    assert page == f"{HOUSE}referansegruppa/"

    client.post(f"{page}medlem/ny/", {"name": "rektor", "role": "member", "gender": "woman"})
    shown = text_of(client.get(page))
    assert "Medlemmer 1 kvinner, 0 menn" in shown
    assert "Mangler habilitetserklæring rektor" in shown

    own = f"{page}medlem/referansegruppa-rektor/"
    client.post(
        f"{own}endre/",
        {
            "name": "rektor",
            "role": "leader",
            "declared_on": "2. mars 2026",
            "declaration": "Ingen bindinger.",
            "revision": "1",
        },
    )
    shown = text_of(client.get(page))
    assert "leder rektor habilitet erklært 2. mars 2026 Ingen bindinger." in shown
    assert "Mangler habilitetserklæring ingen" in shown
    assert refusals(client.post(f"{page}forkast/", {"reason": "Feil"})) == [
        "Gruppen har medlemmer. Sett sluttdato på dem, og la gruppen stå."
    ]

    client.post(f"{own}fjern/", {"reason": "Ført på feil gruppe"})
    assert client.post(f"{page}forkast/", {"reason": "Feil"})["Location"] == HOUSE
    assert not Group.objects.exists()


def test_only_the_chosen_members_come_from_another_group(client: Client, plan: Plan) -> None:
    """Of business, and who sits now: not research, not who has left, not who represents nobody."""
    source, target = group(plan, "kontakt", "contact_committee"), group(plan, "referanse")
    seat(source, "verket", "business", declared_on=MARCH, gender="man")
    seat(source, "skolen", "research_education")
    seat(source, "ute", "business", member_to=date(2026, 2, 1))
    seat(source, "ordforer")
    form = client.get(f"{HOUSE}referanse/hent-medlemmer/").context["form"]
    assert form["actor_groups"].value() == ["business"]

    client.post(
        f"{HOUSE}referanse/hent-medlemmer/", {"source": source.pk, "actor_groups": ["business"]}
    )

    copied = GroupMember.objects.get(group=target)
    assert (copied.name, copied.organisation, copied.gender, copied.came_from) == (
        "verket",
        Organisation.objects.get(slug="o-verket"),
        "man",
        source,
    )
    assert (copied.member_from, copied.declared_on) == (date(2026, 3, 20), None)
    assert "hentet fra Kontakt mangler habilitetserklæring" in text_of(
        client.get(f"{HOUSE}referanse/")
    )


def test_nobody_is_fetched_twice(client: Client, plan: Plan) -> None:
    source, target = group(plan, "kontakt", "contact_committee"), group(plan, "referanse")
    seat(source, "verket", "business")
    form = {"source": source.pk, "actor_groups": ["business"]}
    client.post(f"{HOUSE}referanse/hent-medlemmer/", form)
    again = client.post(f"{HOUSE}referanse/hent-medlemmer/", form)

    assert refusals(again) == [
        "Ingen flere medlemmer av «Kontakt» hører til det du har valgt. Velg en annen gruppe, "
        "eller legg til medlemmet for hånd."
    ]
    assert target.members.count() == 1


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (Seat("Rektor ", None, "secretary"), "«Rektor » sitter allerede i gruppen som sekretær."),
        (Seat("daglig leder", 3, "leader"), "Gruppen har allerede «daglig leder» som leder"),
        (Seat("rektor", 3, "member"), ""),
        (Seat("rektor", None, "member", member_to=MARCH), ""),
        (Seat("lærer", 3, "leader", member_from=MAY), ""),
    ],
)
def test_one_seat_each_and_one_leader_at_a_time(other: Seat, sentence: str) -> None:
    new = Seat("rektor", None, "leader", member_from=APRIL, member_to=APRIL)
    assert may_sit(new, [other]).reason.startswith(sentence)
    assert may_sit(new, [other]).allowed is not bool(sentence)


def test_period_that_ends_before_it_begins_is_refused(client: Client, plan: Plan) -> None:
    group(plan, "referanse")
    refused = client.post(
        f"{HOUSE}referanse/medlem/ny/",
        {"name": "x", "role": "member", "member_from": "2.4.2026", "member_to": "1.4.2026"},
    )
    assert refusals(refused) == [
        "Perioden slutter 1. april 2026, før den begynner 2. april 2026. Rett en av datoene."
    ]


def test_list_counts_those_who_sit_now(client: Client, plan: Plan) -> None:
    of = group(plan, "referanse")
    seat(of, "a", gender="woman", declared_on=MARCH)
    seat(of, "b", gender="man")
    seat(of, "c")
    seat(of, "d", gender="man", member_to=MARCH)
    seat(of, "e", gender="man", member_from=MAY)
    seat(group(plan, "kontakt", "contact_committee"), "f")

    lines = client.get(f"{HOUSE}?format=csv").content.decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "Kontakt;kontaktutvalg;ukjent;1;1 ikke oppgitt;kreves ikke",
        "Referanse;faglig referansegruppe;ukjent;3;1 kvinner, 1 menn, 1 ikke oppgitt;2 medlemmer",
    ]


def test_members_are_for_those_who_see_what_is_internal(
    visit: Visit, plan: Plan, group_member: Person, reader: Person
) -> None:
    seat(group(plan, "referanse"), "hemmelig leder")
    pages = [
        visit(person).get(f"{HOUSE}referanse/").content.decode()
        for person in (reader, group_member)
    ]
    assert ["hemmelig leder" in page for page in pages] == [True, False]


def test_member_of_a_group_neither_edits_nor_decides(
    visit: Visit, plan: Plan, group_member: Person
) -> None:
    group(plan, "referanse")
    client = visit(group_member)
    assert client.post(f"{HOUSE}referanse/medlem/ny/", {"name": "x"}).status_code in {403, 404}
    assert "Legg til" not in client.get(HOUSE).content.decode()


def test_represented_actor_is_not_discarded(client: Client, plan: Plan) -> None:
    seat(group(plan, "referanse"), "verket", "business")
    refused = client.post("/arbeid/prove-naering/aktor/o-verket/forkast/", {"reason": "Feil"})
    assert refusals(refused) == [
        "Aktøren står i kontaktloggen eller er med i en gruppe, og må bli stående."
    ]


@pytest.mark.parametrize("rows", [1, 30])
def test_statements_do_not_grow_with_the_rows(client: Client, plan: Plan, rows: int) -> None:
    for number in range(rows):
        seat(group(plan, f"g{number}"), f"m{number}", "business")
    many = group(plan, "mange")
    for number in range(rows):
        seat(many, f"n{number}", "business", came_from=many)
    for address, most in ((HOUSE, LIMIT), (f"{HOUSE}mange/", 16)):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= most
