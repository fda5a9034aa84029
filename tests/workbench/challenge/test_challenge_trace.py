"""The challenge house's part of the trace: edges both ways, and every break in a sentence."""

from datetime import date

from temaplan.analysis.trace import Graph
from temaplan.workbench.challenge.actions.roles import add_role
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from temaplan.workbench.plan.models import Person, Plan
from tests.workbench.challenge.conftest import NewActor, NewChallenge, NewFinding


def graph(plan: Plan) -> Graph:
    return trace_graph(nothing_closed_on(plan), date(2026, 3, 2), address=lambda _kind, _row: "")


def breaks(plan: Plan, ref: str) -> dict[str, str]:
    return {found.rule: found.message for found in graph(plan).breaks if found.ref == ref}


def test_actor_is_reached_from_the_source_of_a_finding_and_back(
    *,
    plan: Plan,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
    new_actor: NewActor,
) -> None:
    challenge, actor = new_challenge(1, "Handelen flytter"), new_actor("Sentrum")
    challenge.findings.add(new_finding(7, "Handelen faller."))
    role = add_role(challenge, by=planner, values={"organisation": actor, "role": "driver"})

    traced = graph(plan)

    assert role.ref in traced.results("evidence/kilde-public")
    assert {"evidence/kilde-public", "finding/funn-7", actor.ref, challenge.ref} == set(
        traced.grounds(role.ref)
    )
    assert traced.dangling() == ()


def test_link_to_a_closed_finding_is_no_edge_for_the_public(
    plan: Plan, new_challenge: NewChallenge, new_finding: NewFinding
) -> None:
    challenge = new_challenge(1, "Handelen flytter")
    challenge.findings.add(new_finding(7, "Hemmelig samtale.", "closed"))

    traced = graph(plan)

    assert "finding/funn-7" not in traced.node
    assert traced.edges == ()


def test_what_a_challenge_lacks_is_named_and_ends_when_it_is_there(
    *,
    plan: Plan,
    planner: Person,
    new_challenge: NewChallenge,
    new_finding: NewFinding,
    new_actor: NewActor,
) -> None:
    challenge = new_challenge(1, "Handelen flytter")
    assert breaks(plan, challenge.ref) == {
        "challenge_undocumented": "Utfordringen «1 Handelen flytter» bygger ikke på noe funn.",
        "challenge_without_roles": (
            "Ingen har sagt hvem som kan gjøre hva med «1 Handelen flytter»."
        ),
    }

    challenge.findings.add(new_finding(7, "Handelen faller."))
    role = add_role(
        challenge, by=planner, values={"organisation": new_actor("Sentrum"), "role": "driver"}
    )
    assert breaks(plan, challenge.ref) == {
        "challenge_without_lead": "Ingen leder arbeidet med «1 Handelen flytter»."
    }

    role.leads = True
    role.save()
    assert breaks(plan, challenge.ref) == {}
