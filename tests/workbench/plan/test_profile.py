"""The plan's profile, and letting everybody read the plan."""

import pytest

from temaplan.workbench.plan.models import Event, Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

PROFILE = "/arbeid/prove-naering/plan/"
FILLED = {
    "revision": "1",
    "title": "Næringsplan for Prøve",
    "summary": "Planen gir retning til arbeidet med næring.",
    "plan_type": "thematic_plan",
    "purpose": "Gi retning.\r\nSamle kreftene.",
    "period_start": "2027",
    "period_end": "2031",
    "owner": "rådmannen",
    "adopting_body": "bystyret",
}


def test_profile_says_what_is_not_known(plan: Plan, planner: Person, visit: Visit) -> None:
    page = visit(planner).get(PROFILE).content.decode()

    assert page.count('<span class="unknown">ukjent</span>') == 3  # period, owner, body
    assert "2. mars 2026" in page  # the example's own date, read only
    assert 'name="as_of"' not in visit(planner).get(f"{PROFILE}endre/").content.decode()


def test_profile_is_changed_and_told_of(plan: Plan, planner: Person, visit: Visit) -> None:
    answer = visit(planner).post(f"{PROFILE}endre/", FILLED, follow=True)

    plan.refresh_from_db()
    event = Event.objects.get(chain=plan.chain)
    assert answer.redirect_chain == [(PROFILE, 302)]
    assert (plan.purpose, plan.period_end) == ("Gi retning.\nSamle kreftene.", 2031)
    assert (event.verb, event.ref, event.person_name) == ("changed", plan.ref, planner.name)
    assert event.values.after["period_end"] == 2031


def test_bodies_are_named_as_the_municipality_says(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    plan.municipality.council_name = "heradsstyret"
    plan.municipality.save()
    page = visit(planner).post(f"{PROFILE}endre/", FILLED, follow=True).content.decode()

    facts = page.split('<dl class="facts">')[1].split("</dl>")[0]
    assert "Heradsstyret" in facts
    assert "Kommunedirektøren" in facts
    assert "ystyret" not in facts


def test_saving_an_untouched_text_changes_nothing(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    browser.post(f"{PROFILE}endre/", FILLED)
    browser.post(f"{PROFILE}endre/", {**FILLED, "revision": "2"})

    plan.refresh_from_db()
    assert plan.revision == 2
    assert Event.objects.filter(chain=plan.chain).count() == 1


def test_two_who_save_keep_both_texts(
    plan: Plan, planner: Person, administrator: Person, visit: Visit
) -> None:
    visit(administrator).post(f"{PROFILE}endre/", {**FILLED, "purpose": "Hennes formål."})
    answer = visit(planner).post(f"{PROFILE}endre/", {**FILLED, "purpose": "Mitt formål."})

    page = answer.content.decode()
    plan.refresh_from_db()
    assert answer.status_code == 409
    assert plan.purpose == "Hennes formål."
    assert "Mitt formål." in page
    assert "Hennes formål." in page
    assert page.count("<fieldset") == 1  # the other fields are the same
    assert '<input type="hidden" name="revision" value="2">' in page


def test_choice_after_two_saves_is_stored(
    plan: Plan, planner: Person, administrator: Person, visit: Visit
) -> None:
    visit(administrator).post(f"{PROFILE}endre/", {**FILLED, "purpose": "Hennes formål."})
    visit(planner).post(f"{PROFILE}endre/", {**FILLED, "purpose": "Mitt formål.", "revision": "2"})

    plan.refresh_from_db()
    assert plan.purpose == "Mitt formål."


def test_publishing_says_first_what_it_means(plan: Plan, planner: Person, visit: Visit) -> None:
    Plan.objects.filter(pk=plan.pk).update(summary="Retning til arbeidet.")
    browser = visit(planner)
    page = browser.get(f"{PROFILE}publiser/").content.decode()
    browser.post(f"{PROFILE}publiser/", {"revision": "1", "reason": ""})

    assert "Alle kan lese planen på /plan/prove-naering/, uten å logge inn." in page
    assert "Kunnskap som er intern eller lukket, vises ikke." in page
    assert visit(None).get("/plan/prove-naering/").status_code == 200
    assert [event.verb for event in Event.objects.filter(chain=plan.chain)] == ["published"]


def test_publishing_waits_for_a_summary(plan: Plan, planner: Person, visit: Visit) -> None:
    answer = visit(planner).post(f"{PROFILE}publiser/", {"revision": "1", "reason": ""})
    sentence = "Skriv én setning om planen i profilen først."

    assert sentence in answer.content.decode()
    assert sentence in visit(planner).get(PROFILE).content.decode()
    assert visit(None).get("/plan/prove-naering/").status_code == 404


def test_taking_back_needs_a_reason_and_closes_the_page(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    Plan.objects.filter(pk=plan.pk).update(is_public=True)
    browser = visit(planner)
    refused = browser.post(f"{PROFILE}trekk/", {"revision": "1", "reason": ""})
    browser.post(f"{PROFILE}trekk/", {"revision": "1", "reason": "Feil tall."})

    assert refused.status_code == 422
    assert visit(None).get("/plan/prove-naering/").status_code == 404
    assert Event.objects.get(chain=plan.chain).reason == "Feil tall."


def test_editor_may_not_publish(plan: Plan, adviser: Person, visit: Visit) -> None:
    Plan.objects.filter(pk=plan.pk).update(summary="Retning til arbeidet.")
    browser = visit(adviser)

    assert browser.post(f"{PROFILE}publiser/", {"revision": "1"}).status_code == 403
    assert "Publiser planen" not in browser.get(PROFILE).content.decode()


def test_neighbour_finds_no_profile(plan: Plan, planner_of_nabo: Person, visit: Visit) -> None:
    browser = visit(planner_of_nabo)
    addresses = (PROFILE, f"{PROFILE}endre/", f"{PROFILE}publiser/", f"{PROFILE}trekk/")

    assert [browser.get(address).status_code for address in addresses] == [404] * 4
    assert browser.post(f"{PROFILE}endre/", FILLED).status_code == 404
