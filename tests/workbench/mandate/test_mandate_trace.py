"""The mandate house's part of the trace: edges both ways, and every break in a sentence."""

from datetime import date

import pytest

from temaplan.analysis.trace import Graph
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.mandate.models import Deliverable, MandateRelation, SourceDocument
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from temaplan.workbench.plan.models import Plan
from tests.workbench.mandate.conftest import NewOrder


def graph(plan: Plan) -> Graph:
    return trace_graph(nothing_closed_on(plan), date(2026, 3, 2), address=lambda _kind, _row: "")


def breaks(plan: Plan, ref: str) -> dict[str, str]:
    return {found.rule: found.message for found in graph(plan).breaks if found.ref == ref}


def test_melding_rests_on_the_order_that_it_took_in_and_both_ends_are_found(
    plan: Plan, new_order: NewOrder, tertial_report: SourceDocument
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding", document=tertial_report)
    MandateRelation.objects.create(
        plan=plan, slug="r", later=later, relation="absorbs", earlier=earlier
    )

    traced = graph(plan)

    assert {(edge.rests, edge.ground, edge.relation) for edge in traced.edges} == {
        ("mandate/koordinator", "source_document/okonomiplan-2024", "given_in"),
        ("mandate/melding", "source_document/tertialrapport-1-2024", "given_in"),
        ("mandate/melding", "mandate/koordinator", "absorbs"),
    }
    assert "mandate/melding" in traced.results("mandate/koordinator")
    assert "mandate/koordinator" in traced.grounds("mandate/melding")
    assert traced.dangling() == ()


def test_late_order_is_a_break_until_it_is_answered(plan: Plan, new_order: NewOrder) -> None:
    order = new_order("koordinator", deadline=date(2026, 3, 1))
    assert breaks(plan, order.ref)["mandate_late"] == (
        "Fristen for ordren «Koordinator» var 1. mars 2026, og den er ikke besvart."
    )

    order.postponed_to = date(2026, 3, 2)
    order.save()
    assert "mandate_late" not in breaks(plan, order.ref)


def test_order_that_nothing_serves_is_a_break(plan: Plan, new_order: NewOrder) -> None:
    order, answered = new_order("koordinator"), new_order("besvart", state="answered")
    assert breaks(plan, order.ref) == {
        "mandate_unserved": "Ingenting i planen tjener ordren «Koordinator» ennå."
    }
    assert breaks(plan, answered.ref) == {}

    Evidence.objects.create(plan=plan, slug="e", title="E", kind="report").mandates.add(order)
    assert breaks(plan, order.ref) == {}


def test_order_that_a_later_one_takes_up_is_served(plan: Plan, new_order: NewOrder) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    MandateRelation.objects.create(
        plan=plan, slug="r", later=later, relation="repeats", earlier=earlier
    )

    assert "mandate_unserved" not in breaks(plan, earlier.ref)
    assert "mandate_unserved" in breaks(plan, later.ref)


def test_answered_order_that_owes_a_deliverable_is_a_break(plan: Plan, new_order: NewOrder) -> None:
    order = new_order("koordinator", state="answered")
    for slug, state in (("studie", "ongoing"), ("plan", "delivered"), ("notat", "unknown")):
        Deliverable.objects.create(
            plan=plan, slug=slug, mandate=order, kind="study", title=slug, state=state
        )

    assert breaks(plan, order.ref) == {
        "mandate_owes_deliverable": (
            "Ordren «Koordinator» er besvart, men «studie» og «notat» er ikke registrert som "
            "levert."
        )
    }


@pytest.mark.parametrize("state", ["answered", "withdrawn"])
def test_order_closed_over_an_undecided_question_is_a_break(
    plan: Plan, new_order: NewOrder, state: str
) -> None:
    earlier, later = new_order("koordinator", state="absorbed"), new_order("melding", state=state)
    MandateRelation.objects.create(
        plan=plan, slug="r", later=later, relation="absorbs", earlier=earlier
    )

    assert breaks(plan, later.ref) == {
        "mandate_closed_over_undecided": (
            "«Koordinator» inngår i «Melding», og det spørsmålet er ikke avgjort."
        )
    }
    earlier.state = "answered"
    earlier.save()
    assert breaks(plan, later.ref) == {}
