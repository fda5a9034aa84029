"""The journey of an order through the pages, without JavaScript."""

import re
from typing import Any

import pytest
from django.test import Client

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.mandate.models import Mandate, MandateRelation, SourceDocument
from temaplan.workbench.plan.models import Event, Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.conftest import NewOrder

HOUSE = "/arbeid/prove-naering/mandat/"
WORDING = "Rådmannens skal  frem mot første tertial\nutrede en funksjon”"
# Every field that must be filled in: six (experience.md, tasks).
REQUIRED = {
    "wording": WORDING,
    "title": "Utrede en funksjon",
    "verb": "examine",
    "source_title": "Økonomiplan 2008 -2011",
    "source_kind": "financial_plan",
}


def text_of(response: Any) -> str:
    """Return what stands in <main>, without tags and with single blanks."""
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def refusals(response: Any) -> list[str]:
    """Return the sentences of the error summary."""
    summary = response.content.decode().split('class="ds-error-summary"', 1)[1].split("</ul>")[0]
    return [re.sub(r"<[^>]+>", "", item) for item in re.findall(r"<li>(.*?)</li>", summary)]


@pytest.fixture
def client(visit: Visit, planner: Person) -> Client:
    return visit(planner)


def test_order_from_a_verbalvedtak_is_registered_with_its_source_in_three_steps(
    client: Client,
) -> None:
    assert f'href="{HOUSE}ny/"' in client.get(HOUSE).content.decode()
    form = client.get(f"{HOUSE}ny/").content.decode()
    assert form.count('aria-required="true"') == len(REQUIRED) <= 6

    added = client.post(f"{HOUSE}ny/", {**REQUIRED, "deadline_text": "frem mot første tertial"})

    assert added["Location"] == f"{HOUSE}2008-utrede-en-funksjon/"
    page = client.get(added["Location"])
    assert "«frem mot første tertial» · beregnet til 30. april 2008, tolket" in text_of(page)
    assert Mandate.objects.get().wording == WORDING
    assert "Rådmannens skal  frem mot første tertial<br>utrede en funksjon”" in (
        page.content.decode()
    )


def test_browser_line_ends_are_no_part_of_the_wording(client: Client) -> None:
    client.post(f"{HOUSE}ny/", {**REQUIRED, "wording": " To\r\nlinjer. "})

    assert Mandate.objects.get().wording == " To\nlinjer. "


def test_order_is_registered_under_a_source_of_the_list(
    client: Client, source: SourceDocument
) -> None:
    chosen = {**REQUIRED, "source_title": "", "source_kind": "", "document": source.pk}

    assert client.post(f"{HOUSE}ny/", chosen).status_code == 302

    assert Mandate.objects.get().document == source
    assert SourceDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"source_title": "", "source_kind": ""},
            "En ordre må ha et kildedokument. Velg ett, eller skriv tittel og type på et nytt.",
        ),
        ({"source_kind": ""}, "Velg hva slags dokument det nye kildedokumentet er."),
        ({"source_title": ""}, "Skriv tittelen på det nye kildedokumentet."),
        ({"deadline_text": "31. juni"}, "Fristen 31. juni finnes ikke. Juni har 30 dager."),
        (
            {"deadline": "31. juni 2009"},
            "Fristen 31. juni 2009 finnes ikke. Juni har 30 dager.",
        ),
        ({"wording": "  \n "}, "Fyll ut «Ordlyd»."),
        ({"title": ""}, "Fyll ut «Kort tittel»."),
        ({"verb": ""}, "Fyll ut «Hva ordren ber om»."),
    ],
)
def test_bad_input_is_refused_in_one_sentence_and_stores_nothing(
    client: Client, source: SourceDocument, changed: dict[str, str], sentence: str
) -> None:
    refused = client.post(f"{HOUSE}ny/", {**REQUIRED, **changed})

    assert refused.status_code == 422
    assert refusals(refused) == [sentence]
    assert 'aria-invalid="true"' in refused.content.decode()
    assert not Mandate.objects.exists()
    assert list(SourceDocument.objects.all()) == [source]


def test_source_both_chosen_and_new_is_refused(client: Client, source: SourceDocument) -> None:
    refused = client.post(f"{HOUSE}ny/", {**REQUIRED, "document": source.pk})

    assert refusals(refused) == [
        "Du har både valgt et kildedokument og skrevet et nytt. Behold bare ett av dem."
    ]


def test_source_of_another_plan_cannot_be_chosen(
    client: Client, source: SourceDocument, plan_of_nabo: Plan
) -> None:
    foreign = SourceDocument.objects.create(
        plan=plan_of_nabo, slug="hemmelig", title="Hemmelig vedtak", kind="resolution"
    )

    refused = client.post(f"{HOUSE}ny/", {**REQUIRED, "document": foreign.pk})

    assert refused.status_code == 422
    assert "Hemmelig vedtak" not in refused.content.decode()


def test_form_sent_twice_leads_to_one_order(client: Client) -> None:
    sent = {**REQUIRED, "submission": "6f1b6f9e-6a39-4d6e-9d3c-0c9f4f4cf7a1"}

    first, second = client.post(f"{HOUSE}ny/", sent), client.post(f"{HOUSE}ny/", sent)

    assert first["Location"] == second["Location"]
    assert (Mandate.objects.count(), SourceDocument.objects.count()) == (1, 1)


def test_saving_untouched_form_changes_nothing(client: Client) -> None:
    page = client.post(f"{HOUSE}ny/", {**REQUIRED, "deadline_text": " første tertial 2008"})
    before = Event.objects.count()
    form = client.get(f"{page['Location']}endre/").context["form"]
    sent = {name: value for name, value in form.initial.items() if value not in (None, [])}

    assert client.post(f"{page['Location']}endre/", sent).status_code == 302

    assert Event.objects.count() == before
    assert (Mandate.objects.get().wording, Mandate.objects.get().revision) == (WORDING, 1)


def test_two_who_save_get_both_texts_on_one_page(client: Client, new_order: NewOrder) -> None:
    order = new_order("koordinator")
    sent = {
        "wording": order.wording,
        "verb": "examine",
        "document": order.document_id,
        "revision": "1",
    }
    client.post(f"{HOUSE}koordinator/endre/", {**sent, "title": "Den første"})

    second = client.post(f"{HOUSE}koordinator/endre/", {**sent, "title": "Den andre"})

    assert second.status_code == 409
    assert "Den første" in text_of(second)
    assert "Den andre" in text_of(second)
    assert Mandate.objects.get().title == "Den første"


def test_order_is_late_the_day_after_its_deadline_until_it_is_answered(
    client: Client, plan: Plan, new_order: NewOrder
) -> None:
    new_order("koordinator", deadline="2008-04-30", deadline_text="første tertial 2008")
    seen = {}
    for day in ("2008-04-30", "2008-05-01"):  # S5
        Plan.objects.filter(pk=plan.pk).update(as_of=day)
        seen[day] = "over frist" in text_of(client.get(f"{HOUSE}koordinator/"))
    assert seen == {"2008-04-30": False, "2008-05-01": True}
    assert "1 over frist" in client.get(HOUSE).content.decode()

    client.post(f"{HOUSE}koordinator/besvar/", {"reason": "Sak 51/24", "revision": "1"})

    assert "over frist" not in text_of(client.get(f"{HOUSE}koordinator/"))
    assert "1 over frist" not in client.get(HOUSE).content.decode()


def test_closing_an_order_over_an_undecided_question_warns_before_and_after(
    client: Client, new_order: NewOrder, tertial_report: SourceDocument
) -> None:
    new_order("koordinator")
    melding = new_order("melding", document=tertial_report)
    warning = "«Koordinator» inngår i «Melding», og det spørsmålet er ikke avgjort."

    absorbed = client.post(
        f"{HOUSE}koordinator/la-innga/",
        {"later": melding.pk, "reason": "Vurderes i meldingen", "revision": "1"},
    )

    assert absorbed.status_code == 302
    assert warning not in text_of(client.get(f"{HOUSE}melding/"))
    assert warning in text_of(client.get(f"{HOUSE}melding/besvar/"))
    client.post(f"{HOUSE}melding/besvar/", {"reason": "Lagt fram", "revision": "1"})
    assert warning in text_of(client.get(f"{HOUSE}melding/"))

    client.post(f"{HOUSE}koordinator/besvar/", {"reason": "Avgjort", "revision": "2"})
    assert warning not in text_of(client.get(f"{HOUSE}melding/"))


def test_relation_is_read_from_both_ends_in_its_own_words(
    client: Client, new_order: NewOrder, tertial_report: SourceDocument
) -> None:
    earlier = new_order("koordinator")
    new_order("melding", document=tertial_report)

    client.post(
        f"{HOUSE}melding/forhold/ny/",
        {"relation": "absorbs", "earlier": earlier.pk, "reason": "Vurderes der"},
    )

    assert "tar opp i seg Koordinator Vurderes der" in text_of(client.get(f"{HOUSE}melding/"))
    page = text_of(client.get(f"{HOUSE}koordinator/"))
    assert "inngår i Melding Vurderes der" in page
    # S7: the tertial report is the next event after the order was given
    assert (
        "14. desember 2023 · gitt · Økonomiplan 2024–2027 "
        "13. juni 2024 · inngår i annen ordre · 1. tertialrapport 2024 Vurderes der"
    ) in page


def test_relation_that_would_close_a_ring_is_refused_with_the_chain(
    client: Client, new_order: NewOrder
) -> None:
    first, second = new_order("en"), new_order("to")
    client.post(
        f"{HOUSE}to/forhold/ny/", {"relation": "repeats", "earlier": first.pk, "reason": "x"}
    )

    refused = client.post(
        f"{HOUSE}en/forhold/ny/", {"relation": "answers", "earlier": second.pk, "reason": "x"}
    )

    assert refused.status_code == 422
    assert refusals(refused) == [
        "Forholdene ville gå i ring: «En» → «To» → «En». Velg en annen ordre."
    ]
    assert MandateRelation.objects.count() == 1


def test_postponement_takes_words_and_refuses_those_without_a_day(
    client: Client, new_order: NewOrder
) -> None:
    order = new_order("koordinator", deadline="2024-04-30")
    refused = client.post(
        f"{HOUSE}koordinator/utsett/",
        {"reason": "Sykdom", "new_deadline": "når vi rekker det", "revision": "1"},
    )
    assert refusals(refused) == [
        "Fristen «når vi rekker det» er ikke forstått. Skriv en dato, eller ta med årstallet."
    ]

    client.post(
        f"{HOUSE}koordinator/utsett/",
        {"reason": "Sykdom", "new_deadline": "utgangen av 2027", "revision": "1"},
    )

    order.refresh_from_db()
    assert (order.state, str(order.due), str(order.deadline)) == (
        "postponed",
        "2027-12-31",
        "2024-04-30",
    )


def test_withdrawal_is_for_those_who_decide_and_shows_what_loses_its_ground(
    client: Client, visit: Visit, adviser: Person, new_order: NewOrder
) -> None:
    earlier, later = new_order("koordinator"), new_order("melding")
    MandateRelation.objects.create(
        plan=earlier.plan, slug="r", later=later, relation="repeats", earlier=earlier
    )
    assert visit(adviser).get(f"{HOUSE}koordinator/trekk/").status_code == 403
    assert "Trekk ordren" not in text_of(visit(adviser).get(f"{HOUSE}koordinator/"))

    page = text_of(client.get(f"{HOUSE}koordinator/trekk/"))

    assert "Dette mister grunnlaget Melding gjentas i · mandat" in page
    client.post(f"{HOUSE}koordinator/trekk/", {"reason": "Ikke lenger ønsket", "revision": "1"})
    assert Mandate.objects.get(slug="koordinator").state == "withdrawn"


def test_criteria_and_deliverables_are_added_changed_and_removed(
    client: Client, new_order: NewOrder
) -> None:
    order = new_order("koordinator")
    page = f"{HOUSE}koordinator/"

    client.post(f"{page}kriterium/ny/", {"text": "grønn omstilling"})
    client.post(f"{page}leveranse/ny/", {"title": "Studie", "kind": "study", "state": "ongoing"})
    shown = text_of(client.get(page))
    assert "i arbeid Studie studie Endre Studie Fjern Studie" in shown
    assert "grønn omstilling Endre grønn omstilling" in shown

    client.post(
        f"{page}leveranse/studie/endre/",
        {"title": "Studie", "kind": "study", "state": "delivered", "revision": "1"},
    )
    client.post(f"{page}kriterium/gronn-omstilling/fjern/", {"reason": "Ikke ordrens ord"})

    assert [each.state for each in order.deliverables.all()] == ["delivered"]
    assert not order.criteria.exists()


def test_part_of_another_order_is_not_found(client: Client, new_order: NewOrder) -> None:
    new_order("en")
    new_order("to")
    client.post(f"{HOUSE}en/kriterium/ny/", {"text": "grønn"})

    assert client.get(f"{HOUSE}to/kriterium/gronn/endre/").status_code == 404


def test_body_and_addressee_follow_the_municipality_and_the_quote_does_not(
    client: Client, plan: Plan, new_order: NewOrder
) -> None:
    new_order("koordinator", addressee="rådmannen", wording="Bystyret ber rådmannen utrede.")
    plan.municipality.council_name = "heradsstyret"
    plan.municipality.chief_executive_title = "kommunedirektøren"
    plan.municipality.save()

    page = text_of(client.get(f"{HOUSE}koordinator/"))

    assert "Bystyret ber rådmannen utrede." in page
    rest = page.replace("Bystyret ber rådmannen utrede.", "")
    assert "Gitt i Heradsstyret · Økonomiplan 2024–2027" in rest
    assert "Mottaker kommunedirektøren" in rest
    assert not re.search("bystyret|kommunestyret|rådmannen", rest, re.IGNORECASE)
    assert "Ordrer fra heradsstyret" in text_of(client.get(HOUSE))


def test_partner_is_linked_both_ways(client: Client, plan: Plan, new_order: NewOrder) -> None:
    actor = Organisation.objects.create(plan=plan, slug="bvd", name="Byen Vår", group="business")
    new_order("koordinator").partners.add(actor)

    assert "Samarbeidspartnere Byen Vår" in text_of(client.get(f"{HOUSE}koordinator/"))
    assert "Koordinator samarbeidspartner i · mandat" in text_of(
        client.get("/arbeid/prove-naering/aktor/bvd/")
    )


@pytest.mark.parametrize("verb", ["besvar", "utsett", "la-innga"])
def test_second_of_two_who_take_a_step_keeps_the_reason_and_sees_what_stands(
    client: Client, new_order: NewOrder, verb: str
) -> None:
    new_order("koordinator")
    later = new_order("melding")
    client.post(f"{HOUSE}koordinator/utsett/", {"reason": "Sykdom", "revision": "1"})

    second = client.post(
        f"{HOUSE}koordinator/{verb}/",
        {"reason": "Min begrunnelse", "later": later.pk, "revision": "1"},
    )

    assert second.status_code == 409
    assert "Min begrunnelse" in second.content.decode()
    assert Mandate.objects.get(slug="koordinator").state == "postponed"
    assert not MandateRelation.objects.exists()


def test_step_sent_twice_is_taken_once(client: Client, new_order: NewOrder) -> None:
    order = new_order("koordinator")
    sent = {
        "reason": "Sykdom",
        "revision": "1",
        "submission": "6f1b6f9e-6a39-4d6e-9d3c-0c9f4f4cf7a1",
    }

    answers = [client.post(f"{HOUSE}koordinator/utsett/", sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [step.reason for step in order.steps.all()] == ["Sykdom"]


def test_step_that_the_state_does_not_allow_is_refused_where_it_was_written(
    client: Client, new_order: NewOrder
) -> None:
    new_order("koordinator", state="withdrawn")

    refused = client.post(f"{HOUSE}koordinator/besvar/", {"reason": "Min", "revision": "1"})

    assert refused.status_code == 422
    assert refusals(refused) == [
        "Ordren har status «trukket». Åpne den igjen før du gjør noe mer med den."
    ]
