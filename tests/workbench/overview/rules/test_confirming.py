"""Confirmations: a named person's word, kept when it is withdrawn, and never for another text."""

from datetime import date

import pytest

from temaplan.workbench.actor.models import Group, GroupMember
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.overview.actions import confirm_rule, withdraw_confirmation
from temaplan.workbench.overview.models import RuleConfirmation
from temaplan.workbench.overview.rule_engine.catalogue import RULE
from temaplan.workbench.overview.rule_engine.engine import Result, judged_by
from temaplan.workbench.overview.rule_engine.reading import facts_of, facts_of_all
from temaplan.workbench.plan.models import Event, Membership, Milestone, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

RULES = "/arbeid/prove-naering/oversikt/regler/"


def answer(plan: Plan, rule: str) -> Result:
    return judged_by(RULE[rule], facts_of(Plan.objects.get(pk=plan.pk)))


def confirm(plan: Plan, by: Person, rule: str = "R22") -> RuleConfirmation:
    return confirm_rule(
        answer(plan, rule), plan=plan, by=by, confirmed_on=date(2026, 3, 1), reason="Alle svarte."
    )


def test_confirmed_rule_is_green_with_name_day_and_reason(plan: Plan, planner: Person) -> None:
    confirm(plan, planner)
    found = answer(plan, "R22")

    assert (found.verdict, found.colour) == ("confirmed", "green")
    assert found.message.startswith(
        "Bekreftet av Planlegger, Prøve kommune 1. mars 2026: Alle svarte."
    )


def test_withdrawn_confirmation_stays_and_no_longer_counts(plan: Plan, planner: Person) -> None:
    row = confirm(plan, planner)
    withdraw_confirmation(row, by=planner, reason="Én manglet.", revision=row.revision)
    row.refresh_from_db()

    assert (row.withdrawn_by, row.withdrawn_on, row.withdrawal_reason) == (
        "Planlegger, Prøve kommune",
        date(2026, 3, 2),
        "Én manglet.",
    )
    assert answer(plan, "R22").verdict == "not_yet"
    told = Event.objects.filter(ref=row.ref).order_by("number").values_list("verb", "reason")
    assert list(told) == [("confirmed", "Alle svarte."), ("confirmation_withdrawn", "Én manglet.")]


def test_rule_is_confirmed_once_at_a_time(plan: Plan, planner: Person) -> None:
    confirm(plan, planner)

    with pytest.raises(NotAllowed, match="Regelen er alt bekreftet"):
        confirm(plan, planner)
    assert RuleConfirmation.objects.count() == 1


def test_confirmation_of_an_older_text_gives_way_to_a_new_one(plan: Plan, planner: Person) -> None:
    old = confirm(plan, planner)
    RuleConfirmation.objects.filter(pk=old.pk).update(text_version="2020-01-01")
    assert answer(plan, "R22").verdict == "not_yet"

    confirm(plan, planner)
    old.refresh_from_db()

    assert answer(plan, "R22").verdict == "confirmed"
    assert old.withdrawal_reason == "Regelen har fått ny tekst, og er bekreftet på nytt."


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("R05", "Denne regelen kontrolleres mot planens data"),
        ("R08", "Regelen gjelder ikke for denne plantypen"),
    ],
)
def test_what_a_person_cannot_confirm_is_refused(
    plan: Plan, planner: Person, rule: str, sentence: str
) -> None:
    with pytest.raises(NotAllowed, match=sentence):
        confirm(plan, planner, rule)


def test_confirmation_needs_a_day_that_has_come_and_a_reason(plan: Plan, planner: Person) -> None:
    result = answer(plan, "R22")

    with pytest.raises(NotAllowed, match=r"Datoen 3\. mars 2026 er ikke kommet ennå"):
        confirm_rule(
            result, plan=plan, by=planner, confirmed_on=date(2026, 3, 3), reason="Alle svarte."
        )
    with pytest.raises(NotAllowed, match="Skriv hva du har sett"):
        confirm_rule(result, plan=plan, by=planner, confirmed_on=date(2026, 3, 1), reason=" ")


def test_planner_confirms_and_withdraws_on_the_pages(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    form = {"confirmed_on": "1. mars", "reason": "Alle svarte."}
    assert browser.post(f"{RULES}r22/bekreft/", form)["Location"] == f"{RULES}r22/"
    page = browser.get(f"{RULES}r22/").content.decode()

    assert "Bekreftet av Planlegger, Prøve kommune 1. mars 2026: Alle svarte." in page
    assert f'href="{RULES}r22/trekk/"' in page

    row = RuleConfirmation.objects.get()
    withdrawal = {"reason": "Én manglet.", "revision": row.revision}
    assert browser.post(f"{RULES}r22/trekk/", withdrawal)["Location"] == f"{RULES}r22/"
    page = browser.get(f"{RULES}r22/").content.decode()

    assert "Trukket av Planlegger, Prøve kommune 2. mars 2026: Én manglet." in page
    assert f'href="{RULES}r22/bekreft/"' in page


def test_refused_confirmation_keeps_what_was_typed(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    form = {"confirmed_on": "3. mars 2026", "reason": "Alle har svart skriftlig."}
    answered = visit(planner).post(f"{RULES}r22/bekreft/", form)

    assert answered.status_code == 422
    assert "Alle har svart skriftlig." in answered.content.decode()
    assert not RuleConfirmation.objects.exists()


@pytest.mark.parametrize("role", ["adviser", "editor", "reader"])
def test_only_who_decides_can_confirm(plan: Plan, visit: Visit, role: str) -> None:
    person = Person.objects.create(email=f"{role}@eksempel.test", name=role)
    Membership.objects.create(person=person, municipality=plan.municipality, plan=plan, role=role)
    browser = visit(person)
    form = {"confirmed_on": "1. mars 2026", "reason": "Alle svarte."}

    assert browser.post(f"{RULES}r22/bekreft/", form).status_code == 403
    assert "bekreft/" not in browser.get(f"{RULES}r22/").content.decode()


def test_facts_of_one_plan_hold_nothing_of_another(
    plan: Plan, plan_of_nabo: Plan, planner: Person
) -> None:
    confirm(plan, planner)
    Milestone.objects.create(plan=plan, slug="h", title="H", step="hearing", date=date(2026, 5, 1))
    found = facts_of_all([plan, plan_of_nabo])

    assert (len(found[plan.pk].steps), list(found[plan.pk].confirmations)) == (1, ["R22"])
    assert (found[plan_of_nabo.pk].steps, dict(found[plan_of_nabo.pk].confirmations)) == ((), {})


def test_advisers_and_closed_evidence_of_the_plan_are_counted(
    plan: Plan, plan_of_nabo: Plan, adviser: Person
) -> None:
    Evidence.objects.create(plan=plan, slug="e", title="E", kind="report", layer="closed")
    counted = [
        (each.advisers, each.closed_evidence) for each in map(facts_of, (plan, plan_of_nabo))
    ]

    assert counted == [(1, 1), (0, 0)]


def test_only_sitting_members_of_groups_that_prepare_the_case_must_declare(plan: Plan) -> None:
    prepares, meets = (
        Group.objects.create(plan=plan, slug=kind, name=kind, kind=kind)
        for kind in ("reference_group", "contact_committee")
    )
    for slug, group, more in (
        ("mangler", prepares, {}),
        ("erklart", prepares, {"declared_on": date(2026, 2, 1)}),
        ("ute", prepares, {"member_to": date(2026, 1, 31)}),
        ("annen", meets, {}),
    ):
        GroupMember.objects.create(plan=plan, slug=slug, name=slug, group=group, **more)

    assert facts_of(plan).undeclared == 1


def test_milestone_that_is_called_off_counts_for_nothing(plan: Plan) -> None:
    Milestone.objects.create(
        plan=plan, slug="h", title="H", step="hearing", date=date(2026, 5, 1), state="cancelled"
    )

    assert facts_of(plan).steps == ()


def test_log_without_its_last_event_is_not_whole(plan: Plan, planner: Person) -> None:
    confirm(plan, planner)
    assert answer(plan, "R32").verdict == "ok"

    Plan.objects.filter(pk=plan.pk).update(last_event_number=2)
    assert answer(plan, "R32").colour == "red"
