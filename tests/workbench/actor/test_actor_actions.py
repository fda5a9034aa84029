"""An actor is in the plan once, and leaves it only when nothing uses it."""

from typing import Any
from uuid import uuid4

import pytest

from temaplan.workbench.actor.actions.actors import add_actor, change_actor, discard_actor
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.plan.actions.objects import AlreadySubmitted
from temaplan.workbench.plan.models import Artefact, Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed

VALUES = {"name": "Byen Vår", "group": "business", "org_number": "988 077 917"}


def add(plan: Plan, by: Person, **values: Any) -> Organisation:
    return add_actor(plan=plan, by=by, values={**VALUES, **values})


def test_actor_is_stored_with_its_number_compact_and_one_event(plan: Plan, planner: Person) -> None:
    actor = add(plan, planner)

    assert (actor.slug, actor.org_number) == ("byen-var", "988077917")
    assert list(Event.objects.values_list("verb", "ref", "person_name")) == [
        ("added", "organisation/byen-var", planner.name)
    ]


def test_same_number_is_refused_with_the_name_of_who_has_it(plan: Plan, planner: Person) -> None:
    add(plan, planner)

    with pytest.raises(NotAllowed) as refused:
        add(plan, planner, name="En annen", org_number="988077917")

    assert refused.value.message == (
        "«Byen Vår» har allerede organisasjonsnummeret 988 077 917 i denne planen."
    )


def test_same_name_is_refused_whatever_its_case_and_blanks(plan: Plan, planner: Person) -> None:
    add(plan, planner)

    with pytest.raises(NotAllowed) as refused:
        add(plan, planner, name="  byen   VÅR ", org_number="")

    assert refused.value.message == (
        "Planen har allerede aktøren «Byen Vår». Er det en annen, så skriv noe som skiller dem, "
        "for eksempel stedet."
    )


def test_two_actors_without_number_are_no_duplicates(plan: Plan, planner: Person) -> None:
    add(plan, planner, name="Den ene", org_number="")
    add(plan, planner, name="Den andre", org_number="")

    assert Organisation.objects.count() == 2


def test_another_plan_may_have_the_same_actor(
    plan: Plan, plan_of_nabo: Plan, planner: Person
) -> None:
    add(plan, planner)

    assert add(plan_of_nabo, planner).plan == plan_of_nabo


def test_actor_keeps_its_own_name_and_number_when_changed(plan: Plan, planner: Person) -> None:
    actor = add(plan, planner)

    changed = change_actor(
        actor, by=planner, changes={**VALUES, "note": "Medlemsorganisasjon."}, revision=1
    )

    assert (changed.note, changed.revision) == ("Medlemsorganisasjon.", 2)


def test_change_to_a_wrong_number_changes_nothing(plan: Plan, planner: Person) -> None:
    actor = add(plan, planner)

    with pytest.raises(NotAllowed):
        change_actor(actor, by=planner, changes={"org_number": "988077918"}, revision=1)

    actor.refresh_from_db()
    assert (actor.org_number, actor.revision) == ("988077917", 1)


def test_form_sent_twice_leads_to_the_first_row_and_no_refusal(plan: Plan, planner: Person) -> None:
    key = uuid4()
    first = add_actor(plan=plan, by=planner, values=VALUES, submission=key)

    with pytest.raises(AlreadySubmitted) as repeated:
        add_actor(plan=plan, by=planner, values=VALUES, submission=key)

    assert repeated.value.row == first


def test_unused_actor_is_discarded_and_its_event_remains(plan: Plan, planner: Person) -> None:
    discard_actor(add(plan, planner), by=planner, reason="Skrevet to ganger")

    assert not Organisation.objects.exists()
    last = Event.objects.order_by("number").last()
    assert last is not None
    assert (last.verb, last.reason) == ("discarded", "Skrevet to ganger")
    assert last.values.before["name"] == "Byen Vår"


def test_partner_of_an_order_is_not_discarded(plan: Plan, planner: Person) -> None:
    actor = add(plan, planner)
    source = SourceDocument.objects.create(plan=plan, slug="kilde", title="Kilde", kind="other")
    order = Mandate.objects.create(
        plan=plan, slug="ordre", title="Ordre", wording="Gjør.", verb="other", document=source
    )
    order.partners.add(actor)

    with pytest.raises(NotAllowed) as refused:
        discard_actor(actor, by=planner, reason="Feil")

    assert refused.value.message == (
        "Aktøren er i bruk. Fjern den fra ordrene og utfordringene under «Brukes i» først."
    )
    assert list(order.partners.all()) == [actor]


def test_actor_in_a_document_that_was_fetched_is_not_discarded(plan: Plan, planner: Person) -> None:
    actor = add(plan, planner)
    Artefact.objects.create(
        plan=plan,
        document="challenges",
        language="nb",
        format="pdf",
        content_hash="0" * 64,
        refs=[actor.ref],
        as_of="2026-03-02",
        file="documents/x.pdf",
        sha256="0" * 64,
        size=1,
    )

    with pytest.raises(NotAllowed) as refused:
        discard_actor(actor, by=planner, reason="Feil")

    assert refused.value.message == (
        "Aktøren står i et dokument som er hentet ut som fil, og må bli stående."
    )
