"""An order is registered with its source, in its exact words, once."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.mandate.actions.orders import add_order, change_order, discard_order
from temaplan.workbench.mandate.actions.parts import add_criterion, add_deliverable, discard_part
from temaplan.workbench.mandate.actions.sources import add_source, change_source, discard_source
from temaplan.workbench.mandate.models import Criterion, Deliverable, Mandate, SourceDocument
from temaplan.workbench.plan.actions.objects import AlreadySubmitted
from temaplan.workbench.plan.models import Artefact, Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed

# S5 in the deck's words, with the spelling mistake and closing quote of S6 and S8.
WORDING = "Rådmannens skal  frem mot første tertial\nutrede en funksjon”\t "
ORDER = {"wording": WORDING, "title": "Utrede en funksjon", "verb": "examine", "deadline_text": ""}


def register(plan: Plan, by: Person, source: SourceDocument | None, **values: Any) -> Mandate:
    return add_order(plan=plan, by=by, values={**ORDER, "document": source, **values})


def fetched_as_a_file(*rows: Any) -> None:
    Artefact.objects.create(
        plan=rows[0].plan,
        document="status",
        language="nb",
        format="pdf",
        content_hash="0" * 64,
        refs=[row.ref for row in rows],
        as_of="2026-03-02",
        file="documents/x.pdf",
        sha256="0" * 64,
        size=1,
    )


def test_wording_is_kept_to_the_byte(plan: Plan, planner: Person, source: SourceDocument) -> None:
    order = register(plan, planner, source)

    order.refresh_from_db()
    assert order.wording.encode() == WORDING.encode()


def test_order_without_source_is_refused(plan: Plan, planner: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        register(plan, planner, None)

    assert refused.value.message == (
        "En ordre må ha et kildedokument. Velg ett, eller skriv tittel og type på et nytt."
    )
    assert not Mandate.objects.exists()


def test_order_and_its_new_source_are_stored_together_with_an_event_each(
    plan: Plan, planner: Person
) -> None:
    order = add_order(
        plan=plan,
        by=planner,
        values={**ORDER, "deadline_text": "frem mot første tertial"},
        new_source={"title": "Økonomiplan 2008 -2011", "kind": "financial_plan"},
    )

    assert order.document.title == "Økonomiplan 2008 -2011"
    assert (order.document.period_start, order.document.period_end) == (2008, 2011)
    assert (order.deadline, order.deadline_interpreted) == (date(2008, 4, 30), True)
    assert order.deadline_text == "frem mot første tertial"
    assert [event.ref for event in Event.objects.order_by("number")] == [
        "source_document/okonomiplan-2008-2011",
        "mandate/2008-utrede-en-funksjon",
    ]


def test_deadline_with_year_is_computed_and_not_interpreted(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source, deadline_text="første tertial 2008")

    assert (order.deadline, order.deadline_interpreted) == (date(2008, 4, 30), False)


def test_day_that_a_person_wrote_goes_before_the_words(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(
        plan, planner, source, deadline_text="snarest mulig", deadline=date(2024, 3, 1)
    )

    assert (order.deadline, order.deadline_interpreted) == (date(2024, 3, 1), True)


def test_impossible_deadline_stores_neither_order_nor_source(plan: Plan, planner: Person) -> None:
    with pytest.raises(Exception, match="Juni har 30 dager"):
        add_order(
            plan=plan,
            by=planner,
            values={**ORDER, "deadline_text": "31. juni"},
            new_source={"title": "Økonomiplan", "kind": "financial_plan"},
        )

    assert not SourceDocument.objects.exists()
    assert not Event.objects.exists()


def test_form_sent_twice_makes_one_order_and_one_source(plan: Plan, planner: Person) -> None:
    sent: dict[str, Any] = {
        "plan": plan,
        "by": planner,
        "values": ORDER,
        "new_source": {"title": "Økonomiplan", "kind": "financial_plan"},
        "submission": uuid4(),
    }
    first = add_order(**sent)

    with pytest.raises(AlreadySubmitted) as repeated:
        add_order(**sent)

    assert repeated.value.row == first
    assert SourceDocument.objects.count() == 1


def test_source_with_the_title_of_another_is_refused(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    with pytest.raises(NotAllowed) as refused:
        add_source(
            plan=plan,
            by=planner,
            values={"title": " økonomiplan  2024–2027", "kind": "financial_plan"},
        )

    assert refused.value.message == (
        "Planen har allerede kildedokumentet « økonomiplan  2024–2027». Velg det i listen, eller "
        "skriv en tittel som skiller dem."
    )


def test_orders_get_the_next_place_in_their_document(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    places = [register(plan, planner, source, title=title).position for title in ("En", "To")]

    assert places == [1, 2]


def test_years_that_the_source_gets_later_move_the_deadlines_read_from_them(
    plan: Plan, planner: Person
) -> None:
    source = add_source(plan=plan, by=planner, values={"title": "Vedtak", "kind": "resolution"})
    read = register(plan, planner, source, deadline_text="innen 1. tertial")
    typed = register(
        plan, planner, source, deadline_text="innen 1. tertial", deadline=date(2030, 1, 1)
    )
    assert read.deadline is None

    change_source(source, by=planner, changes={"year": 2026}, revision=1)

    read.refresh_from_db()
    typed.refresh_from_db()
    assert (read.deadline, read.deadline_interpreted) == (date(2026, 4, 30), True)
    assert typed.deadline == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"period_start": 2027, "period_end": 2024},
            "Perioden slutter i 2024, før den begynner i 2027.",
        ),
        ({"period_start": None, "period_end": 2027}, "Skriv også det første året i perioden."),
        ({"year": 208}, "Året 208 finnes ikke i en plan. Skriv fire siffer."),
        ({"tertial": 4}, "Tertial 4 finnes ikke. Året har tre."),
    ],
)
def test_years_that_cannot_be_are_refused(
    planner: Person, source: SourceDocument, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        change_source(source, by=planner, changes=changes, revision=1)

    assert refused.value.message == sentence


def test_correcting_an_order_keeps_its_state(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)

    changed = change_order(order, by=planner, changes={"title": "Annen tittel"}, revision=1)

    assert (changed.title, changed.state, changed.wording) == ("Annen tittel", "open", WORDING)


def test_new_order_is_discarded_with_its_parts_and_every_event_remains(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)
    add_criterion(order, by=planner, text="grønn omstilling")
    add_deliverable(order, by=planner, values={"kind": "study", "title": "Studie"})

    discard_order(order, by=planner, reason="Registrert på feil plan")

    assert not Mandate.objects.exists()
    assert not Criterion.objects.exists()
    assert not Deliverable.objects.exists()
    discarded = Event.objects.filter(verb="discarded").order_by("number")
    assert [(event.ref.split("/")[0], event.reason) for event in discarded] == [
        ("criterion", "Registrert på feil plan"),
        ("deliverable", "Registrert på feil plan"),
        ("mandate", "Registrert på feil plan"),
    ]


def test_order_that_evidence_serves_is_not_discarded_even_when_the_evidence_is_closed(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)
    closed = Evidence.objects.create(
        plan=plan, slug="samtaler", title="Samtaler", kind="interviews", layer="closed"
    )
    closed.mandates.add(order)

    with pytest.raises(NotAllowed) as refused:
        discard_order(order, by=planner, reason="Feil")

    assert refused.value.message == (
        "Noe i planen bygger på ordren. Fjern koblingene først, eller trekk ordren."
    )
    assert list(closed.mandates.all()) == [order]


def test_order_in_a_document_that_was_fetched_is_not_discarded(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)
    fetched_as_a_file(order)

    with pytest.raises(NotAllowed) as refused:
        discard_order(order, by=planner, reason="Feil")

    assert refused.value.message == (
        "Ordren står i et dokument som er hentet ut som fil. Trekk den i stedet."
    )


def test_order_whose_reference_only_begins_alike_may_be_discarded(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source, title="Plan")
    longer = register(plan, planner, source, title="Plan to")
    fetched_as_a_file(longer)

    discard_order(order, by=planner, reason="Feil")

    assert list(Mandate.objects.all()) == [longer]


def test_criterion_that_came_after_the_document_may_be_removed_and_an_older_one_not(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)
    read = add_criterion(order, by=planner, text="lest")
    fetched_as_a_file(order)
    newer = add_criterion(order, by=planner, text="kom etterpå")

    discard_part(newer, by=planner, reason="Feil")
    with pytest.raises(NotAllowed):
        discard_part(read, by=planner, reason="Feil")

    assert list(order.criteria.all()) == [read]


def test_source_is_discarded_only_when_no_order_stands_in_it(
    plan: Plan, planner: Person, source: SourceDocument
) -> None:
    order = register(plan, planner, source)
    with pytest.raises(NotAllowed) as refused:
        discard_source(source, by=planner, reason="Feil")
    assert refused.value.message == (
        "1 ordre har dette som kilde. Flytt den til en annen kilde først."
    )

    discard_order(order, by=planner, reason="Feil")
    discard_source(source, by=planner, reason="Feil")

    assert not SourceDocument.objects.exists()
