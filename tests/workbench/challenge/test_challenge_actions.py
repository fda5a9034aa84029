"""Challenges have a number of their own and keep links that a person may not see."""

import pytest

from temaplan.workbench.challenge.actions.challenges import (
    add_challenge,
    change_challenge,
    discard_challenge,
)
from temaplan.workbench.challenge.actions.roles import add_role, change_role, remove_role
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.queries.challenges import (
    findings_to_choose,
    undocumented,
    without_lead,
    without_roles,
)
from temaplan.workbench.challenge.queries.matrix import matrix
from temaplan.workbench.plan.access import access_for
from temaplan.workbench.plan.models import Artefact, Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.workbench.challenge.conftest import NewActor, NewChallenge, NewFinding


def test_number_in_use_is_refused_with_its_owner_and_a_free_one(
    plan: Plan, planner: Person, new_challenge: NewChallenge
) -> None:
    new_challenge(1, "Handelen flytter")
    new_challenge(3, "Unge flytter")

    with pytest.raises(NotAllowed) as refused:
        add_challenge(plan=plan, by=planner, values={"number": 3, "title": "Ny"})

    assert refused.value.message == (
        "Nummer 3 er brukt av «Unge flytter». Velg nummer 2, som er ledig, eller gi den andre et "
        "nytt nummer først."
    )


def test_challenge_may_be_saved_under_the_number_it_has_and_moved_to_a_free_one(
    planner: Person, new_challenge: NewChallenge
) -> None:
    challenge = new_challenge(1, "Handelen flytter")

    same = change_challenge(challenge, by=planner, changes={"number": 1, "title": "Ny"}, revision=1)
    moved = change_challenge(challenge, by=planner, changes={"number": 7}, revision=2)

    assert (same.number, moved.number, moved.title) == (1, 7, "Ny")


def test_link_to_a_finding_that_the_person_may_not_see_stays(
    plan: Plan,
    planner: Person,
    group_member: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
) -> None:
    shown, other, hidden = (
        new_finding(1, "Handelen faller."),
        new_finding(2, "Folk flytter."),
        new_finding(3, "Hemmelig samtale.", "closed"),
    )
    challenge = new_challenge(1, "Handelen flytter")
    challenge.findings.set([shown, hidden])
    seen = findings_to_choose(access_for(group_member, plan))
    assert list(seen) == [shown, other]

    change_challenge(
        challenge, by=group_member, changes={"findings": [other]}, revision=1, seen=seen
    )

    assert list(challenge.findings.all()) == [other, hidden]


def test_person_who_may_see_a_finding_may_remove_its_link(
    plan: Plan, planner: Person, new_challenge: NewChallenge, new_finding: NewFinding
) -> None:
    hidden = new_finding(3, "Hemmelig samtale.", "closed")
    challenge = new_challenge(1, "Handelen flytter")
    challenge.findings.set([hidden])

    change_challenge(
        challenge,
        by=planner,
        changes={"findings": []},
        revision=1,
        seen=findings_to_choose(access_for(planner, plan)),
    )

    assert not challenge.findings.exists()


def test_actor_has_a_role_in_a_challenge_once(
    planner: Person, new_challenge: NewChallenge, new_actor: NewActor
) -> None:
    challenge, actor = new_challenge(1, "Handelen flytter"), new_actor("Sentrum")
    add_role(challenge, by=planner, values={"organisation": actor, "role": "driver"})
    other = add_role(challenge, by=planner, values={"organisation": actor, "role": "host"})

    for act in (
        lambda: add_role(challenge, by=planner, values={"organisation": actor, "role": "driver"}),
        lambda: change_role(other, by=planner, changes={"role": "driver"}, revision=1),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.message == (
            "Sentrum er allerede pådriver i denne utfordringen. Endre den raden i stedet."
        )


def test_role_is_changed_and_removed_with_an_event_each(
    planner: Person, new_challenge: NewChallenge, new_actor: NewActor
) -> None:
    challenge, actor = new_challenge(1, "Handelen flytter"), new_actor("Sentrum")
    row = add_role(challenge, by=planner, values={"organisation": actor, "role": "driver"})
    changed = change_role(
        row, by=planner, changes={"leads": True, "legal_room": "Vedtekter."}, revision=1
    )
    remove_role(changed, by=planner, reason="Vil ikke")

    assert not RoleAssignment.objects.exists()
    assert [(event.verb, event.reason) for event in Event.objects.order_by("number")] == [
        ("added", ""),
        ("changed", ""),
        ("discarded", "Vil ikke"),
    ]


def test_challenge_is_discarded_with_its_roles_and_findings_stay(
    planner: Person, new_challenge: NewChallenge, new_actor: NewActor, new_finding: NewFinding
) -> None:
    challenge, finding = new_challenge(1, "Handelen flytter"), new_finding(1, "Handelen faller.")
    challenge.findings.add(finding)
    add_role(challenge, by=planner, values={"organisation": new_actor("Sentrum"), "role": "host"})

    discard_challenge(challenge, by=planner, reason="Slått sammen")

    assert not Challenge.objects.exists()
    assert not RoleAssignment.objects.exists()
    finding.refresh_from_db()


def test_challenge_in_a_document_that_was_fetched_is_not_discarded(
    plan: Plan, planner: Person, new_challenge: NewChallenge
) -> None:
    challenge = new_challenge(1, "Handelen flytter")
    Artefact.objects.create(
        plan=plan,
        document="challenges",
        language="nb",
        format="docx",
        content_hash="0" * 64,
        refs=[challenge.ref],
        as_of="2026-03-02",
        file="documents/x.docx",
        sha256="0" * 64,
        size=1,
    )

    with pytest.raises(NotAllowed) as refused:
        discard_challenge(challenge, by=planner, reason="Feil")

    assert refused.value.message == (
        "Utfordringen står i et dokument som er hentet ut som fil. Endre den i stedet."
    )


def test_what_a_challenge_lacks_is_found(
    *,
    plan: Plan,
    plan_of_nabo: Plan,
    planner: Person,
    new_challenge: NewChallenge,
    new_actor: NewActor,
    new_finding: NewFinding,
) -> None:
    whole, unled, bare = (new_challenge(n, f"Nr. {n}") for n in (1, 2, 3))
    Challenge.objects.create(plan=plan_of_nabo, slug="annen", number=1, title="Annen plan")
    finding, actor = new_finding(1, "Handelen faller."), new_actor("Sentrum")
    whole.findings.add(finding)
    unled.findings.add(finding)
    for challenge, leads in ((whole, True), (unled, False)):
        add_role(
            challenge,
            by=planner,
            values={"organisation": actor, "role": "driver", "leads": leads},
        )

    assert list(undocumented(plan)) == [bare]
    assert list(without_roles(plan)) == [bare]
    assert list(without_lead(plan)) == [unled]


def test_matrix_has_the_municipality_first_and_only_actors_with_a_role(
    plan: Plan, planner: Person, new_challenge: NewChallenge, new_actor: NewActor
) -> None:
    trade, youth = new_challenge(1, "Handelen flytter"), new_challenge(2, "Unge flytter")
    town, council = new_actor("Arne Sentrum"), new_actor("Prøve kommune", "municipality")
    new_actor("Uten rolle")
    for challenge, actor, role, leads in (
        (trade, town, "driver", True),
        (trade, council, "host", False),
        (trade, council, "owner", False),
        (youth, council, "developer", False),
    ):
        add_role(
            challenge,
            by=planner,
            values={"organisation": actor, "role": role, "leads": leads},
        )

    found = matrix(plan)

    assert found.actors == [council, town]
    assert [[[role.role for role in cell.roles] for cell in row.cells] for row in found.rows] == [
        [["host", "owner"], ["driver"]],
        [["developer"], []],
    ]
    assert [(row.has_lead, row.municipality_alone) for row in found.rows] == [
        (True, False),
        (False, True),
    ]
