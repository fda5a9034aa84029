"""Starting a plan of one's own: type always asked, four steps at most, useful at once."""

from datetime import date
from uuid import uuid4

import pytest

from temaplan.workbench.plan.actions.start import start_plan
from temaplan.workbench.plan.models import Event, Membership, Milestone, Municipality, Person, Plan
from temaplan.workbench.plan.queries.start import free_plan_slug, usual_first_year
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

NEW = "/arbeid/ny/"
FILLED = {
    "title": "Plan for reiseliv",
    "plan_type": "thematic_plan",
    "period_start": "2027",
    "period_end": "2031",
    "template": "temaplan",
    "first_year": "2027",
}
# The deck's steps by month: four in February, two in March, three in April, five in May,
# three in June (drammen-naeringsplan-status.txt, «Forslag til opplegg»).
STEPS_OF_THE_DECK = {2: 4, 3: 2, 4: 3, 5: 5, 6: 3}


def test_plan_is_started_in_two_page_loads_from_my_work(planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    assert f'href="{NEW}"' in browser.get("/arbeid/").content.decode()

    form = browser.get(NEW)
    front = browser.post(NEW, FILLED, follow=True)

    assert form.status_code == 200
    assert front.redirect_chain == [("/arbeid/prove-plan-for-reiseliv/oversikt/", 302)]
    page = front.content.decode()
    assert "Begynn her" in page
    assert "/arbeid/prove-plan-for-reiseliv/mandat/ny/" in page


def test_spring_has_the_steps_of_the_deck_in_its_months(planner: Person, visit: Visit) -> None:
    visit(planner).post(NEW, FILLED)

    plan = Plan.objects.get(slug="prove-plan-for-reiseliv")
    dates = Milestone.objects.filter(plan=plan).values_list("date", "precision")
    months = [day.month for day, _precision in dates]
    assert {month: months.count(month) for month in months} == STEPS_OF_THE_DECK
    assert {(day.year, precision) for day, precision in dates} == {(2027, "month")}
    assert (plan.period_start, plan.period_end) == (2027, 2031)
    assert not plan.is_public


def test_bare_template_has_no_steps(planner: Person, visit: Visit) -> None:
    visit(planner).post(NEW, {**FILLED, "template": "tom"})

    plan = Plan.objects.get(slug="prove-plan-for-reiseliv")
    assert list(plan.milestone_set.all()) == []


def test_type_is_asked_and_never_chosen_beforehand(planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    form = browser.get(NEW).content.decode()
    refused = browser.post(NEW, {**FILLED, "plan_type": ""})

    kinds = [tag for tag in form.split("<input") if 'name="plan_type"' in tag]
    assert len(kinds) == 4
    assert [tag for tag in kinds if "checked" in tag] == []
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Fyll ut «Plantype»." in page
    assert 'href="#id_plan_type_0"' in page
    assert 'value="Plan for reiseliv"' in page
    assert Plan.objects.filter(slug__contains="reiseliv").count() == 0


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("period_end", "2020", "Perioden kan ikke slutte i 2020 når den begynner i 2027."),
        ("period_end", "27", "«27» er ikke et årstall. Skriv fire siffer, for eksempel 2027."),
        ("period_end", "2927", "Året 2927 er ikke mulig. Skriv et år mellom 1900 og 2200."),
        ("first_year", "neste", "«neste» er ikke et årstall."),
    ],
)
def test_impossible_years_are_refused_in_words(
    planner: Person, visit: Visit, field: str, typed: str, sentence: str
) -> None:
    answer = visit(planner).post(NEW, {**FILLED, field: typed})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Plan.objects.filter(slug__contains="reiseliv").count() == 0


def test_form_sent_twice_starts_one_plan(planner: Person, visit: Visit) -> None:
    fields = {**FILLED, "submission": str(uuid4())}
    answers = [visit(planner).post(NEW, fields) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {
        "/arbeid/prove-plan-for-reiseliv/oversikt/"
    }
    assert Plan.objects.filter(slug__contains="reiseliv").count() == 1


def test_start_is_told_in_the_log(prove: Municipality, planner: Person) -> None:
    plan = start_plan(
        municipality=prove,
        by=planner,
        values={"title": "Ny plan", "plan_type": "thematic_plan"},
        template="temaplan",
        first_year=2027,
    )

    events = Event.objects.filter(chain=plan.chain).order_by("number")
    assert [event.verb for event in events] == ["started", *["added"] * 17]
    assert {event.person_name for event in events} == {planner.name}


def test_steps_are_written_in_the_form_of_the_municipality(
    prove: Municipality, planner: Person
) -> None:
    Municipality.objects.filter(pk=prove.pk).update(council_name="heradsstyret")
    plan = start_plan(
        municipality=Municipality.objects.get(pk=prove.pk),
        by=planner,
        values={"title": "Ny plan", "plan_type": "thematic_plan"},
        template="temaplan",
        first_year=2027,
    )

    titles = " ".join(Milestone.objects.filter(plan=plan).values_list("title", flat=True))
    words = ("kommunestyre", "bystyre", "formannskap", "rådmann", "kommunedirektør")
    assert [word for word in words if word in titles.casefold()] == []


def test_reader_cannot_start_a_plan(reader: Person, visit: Visit) -> None:
    browser = visit(reader)

    assert f'href="{NEW}"' not in browser.get("/arbeid/").content.decode()
    assert browser.get(NEW).status_code == 403
    assert browser.post(NEW, FILLED).status_code == 403


def test_planner_cannot_start_a_plan_in_another_municipality(
    planner: Person, nabo: Municipality, visit: Visit
) -> None:
    visit(planner).post(NEW, {**FILLED, "municipality": str(nabo.pk)})

    assert list(Plan.objects.filter(municipality=nabo)) == []
    assert Plan.objects.get(slug="prove-plan-for-reiseliv").municipality.slug == "prove"


def test_host_of_a_municipality_starts_plans_in_that_one_only(
    planner: Person, prove: Municipality, nabo: Municipality, visit: Visit
) -> None:
    Membership.objects.create(person=planner, municipality=nabo, role="planner")
    Municipality.objects.filter(pk=nabo.pk).update(host="localhost")
    fields = {**FILLED, "municipality": str(prove.pk)}
    visit(planner).post(NEW, fields, headers={"host": "localhost"})

    assert Plan.objects.get(slug__contains="reiseliv").municipality == nabo


def test_address_does_not_tell_of_another_municipalitys_plan(
    prove: Municipality, nabo: Municipality
) -> None:
    Plan.objects.create(
        municipality=nabo, slug="nabo-naeringsplan", title="Næringsplan", plan_type="thematic_plan"
    )

    assert free_plan_slug(prove, "Næringsplan") == "prove-naeringsplan"


def test_address_names_the_municipality_once(prove: Municipality) -> None:
    assert free_plan_slug(prove, "Næringsplan for Prøve") == "naeringsplan-for-prove"


def test_second_plan_of_the_same_name_gets_a_number(plan: Plan, prove: Municipality) -> None:
    Plan.objects.create(
        municipality=prove, slug="prove-kulturplan", title="Kulturplan", plan_type="thematic_plan"
    )

    assert free_plan_slug(prove, "Kulturplan") == "prove-kulturplan-2"


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 1, 15), 2026), (date(2026, 2, 28), 2026), (date(2026, 3, 1), 2027)],
)
def test_usual_year_is_the_next_spring_that_has_not_begun(today: date, year: int) -> None:
    assert usual_first_year(today) == year
