"""Pages of rules: those of a plan, the public list, and red ones where the day begins."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.overview.rule_engine.catalogue import RULES
from temaplan.workbench.plan.models import Milestone, Municipality, Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

OVERVIEW = "/arbeid/prove-naering/oversikt/"
LIST = f"{OVERVIEW}regler/"


@pytest.fixture
def too_short(plan: Plan) -> Plan:
    """A kommunedelplan with five weeks between hearing and treatment."""
    plan.plan_type, plan.plan_type_reason = "municipal_sub_plan", "Planen skal binde."
    plan.save()
    for slug, step, day in (
        ("horing", "hearing", date(2026, 5, 1)),
        ("formannskap", "treatment", date(2026, 6, 5)),
    ):
        Milestone.objects.create(plan=plan, slug=slug, title=slug, step=step, date=day)
    return plan


def test_red_rule_stands_first_with_words_source_reason_and_cure(
    too_short: Plan, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(LIST).content.decode()
    shown = page[page.index('<ul class="rules">') : page.index("R01 ")]

    assert f'<a href="{LIST}r05/">R05 Planen er på høring i minst seks uker</a>' in shown
    assert '<span class="ds-tag" data-color="danger">brutt</span>' in shown
    assert "«Fristen … skal være minst seks uker»" in shown
    assert "Plan- og bygningsloven § 11-14." in shown
    assert "plan- og bygningsloven (LOV-2008-06-27-71), lest 28. juli 2026" in shown
    assert "Siste dag: 24. april 2026." in shown
    assert 'href="/arbeid/prove-naering/tidslinje/horing/"' in shown


def test_filter_in_the_address_shows_only_the_red_ones(
    too_short: Plan, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{LIST}?vis=rode").content.decode()

    assert page.count('<li class="rule">') == 1
    assert visit(planner).get(f"{LIST}?vis=annet").status_code == 404


def test_reader_sees_the_rules_without_what_only_others_can_do(
    too_short: Plan, reader: Person, visit: Visit
) -> None:
    page = visit(reader).get(LIST).content.decode()

    assert page.count('<li class="rule">') == len(RULES)
    assert "Bekreft regelen" not in page
    assert "plan/endre/" not in page


def test_unknown_rule_is_not_found(plan: Plan, planner: Person, visit: Visit) -> None:
    assert visit(planner).get(f"{LIST}r41/").status_code == 404


def test_rule_of_another_municipality_is_not_found(
    plan: Plan, planner_of_nabo: Person, visit: Visit
) -> None:
    assert visit(planner_of_nabo).get(f"{LIST}r05/").status_code == 404


@pytest.mark.parametrize("milestones", [1, 3, 60])
def test_list_costs_the_same_however_many_milestones(
    plan: Plan, planner: Person, visit: Visit, milestones: int
) -> None:
    for number in range(milestones):
        Milestone.objects.create(
            plan=plan, slug=f"h{number}", title="H", step="hearing", date=date(2026, 5, 1)
        )
    browser = visit(planner)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(LIST).status_code == 200

    assert len(asked) == 8


def test_red_rule_stands_on_the_overview_and_in_my_work(
    too_short: Plan, planner: Person, visit: Visit
) -> None:
    front, mine = (visit(planner).get(path).content.decode() for path in (OVERVIEW, "/arbeid/"))

    for page in (front, mine):
        assert "rettes senest 24. april" in page
        assert f'<a href="{LIST}r05/">Planen er på høring i minst seks uker</a>' in page
        assert "1 rød regel" in page
    assert f'href="{LIST}?vis=rode"' in front


def test_plan_without_red_rules_says_nothing_of_them_at_work(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    front, mine = (visit(planner).get(path).content.decode() for path in (OVERVIEW, "/arbeid/"))

    assert "rød regel" not in front + mine


def test_profile_leads_from_the_plan_type_to_its_rules(
    plan: Plan, reader: Person, visit: Visit
) -> None:
    assert f'<a href="{LIST}">' in visit(reader).get("/arbeid/prove-naering/plan/").content.decode()


def test_everybody_reads_every_rule_with_words_and_source(visit: Visit, db: None) -> None:
    page = visit(None).get("/regler/").content.decode()

    for rule in RULES:
        assert f'<section id="{rule.id.lower()}"><h2>{rule.id} ' in page
        for text in rule.texts:
            assert all(f"«{words}»" in page for words in text.words)
    assert "Lov for kommunedelplan og kommuneplanens samfunnsdel." in page
    assert "Vedtatt, men ikke trådt i kraft:" in page


def test_public_page_asks_the_database_nothing(visit: Visit, db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = visit(None).get("/regler/")

    assert (answer.status_code, len(asked), dict(answer.cookies)) == (200, 0, {})


def test_administrator_sets_the_norm_with_its_source(
    plan: Plan, administrator: Person, prove: Municipality, visit: Visit
) -> None:
    browser = visit(administrator)
    address = "/arbeid/prove-naering/kommune/endre/"
    fields = {
        "name": prove.name,
        "language": "nb",
        "council_name": "kommunestyret",
        "executive_committee_name": "formannskapet",
        "chief_executive_title": "kommunedirektøren",
        "colour": "#0b4f3a",
        "revision": prove.revision,
        "hearing_norm_days": "42",
    }
    refused = browser.post(address, fields)
    assert refused.status_code == 422
    assert "Skriv hvor antall dager er bestemt" in refused.content.decode()

    kept = browser.post(address, {**fields, "hearing_norm_source": "Planreglementet § 4"})
    prove.refresh_from_db()
    assert kept.status_code == 302
    assert (prove.hearing_norm_days, prove.hearing_norm_source) == (42, "Planreglementet § 4")
    assert "42 dager (Planreglementet § 4)" in browser.get(f"{LIST}r06/").content.decode()


@pytest.mark.parametrize("days", ["0", "367", "fire uker"])
def test_number_that_is_no_norm_is_refused(
    plan: Plan, administrator: Person, prove: Municipality, visit: Visit, days: str
) -> None:
    fields = {"hearing_norm_days": days, "hearing_norm_source": "x", "revision": prove.revision}
    answer = visit(administrator).post("/arbeid/prove-naering/kommune/endre/", fields)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
