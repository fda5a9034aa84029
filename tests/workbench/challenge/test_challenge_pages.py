"""The pages of the challenge house, without JavaScript."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.challenge.actions.roles import add_role
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.plan.models import Membership, Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.challenge.conftest import NewActor, NewChallenge, NewFinding

HOUSE = "/arbeid/prove-naering/utfordring/"
LIMIT = 8  # SQL statements on a list of the workbench


def text_of(response: object) -> str:
    """Return what stands in <main>, without tags and with single blanks."""
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def statements(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_challenge_with_findings_and_a_lead_is_written_on_three_pages(
    visit: Visit, planner: Person, new_finding: NewFinding, new_actor: NewActor
) -> None:
    finding, actor = new_finding(4, "Handelen faller."), new_actor("Sentrum")
    client = visit(planner)
    form = client.get(f"{HOUSE}ny/").content.decode()
    assert "4 Handelen faller. (Kilde public)" in form

    added = client.post(
        f"{HOUSE}ny/", {"number": "1", "title": "Handelen flytter", "findings": [finding.pk]}
    )
    page = f"{HOUSE}handelen-flytter/"
    assert added["Location"] == page
    assert "ingen roller" in text_of(client.get(page))
    assert "ikke dokumentert" not in text_of(client.get(page))

    role = client.post(
        f"{page}rolle/ny/",
        {"organisation": actor.pk, "role": "driver", "leads": "on", "economic_room": "Avgift."},
    )

    assert role["Location"] == f"{page}#roller"
    shown = text_of(client.get(page))
    assert "Sentrum leder · pådriver Økonomisk: Avgift." in shown
    assert "ingen roller" not in shown


def test_number_in_use_is_refused_and_what_was_typed_is_kept(
    visit: Visit, planner: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "Unge flytter")

    refused = visit(planner).post(
        f"{HOUSE}ny/", {"number": "1", "title": "Ny", "what_we_see": "Dette skrev jeg."}
    )

    assert refused.status_code == 422
    assert "Nummer 1 er brukt av «Unge flytter»" in text_of(refused)
    assert "Dette skrev jeg." in refused.content.decode()
    assert Challenge.objects.count() == 1


def test_new_challenge_is_offered_the_next_number(
    visit: Visit, planner: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(12, "Unge flytter")

    assert 'name="number" value="13"' in visit(planner).get(f"{HOUSE}ny/").content.decode()


def test_form_names_no_finding_of_a_closed_source_and_saving_keeps_its_link(
    visit: Visit,
    plan: Plan,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
) -> None:
    hidden = new_finding(9, "Hemmelig samtale om Verket.", "closed")
    challenge = new_challenge(1, "Handelen flytter")
    challenge.findings.add(hidden)
    editor = Person.objects.create(email="r@eksempel.test", name="Redaktør")
    Membership.objects.create(
        person=editor, municipality=plan.municipality, plan=plan, role="editor"
    )
    client = visit(editor)
    for address in (f"{HOUSE}utfordring-1/endre/", f"{HOUSE}utfordring-1/", HOUSE):
        assert "Hemmelig" not in client.get(address).content.decode()
    assert "i en lukket kilde" in text_of(client.get(HOUSE))
    form = client.get(f"{HOUSE}utfordring-1/endre/").context["form"]
    assert form.initial["findings"] == []  # what two who save are shown, too
    assert "Hemmelig" in visit(planner).get(f"{HOUSE}utfordring-1/endre/").content.decode()

    saved = client.post(
        f"{HOUSE}utfordring-1/endre/", {"number": "1", "title": "Ny tittel", "revision": "1"}
    )

    assert saved.status_code == 302
    assert list(challenge.findings.all()) == [hidden]
    assert "Hemmelig" not in client.get(f"{HOUSE}utfordring-1/").content.decode()


def test_finding_that_the_person_may_not_see_cannot_be_linked_by_its_number(
    visit: Visit, plan: Plan, new_challenge: NewChallenge, new_finding: NewFinding
) -> None:
    hidden = new_finding(9, "Hemmelig samtale.", "closed")
    new_challenge(1, "Handelen flytter")
    editor = Person.objects.create(email="r@eksempel.test", name="Redaktør")
    Membership.objects.create(
        person=editor, municipality=plan.municipality, plan=plan, role="editor"
    )

    refused = visit(editor).post(
        f"{HOUSE}utfordring-1/endre/",
        {"number": "1", "title": "Ny", "revision": "1", "findings": [hidden.pk]},
    )

    assert refused.status_code == 422
    assert not hidden.challenges.exists()


def test_two_who_save_get_both_texts_on_one_page(
    visit: Visit, planner: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "Handelen flytter")
    client = visit(planner)
    client.post(
        f"{HOUSE}utfordring-1/endre/", {"number": "1", "title": "Den første", "revision": "1"}
    )

    second = client.post(
        f"{HOUSE}utfordring-1/endre/", {"number": "1", "title": "Den andre", "revision": "1"}
    )

    assert second.status_code == 409
    assert "Den første" in text_of(second)
    assert "Den andre" in text_of(second)
    assert Challenge.objects.get().title == "Den første"


def test_list_says_what_lacks_ground_and_lead_and_can_be_narrowed(
    visit: Visit,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
    new_actor: NewActor,
) -> None:
    whole, unled = new_challenge(1, "Hel"), new_challenge(2, "Uten leder")
    new_challenge(3, "Uten funn")
    finding = new_finding(1, "Handelen faller.")
    for challenge, leads in ((whole, True), (unled, False)):
        challenge.findings.add(finding)
        add_role(
            challenge,
            by=planner,
            values={"organisation": new_actor(challenge.title), "role": "host", "leads": leads},
        )
    client = visit(planner)

    assert text_of(client.get(HOUSE)).endswith(
        "1 Hel 1 funn Hel 2 Uten leder 1 funn ingen leder 3 Uten funn ikke dokumentert "
        "ingen roller 3 rader Last ned CSV"
    )
    assert "Hel" not in text_of(client.get(f"{HOUSE}?mangler=funn")).split("Leder", 1)[1]
    only = text_of(client.get(f"{HOUSE}?mangler=leder"))
    assert "1 rad" in only
    assert "Uten leder" in only


def test_menu_counts_what_is_not_documented(
    visit: Visit, planner: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "En")
    new_challenge(2, "To")

    menu = visit(planner).get(HOUSE).content.decode().split("<main", 1)[0]

    assert "2 ikke dokumentert" in menu


def test_matrix_is_a_table_with_headers_and_says_who_leads(
    visit: Visit, planner: Person, new_challenge: NewChallenge, new_actor: NewActor
) -> None:
    trade = new_challenge(1, "Handelen flytter")
    new_challenge(2, "Unge flytter")
    actor = new_actor("Sentrum")
    add_role(trade, by=planner, values={"organisation": actor, "role": "driver", "leads": True})

    page = visit(planner).get(f"{HOUSE}roller/")

    html = page.content.decode()
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 2
    assert "<caption" in html
    assert text_of(page).endswith(
        "Utfordring Sentrum 1 Handelen flytter leder · pådriver 2 Unge flytter – ikke vurdert "
        "Ingen leder 2 Unge flytter Kommunen alene ingen Last ned CSV"
    )
    assert visit(planner).get(f"{HOUSE}roller/?format=csv").content.decode() == (
        "\ufeffUtfordring;Sentrum\r\n1 Handelen flytter;leder · pådriver\r\n2 Unge flytter;\r\n"
    )


@pytest.mark.parametrize("address", [HOUSE, f"{HOUSE}roller/"])
def test_statements_do_not_grow_with_the_rows(
    *,
    visit: Visit,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
    new_actor: NewActor,
    address: str,
) -> None:
    client, finding = visit(planner), new_finding(1, "Handelen faller.")

    def fill(first: int, last: int) -> int:
        for number in range(first, last + 1):
            challenge = new_challenge(number, f"Nr. {number}")
            challenge.findings.add(finding)
            RoleAssignment.objects.create(
                plan=challenge.plan,
                slug=f"rolle-{number}",
                challenge=challenge,
                organisation=new_actor(f"Aktør {number}"),
                role="host",
                leads=True,
            )
        return statements(client, address)

    asked = [fill(1, 1), fill(2, 3), fill(4, 200)]

    assert max(asked) <= LIMIT
    assert len(set(asked)) == 1


def test_reader_sees_no_verbs_and_is_refused_the_forms(
    visit: Visit, reader: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "Handelen flytter")
    client = visit(reader)

    for address in (HOUSE, f"{HOUSE}utfordring-1/", f"{HOUSE}roller/"):
        page = client.get(address).content.decode()
        for word in ("Legg til utfordring", "Endre utfordringen", "Forkast", "Legg til rolle"):
            assert word not in page
    for verb in ("ny/", "utfordring-1/endre/", "utfordring-1/forkast/", "utfordring-1/rolle/ny/"):
        assert client.get(f"{HOUSE}{verb}").status_code == 403


def test_other_municipality_gets_404(
    visit: Visit, planner_of_nabo: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "Handelen flytter")

    for address in ("", "ny/", "roller/", "utfordring-1/", "utfordring-1/endre/"):
        answer = visit(planner_of_nabo).get(f"{HOUSE}{address}")
        assert answer.status_code == 404
        assert "Handelen flytter" not in answer.content.decode()


def test_chain_is_felt_both_ways(
    visit: Visit,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
    new_actor: NewActor,
) -> None:
    challenge, actor = new_challenge(1, "Handelen flytter"), new_actor("Sentrum")
    challenge.findings.add(new_finding(7, "Handelen faller."))
    add_role(challenge, by=planner, values={"organisation": actor, "role": "driver"})
    client = visit(planner)

    rests_on, used_in = text_of(client.get(f"{HOUSE}utfordring-1/")).split("Brukes i")
    assert "Handelen faller. bygger på · funn" in rests_on.split("Bygger på")[1]
    assert used_in.startswith(" Sentrum er pådriver i «1 Handelen flytter»")

    actor_page = text_of(client.get("/arbeid/prove-naering/aktor/sentrum/"))
    assert "Sentrum er pådriver i «1 Handelen flytter» har rollen" in actor_page
