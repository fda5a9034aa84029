"""What becomes of an order: steps with reason, date and document; relations with both halves."""

from datetime import date

import pytest

from temaplan.workbench.mandate.actions.course import Decision, take_step
from temaplan.workbench.mandate.actions.relations import relate, unrelate
from temaplan.workbench.mandate.models import Mandate, MandateRelation, MandateStep, SourceDocument
from temaplan.workbench.mandate.queries.course import undecided_in
from temaplan.workbench.mandate.rules.course import undecided_warning
from temaplan.workbench.mandate.vocabulary import RELATION, RELATIONS, STEP, STEPS
from temaplan.workbench.plan.actions.objects import Conflict
from temaplan.workbench.plan.models import Event, Person
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.workbench.mandate.conftest import NewOrder

WHY = Decision("Vedtatt i sak 51/24")


def step(
    order: Mandate, code: str, by: Person, decision: Decision = WHY, **kept: object
) -> Mandate:
    order.refresh_from_db()
    return take_step(
        order, step=STEP[code], by=by, decision=decision, revision=order.revision, **kept
    )


def states(*orders: Mandate) -> list[str]:
    return [Mandate.objects.get(pk=order.pk).state for order in orders]


def test_answer_keeps_reason_date_and_document_and_nothing_is_deleted(
    new_order: NewOrder, planner: Person, tertial_report: SourceDocument
) -> None:
    order = new_order("koordinator")

    step(order, "answer", planner, Decision("Se saken", date(2024, 6, 13), tertial_report))

    assert states(order) == ["answered"]
    kept = MandateStep.objects.get()
    assert (kept.mandate, kept.position, kept.state, kept.taken_on, kept.document, kept.reason) == (
        order,
        1,
        "answered",
        date(2024, 6, 13),
        tertial_report,
        "Se saken",
    )
    assert [
        (event.verb, event.ref, event.reason) for event in Event.objects.order_by("number")
    ] == [
        ("state_changed", "mandate/koordinator", "Se saken"),
        ("state_changed", "mandate_step/koordinator-answered", "Se saken"),
    ]


@pytest.mark.parametrize("code", [each.code for each in STEPS if each.code != "absorb"])
def test_step_without_reason_is_refused_and_changes_nothing(
    new_order: NewOrder, planner: Person, code: str
) -> None:
    state = "answered" if code == "reopen" else "open"
    order = new_order("koordinator", state=state)

    with pytest.raises(NotAllowed) as refused:
        step(order, code, planner, Decision("  "))

    assert refused.value.message == "Skriv en begrunnelse, så den står i historikken til ordren."
    assert states(order) == [state]
    assert not MandateStep.objects.exists()


def test_postponement_moves_the_due_day_and_keeps_the_orders_own(
    new_order: NewOrder, planner: Person
) -> None:
    order = new_order(
        "koordinator", deadline_text="første tertial 2024", deadline=date(2024, 4, 30)
    )

    moved = step(order, "postpone", planner, new_deadline=date(2024, 12, 31))

    assert (moved.state, moved.deadline_text, moved.deadline, moved.due) == (
        "postponed",
        "første tertial 2024",
        date(2024, 4, 30),
        date(2024, 12, 31),
    )
    assert not moved.is_late(date(2024, 12, 31))
    assert moved.is_late(date(2025, 1, 1))


def test_postponement_to_an_earlier_day_is_refused(new_order: NewOrder, planner: Person) -> None:
    order = new_order("koordinator", deadline=date(2024, 4, 30))

    with pytest.raises(NotAllowed) as refused:
        step(order, "postpone", planner, new_deadline=date(2024, 4, 30))

    assert refused.value.message == (
        "Den nye fristen 30. april 2024 må være etter den gamle, som er 30. april 2024."
    )


@pytest.mark.parametrize("state", ["answered", "withdrawn"])
@pytest.mark.parametrize("code", ["answer", "postpone", "withdraw"])
def test_closed_order_takes_no_step_but_opening(
    new_order: NewOrder, planner: Person, state: str, code: str
) -> None:
    order = new_order("koordinator", state=state)

    with pytest.raises(NotAllowed) as refused:
        step(order, code, planner)

    word = {"answered": "besvart", "withdrawn": "trukket"}[state]
    assert refused.value.message == (
        f"Ordren har status «{word}». Åpne den igjen før du gjør noe mer med den."
    )


def test_order_opened_again_is_late_by_its_own_deadline(
    new_order: NewOrder, planner: Person
) -> None:
    order = new_order("koordinator", deadline=date(2024, 4, 30))
    step(order, "postpone", planner, new_deadline=date(2024, 12, 31))
    step(order, "answer", planner)

    opened = step(order, "reopen", planner)

    assert (opened.state, opened.due) == ("open", date(2024, 4, 30))
    assert [each.state for each in order.steps.all()] == ["postponed", "answered", "open"]


def test_step_over_somebody_elses_newer_save_is_a_conflict(
    new_order: NewOrder, planner: Person
) -> None:
    order = new_order("koordinator")
    step(order, "postpone", planner)

    with pytest.raises(Conflict):
        take_step(order, step=STEP["answer"], by=planner, decision=WHY, revision=1)

    assert states(order) == ["postponed"]
    assert MandateStep.objects.count() == 1


@pytest.mark.parametrize("state", ["answered", "withdrawn", "open", "absorbed", "postponed"])
def test_lateness_counts_until_an_order_is_answered_or_withdrawn(
    new_order: NewOrder, state: str
) -> None:
    order = new_order("koordinator", state=state, deadline=date(2008, 4, 30))

    assert not order.is_late(date(2008, 4, 30))
    assert order.is_late(date(2008, 5, 1)) == (state not in {"answered", "withdrawn"})  # S5


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda each: each.code)
def test_relation_gives_the_earlier_order_its_state_with_a_step_in_the_later_document(
    new_order: NewOrder, planner: Person, tertial_report: SourceDocument, relation: object
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding", document=tertial_report)

    row = relate(later, relation=relation, earlier=earlier, by=planner, decision=WHY)

    becomes = relation.target_becomes
    assert states(earlier, later) == [becomes or "open", "open"]
    assert (row.later, row.relation, row.earlier) == (later, relation.code, earlier)
    assert [
        (each.state, each.document, each.taken_on, each.reason) for each in earlier.steps.all()
    ] == ([(becomes, tertial_report, date(2024, 6, 13), WHY.reason)] if becomes else [])
    assert not later.steps.exists()


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda each: each.code)
def test_relation_that_is_removed_gives_the_state_back(
    new_order: NewOrder, planner: Person, relation: object
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    row = relate(later, relation=relation, earlier=earlier, by=planner, decision=WHY)

    unrelate(row, by=planner, reason="Feil ordre")

    assert states(earlier) == ["open"]
    assert not MandateRelation.objects.exists()
    if relation.target_becomes:
        assert [each.state for each in earlier.steps.all()] == [relation.target_becomes, "open"]


def test_order_stays_answered_while_another_order_also_answers_it(
    new_order: NewOrder, planner: Person
) -> None:
    earlier, one, other = (new_order(slug) for slug in ("koordinator", "melding", "notat"))
    row = relate(one, relation=RELATION["answers"], earlier=earlier, by=planner, decision=WHY)
    relate(other, relation=RELATION["answers"], earlier=earlier, by=planner, decision=WHY)

    unrelate(row, by=planner, reason="Feil ordre")

    assert states(earlier) == ["answered"]


def test_order_postponed_before_it_was_absorbed_is_postponed_again(
    new_order: NewOrder, planner: Person
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    step(earlier, "postpone", planner)
    row = relate(later, relation=RELATION["absorbs"], earlier=earlier, by=planner, decision=WHY)

    unrelate(row, by=planner, reason="Feil ordre")

    assert states(earlier) == ["postponed"]


def test_order_cannot_relate_to_itself(new_order: NewOrder, planner: Person) -> None:
    order = new_order("koordinator")

    with pytest.raises(NotAllowed) as refused:
        relate(order, relation=RELATION["repeats"], earlier=order, by=planner, decision=WHY)

    assert refused.value.message == (
        "En ordre kan ikke ha et forhold til seg selv. Velg en annen ordre."
    )


def test_relation_that_closes_a_ring_is_refused_with_the_ring_named(
    new_order: NewOrder, planner: Person
) -> None:
    first, second, third = (new_order(slug) for slug in ("a", "b", "c"))
    relate(second, relation=RELATION["repeats"], earlier=first, by=planner, decision=WHY)
    relate(third, relation=RELATION["absorbs"], earlier=second, by=planner, decision=WHY)

    with pytest.raises(NotAllowed) as refused:
        relate(first, relation=RELATION["answers"], earlier=third, by=planner, decision=WHY)

    assert refused.value.message == (
        "Forholdene ville gå i ring: «A» → «C» → «B» → «A». Velg en annen ordre."
    )
    assert states(first, second, third) == ["open", "absorbed", "open"]


def test_same_relation_twice_is_refused(new_order: NewOrder, planner: Person) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    relate(later, relation=RELATION["repeats"], earlier=earlier, by=planner, decision=WHY)

    with pytest.raises(NotAllowed) as refused:
        relate(later, relation=RELATION["repeats"], earlier=earlier, by=planner, decision=WHY)

    assert refused.value.message == "Dette forholdet er allerede registrert."


def test_answered_order_is_not_absorbed(new_order: NewOrder, planner: Person) -> None:
    earlier, later = new_order("koordinator", state="answered"), new_order("melding")

    with pytest.raises(NotAllowed) as refused:
        relate(later, relation=RELATION["absorbs"], earlier=earlier, by=planner, decision=WHY)

    assert refused.value.message == (
        "«Koordinator» har status «besvart». Åpne den igjen før en annen ordre endrer den."
    )
    assert not MandateRelation.objects.exists()


def test_absorbed_order_is_not_opened_while_the_relation_stands(
    new_order: NewOrder, planner: Person
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    relate(later, relation=RELATION["absorbs"], earlier=earlier, by=planner, decision=WHY)

    with pytest.raises(NotAllowed) as refused:
        step(earlier, "reopen", planner)

    assert refused.value.message == (
        "Ordren har status «inngår i annen ordre» på grunn av «Melding». "
        "Fjern det forholdet i stedet."
    )


def test_question_taken_in_through_another_order_is_undecided_until_it_is_answered(
    new_order: NewOrder, planner: Person
) -> None:
    first, second, third = (new_order(slug) for slug in ("koordinator", "melding", "plan"))
    relate(second, relation=RELATION["absorbs"], earlier=first, by=planner, decision=WHY)
    relate(third, relation=RELATION["absorbs"], earlier=second, by=planner, decision=WHY)
    assert [row.title for row in undecided_in(third)] == ["Koordinator", "Melding"]

    step(first, "answer", planner)

    assert [row.title for row in undecided_in(third)] == ["Melding"]


def test_warning_names_every_question_and_is_silent_without_any() -> None:
    assert undecided_warning("Melding", []) == ""
    assert undecided_warning("Melding", ["Koordinator"]) == (
        "«Koordinator» inngår i «Melding», og det spørsmålet er ikke avgjort."
    )
    assert undecided_warning("Melding", ["Koordinator", "Areal"]) == (
        "«Koordinator» og «Areal» inngår i «Melding», og de spørsmålene er ikke avgjort."
    )
