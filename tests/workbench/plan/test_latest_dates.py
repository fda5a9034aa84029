"""From the day of the decision backwards, or the sentence that says why it cannot be."""

from datetime import date

import pytest

from temaplan.workbench.plan.deadlines import Days, way_for
from temaplan.workbench.plan.models import Event, Milestone, MilestoneShift, Person, Plan
from temaplan.workbench.plan.rules.latest_dates import (
    can_be_reached,
    committee_is_in_time,
    earliest_decision,
    latest_dates,
)
from tests.fixtures.cast import Visit

PAGE = "/arbeid/prove-naering/tidslinje/samlet/bakover/"
COUNCIL, COMMITTEE = date(2011, 6, 15), date(2011, 6, 7)  # the deck's own days
NAMES = ("Formannskapet", "bystyret")
NOTHING: frozenset[str] = frozenset()


def days_of(plan_type: str, **given: date) -> dict[str, date]:
    found = latest_dates(COUNCIL, way_for(plan_type), plan_type=plan_type, **given)
    return {each.code: each.day for each in found}


def test_decks_days_as_a_temaplan() -> None:
    # Counted by hand in a calendar of 2011: 2 June is Ascension Day, 17 May a holiday.
    assert days_of("thematic_plan", committee=COMMITTEE) == {
        "council": date(2011, 6, 15),
        "council_papers": date(2011, 6, 8),  # 7 days before
        "committee": date(2011, 6, 7),
        "committee_papers": date(2011, 5, 31),
        "case_paper": date(2011, 5, 27),  # 2 working days before a Tuesday
        "hearing_deadline": date(2011, 5, 12),  # 10 working days, over 17 May
        "hearing": date(2011, 4, 14),  # 28 days
        "draft": date(2011, 4, 12),
    }


def test_kommunedelplan_is_heard_for_six_weeks_by_law() -> None:
    found = days_of("municipal_sub_plan", committee=COMMITTEE)
    assert (found["hearing_deadline"] - found["hearing"]).days == 42
    assert "§ 11-14" in str(way_for("municipal_sub_plan").hearing.source)


def test_action_part_is_public_two_weeks_before_the_council() -> None:
    found = days_of("action_part")
    assert found["public"] == date(2011, 6, 1)
    assert "hearing" not in found


def test_norm_of_the_municipality_holds_for_a_temaplan_and_never_beside_the_law() -> None:
    norm, papers = Days(21, "reglementet § 4"), Days(10, "reglementet § 7")
    own = way_for("thematic_plan", hearing_norm=norm, papers=papers)
    law = way_for("municipal_sub_plan", hearing_norm=norm, papers=papers)
    assert (own.hearing, own.papers) == (norm, papers)
    assert (law.hearing.number, law.papers) == (42, papers)


def test_free_day_gives_way_to_the_working_day_before_it_and_says_so() -> None:
    # Papers 7 days before Thursday 21 May 2026 would go out on Ascension Day, 14 May.
    found = latest_dates(date(2026, 5, 21), way_for("thematic_plan"), plan_type="thematic_plan")
    papers = next(each for each in found if each.code == "council_papers")
    assert papers.day == date(2026, 5, 13)
    assert papers.why == "7 dager før møtet. 14. mai 2026 er Kristi himmelfartsdag."


def test_committee_that_meets_too_late_is_named_with_the_latest_day() -> None:
    verdict = committee_is_in_time(date(2011, 6, 9), COUNCIL, way_for("thematic_plan"), names=NAMES)
    assert verdict.reason == (
        "Formannskapet må møte senest 7. juni 2011 for at saken skal rekke bystyret "
        "15. juni 2011. 9. juni 2011 er for sent."
    )
    assert committee_is_in_time(COMMITTEE, COUNCIL, way_for("thematic_plan"), names=NAMES).allowed


def test_day_that_cannot_be_reached_says_which_step_is_too_late() -> None:
    # 1 May 2011, when the deck's draft is to be there: a kommunedelplan is too late.
    way = way_for("municipal_sub_plan")
    dates = latest_dates(COUNCIL, way, plan_type="municipal_sub_plan", committee=COMMITTEE)
    verdict = can_be_reached(dates, as_of=date(2011, 5, 1), done=NOTHING, started=None)
    assert verdict.reason == (
        "Det går ikke. «Utkastet er ferdig» måtte vært senest 29. mars 2011, og i dag er "
        "1. mai 2011."
    )


def test_steps_that_are_done_are_not_asked_for() -> None:
    dates = latest_dates(COUNCIL, way_for("thematic_plan"), plan_type="thematic_plan")
    done = frozenset({"draft", "hearing", "hearing_deadline"})
    assert can_be_reached(dates, as_of=date(2011, 5, 20), done=done, started=None).allowed


def test_hearing_that_was_sent_out_late_must_still_last_its_days() -> None:
    dates = latest_dates(COUNCIL, way_for("thematic_plan"), plan_type="thematic_plan")
    verdict = can_be_reached(
        dates,
        as_of=date(2011, 5, 2),
        done=frozenset({"draft", "hearing"}),
        started=date(2011, 4, 28),
    )
    assert verdict.reason == (
        "Høringen ble sendt ut 28. april 2011 og må vare til 26. mai 2011, men fristen må gå ut "
        "senest 12. mai 2011."
    )


def test_earliest_decision_can_be_reached_and_the_day_before_cannot() -> None:
    way, as_of = way_for("thematic_plan"), date(2026, 3, 2)
    day = earliest_decision(way, plan_type="thematic_plan", as_of=as_of, done=NOTHING, started=None)
    assert day is not None

    def reached(council: date) -> bool:
        dates = latest_dates(council, way, plan_type="thematic_plan")
        return can_be_reached(dates, as_of=as_of, done=NOTHING, started=None).allowed

    assert reached(day)
    assert not reached(date.fromordinal(day.toordinal() - 1))


@pytest.fixture
def steps(plan: Plan) -> dict[str, Milestone]:
    """The steps that rules are counted from, read as of 2 March 2026."""
    given = {
        "draft": ("Utkast", date(2026, 5, 1), "month", ""),
        "hearing": ("Høring", date(2026, 5, 8), "day", ""),
        "hearing_deadline": ("Høringsfrist", date(2026, 6, 12), "day", ""),
        "treatment": ("Formannskapet", date(2026, 9, 15), "day", "formannskapet"),
        "adoption": ("Kommunestyret", date(2026, 9, 24), "day", "kommunestyret"),
    }
    return {
        step: Milestone.objects.create(
            plan=plan, slug=step, title=title, date=day, precision=precision, body=body, step=step
        )
        for step, (title, day, precision, body) in given.items()
    }


def test_page_begins_with_the_days_of_the_timeline(
    plan: Plan, steps: dict[str, Milestone], reader: Person, visit: Visit
) -> None:
    page = visit(reader).get(PAGE).content.decode()

    assert 'value="24. september 2026"' in page
    assert 'value="15. september 2026"' in page
    assert "17. september 2026" in page  # papers to the council
    assert "Høringen er 28 dager, som er" in page
    assert "Dagene telles fra dagen etter at noe er kunngjort eller sendt ut." in page
    assert "Bruk datoene i tidslinjen" not in page  # a reader changes nothing


def test_day_that_cannot_be_is_said_on_the_page_with_the_first_that_can(
    plan: Plan, steps: dict[str, Milestone], planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{PAGE}?vedtak=25.+mars+2026").content.decode()

    assert "Det går ikke. «Utkastet er ferdig» måtte vært senest" in page
    assert "Den første dagen som går, er" in page
    assert "Bruk datoene i tidslinjen" not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31. juni 2026", "Vedtaksdagen 31. juni 2026 finnes ikke. Juni har 30 dager."),
        ("september", "Skriv også dagen i måneden."),
        ("2026-13-01", "Vedtaksdagen «2026-13-01» finnes ikke. Året har 12 måneder."),
    ],
)
def test_impossible_day_is_named_and_kept(
    plan: Plan, reader: Person, visit: Visit, typed: str, sentence: str
) -> None:
    answer = visit(reader).get(PAGE, {"vedtak": typed})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


def test_free_day_for_the_decision_is_warned_of(plan: Plan, reader: Person, visit: Visit) -> None:
    page = visit(reader).get(f"{PAGE}?vedtak=17.+mai+2027").content.decode()
    assert "17. mai 2027 er andre pinsedag." not in page  # Whit Monday too; the fixed day names it
    assert "17. mai 2027 er grunnlovsdagen. Neste arbeidsdag er 18. mai 2027." in page


def apply(browser: object, **changed: str) -> object:
    address = f"{PAGE}bruk/?vedtak=2026-09-24&utvalg=2026-09-15"
    form = browser.get(address).content.decode()  # type: ignore[attr-defined]
    revision = form.split('name="revision" value="')[1].split('"')[0]
    sent = {
        "revision": revision,
        "take": ["draft", "hearing", "hearing_deadline", "case_paper"],
        "reason": "Vi bruker de siste datoene.",
        **changed,
    }
    return browser.post(address, sent)  # type: ignore[attr-defined]


def test_proposal_is_used_by_one_form_with_one_reason(
    plan: Plan, steps: dict[str, Milestone], planner: Person, visit: Visit
) -> None:
    Plan.objects.filter(pk=plan.pk).update(baseline_approved_on=date(2026, 3, 1))
    for row in steps.values():
        Milestone.objects.filter(pk=row.pk).update(
            baseline_date=row.date, baseline_precision=row.precision
        )
    apply(visit(planner))

    found = {row.slug: (row.date, row.precision) for row in Milestone.objects.filter(plan=plan)}
    assert found["draft"] == (date(2026, 7, 22), "day")
    assert found["hearing"] == (date(2026, 7, 24), "day")
    assert found["hearing_deadline"] == (date(2026, 8, 21), "day")
    assert found["siste-dag-saksframlegg"] == (date(2026, 9, 4), "day")
    assert found["adoption"] == (date(2026, 9, 24), "day")
    reasons = set(MilestoneShift.objects.values_list("reason", flat=True))
    assert reasons == {"Vi bruker de siste datoene."}
    assert MilestoneShift.objects.count() == 3


def test_form_sent_twice_changes_once(
    plan: Plan, steps: dict[str, Milestone], planner: Person, visit: Visit
) -> None:
    address = f"{PAGE}bruk/?vedtak=2026-09-24&utvalg=2026-09-15"
    form = visit(planner).get(address).content.decode()
    revision = form.split('name="revision" value="')[1].split('"')[0]
    sent = {"revision": revision, "take": ["hearing", "case_paper"], "reason": "Siste dag."}
    answers = [visit(planner).post(address, sent) for _each in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Milestone.objects.filter(slug__startswith="siste-dag").count() == 1
    assert Event.objects.filter(ref="milestone/hearing", verb="moved").count() == 1


def test_somebody_elses_move_is_not_overwritten(
    plan: Plan, steps: dict[str, Milestone], planner: Person, administrator: Person, visit: Visit
) -> None:
    address = f"{PAGE}bruk/?vedtak=2026-09-24&utvalg=2026-09-15"
    browser = visit(planner)
    form = browser.get(address).content.decode()
    revision = form.split('name="revision" value="')[1].split('"')[0]
    visit(administrator).post(
        "/arbeid/prove-naering/tidslinje/hearing/flytt/", {"revision": "1", "when": "1. juni 2026"}
    )
    sent = {"revision": revision, "take": ["hearing"], "reason": "Siste dag."}
    answer = browser.post(address, sent)

    assert answer.status_code == 422
    assert "Noen andre har endret tidslinjen mens du så på forslaget." in answer.content.decode()
    assert "Siste dag." in answer.content.decode()
    assert Milestone.objects.get(slug="hearing").date == date(2026, 6, 1)


def test_day_that_cannot_be_changes_nothing(
    plan: Plan, steps: dict[str, Milestone], planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(
        f"{PAGE}bruk/?vedtak=2026-03-25",
        {"revision": "5", "take": ["hearing"], "reason": "Siste dag."},
    )
    assert answer.status_code == 422
    assert "Det går ikke." in answer.content.decode()
    assert Milestone.objects.get(slug="hearing").date == date(2026, 5, 8)


def test_reader_may_not_use_the_proposal(plan: Plan, reader: Person, visit: Visit) -> None:
    assert visit(reader).post(f"{PAGE}bruk/?vedtak=2026-09-24", {}).status_code == 403
