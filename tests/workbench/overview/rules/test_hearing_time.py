"""How long a hearing is: counted from the timeline, wherever the server stands."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import timezone, translation

from temaplan.workbench.overview.rule_engine.catalogue import RULE
from temaplan.workbench.overview.rule_engine.engine import Result, judge, judged_by
from temaplan.workbench.overview.rule_engine.facts import LocalNumber, PlanFacts, StepFact
from temaplan.workbench.overview.rule_engine.reading import facts_of
from temaplan.workbench.plan.models import Milestone, Plan

ZONES = ["UTC", "Europe/Oslo", "Pacific/Auckland", "America/Los_Angeles"]


@pytest.fixture(autouse=True)
def bokmal() -> Iterator[None]:
    with translation.override("nb"):
        yield


@pytest.fixture(params=ZONES)
def server_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The whole process in another time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def step(code: str, day: str, **more: Any) -> StepFact:
    exact = day if day.count("-") > 1 else f"{day}-01"
    precision = "day" if exact == day else "month"
    values = {"title": code, "slug": f"{code}-{day}", **more}
    return StepFact(step=code, day=date.fromisoformat(exact), precision=precision, **values)


def asked(rule: str, kind: str, *steps: StepFact, **more: Any) -> Result:
    return judged_by(RULE[rule], PlanFacts("p", kind, date(2026, 10, 1), steps=steps, **more))


def r05(*steps: StepFact) -> Result:
    return asked("R05", "municipal_sub_plan", *steps)


# The source deck: «Sende på høring» in May, formannskap 7 June and bystyret 15 June 2011.
DECK = (
    step("hearing", "2011-05", title="Sende på høring"),
    step("treatment", "2011-06-07", title="Behandle forslag i formannskapet"),
    step("adoption", "2011-06-15", title="Vedtak i bystyret"),
)


@pytest.mark.usefixtures("server_zone")
def test_deck_as_kommunedelplan_has_37_of_42_days() -> None:
    found = r05(*DECK)

    assert found.judgement.facts == {
        "needed_days": 42,
        "available_days": 37,
        "start": "2011-05-01",
        "end": "2011-06-07",
        "latest_start": "2011-04-26",
    }
    assert (found.verdict, found.colour, found.latest) == ("broken", "red", date(2011, 4, 26))
    assert found.message == (
        "Høringen må vare i minst 42 dager. Fra 1. mai 2011 til «Behandle forslag i "
        "formannskapet» 7. juni 2011 er det 37 dager, når siste dag er regnet med. Planen må "
        "sendes på høring senest 26. april 2011, og da er det ingen dager igjen til å gå gjennom "
        "uttalelsene. «Sende på høring» har bare måneden mai 2011, og er lest som 1. mai 2011. "
        "Det er den gunstigste dagen."
    )


@pytest.mark.usefixtures("server_zone")
def test_deck_has_exactly_r05_red_among_the_rules_on_hearing_length() -> None:
    known = PlanFacts("p", "municipal_sub_plan", date(2026, 10, 1), steps=DECK)
    colours = {r.rule.id: r.colour for r in judge(known) if r.rule.id in {"R04", "R05", "R06"}}

    assert colours == {"R04": "grey", "R05": "red", "R06": "grey"}
    assert asked("R04", "municipal_sub_plan", *DECK).message.startswith("Planprogrammet mangler.")


def test_deck_as_temaplan_is_spared_and_says_so() -> None:
    assert asked("R05", "thematic_plan", *DECK).message == (
        "Ikke et krav for en temaplan. Loven har ingen høringsfrist for temaplaner. Kommunen har "
        "ikke satt en egen norm. Vi foreslår 28 dager."
    )
    assert asked("R06", "thematic_plan", *DECK).verdict == "ok"


# start, end, days available; by hand from a calendar, the day after the start is day one
CASES = {
    "exactly six weeks": ("2027-03-01", "2027-04-12", 42, "ok"),
    "a day too few": ("2027-03-02", "2027-04-12", 41, "broken"),
    "over the night when clocks go forward": ("2027-03-27", "2027-05-08", 42, "ok"),
    "over the night when clocks go back": ("2027-10-30", "2027-12-11", 42, "ok"),
    "over a leap day": ("2028-01-18", "2028-02-29", 42, "ok"),
    "over new year": ("2027-12-06", "2028-01-17", 42, "ok"),
}


@pytest.mark.usefixtures("server_zone")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_days_are_days_of_the_calendar(case: tuple[str, str, int, str]) -> None:
    start, end, days, verdict = case
    found = r05(step("hearing", start), step("hearing_deadline", end))

    assert (found.judgement.facts["available_days"], found.verdict) == (days, verdict)


def test_deadline_ends_the_hearing_before_the_treatment_does() -> None:
    steps = (step("hearing", "2027-03-01"), step("treatment", "2027-06-01"))
    with_deadline = r05(*steps, step("hearing_deadline", "2027-04-05"))

    assert r05(*steps).verdict == "ok"
    assert (with_deadline.verdict, with_deadline.latest) == ("broken", date(2027, 2, 22))


def test_treatment_before_the_deadline_cuts_the_hearing_short() -> None:
    steps = (step("hearing", "2027-03-01"), step("hearing_deadline", "2027-04-30"))

    assert r05(*steps, step("treatment", "2027-04-06")).judgement.facts["available_days"] == 36


def test_first_treatment_before_the_hearing_does_not_end_it() -> None:
    sent_out, final = step("treatment", "2027-02-23"), step("treatment", "2027-05-04")

    assert r05(sent_out, step("hearing", "2027-03-01"), final).verdict == "ok"


def test_end_with_only_a_month_is_read_as_its_last_day() -> None:
    found = r05(step("hearing", "2027-03-15"), step("treatment", "2027-04"))

    assert (found.verdict, found.judgement.facts["end"]) == ("ok", "2027-04-30")
    assert "er lest som 30. april 2027. Det er den gunstigste dagen." in found.message


def test_length_of_the_hearing_itself_gives_its_deadline() -> None:
    found = r05(step("hearing", "2027-03-01", duration_days=43), step("treatment", "2027-06-01"))

    assert found.judgement.facts["end"] == "2027-04-12"


def test_longest_of_two_hearings_counts() -> None:
    second = (step("hearing", "2027-06-01"), step("hearing_deadline", "2027-06-15"))

    assert (
        r05(step("hearing", "2027-03-01"), step("hearing_deadline", "2027-04-12"), *second).verdict
        == "ok"
    )


def test_everything_before_the_hearing_is_said_to_be_the_fault() -> None:
    found = r05(step("hearing", "2027-06-10"), step("adoption", "2027-06-07"))

    assert found.verdict == "broken"
    assert (
        "Høringen begynner 10. juni 2027, men «adoption» er satt til 7. juni 2027." in found.message
    )


def test_deadline_on_a_holiday_is_lawful_and_told_of() -> None:
    # Whit Sunday 2027 is 16 May; the day after is both 17 May and Whit Monday.
    found = r05(step("hearing", "2027-04-01"), step("hearing_deadline", "2027-05-17"))

    assert found.verdict == "ok"
    assert "Fristen 17. mai 2027 er grunnlovsdagen. Velg gjerne en virkedag." in found.message


def test_own_norm_of_the_municipality_is_advice_with_its_source() -> None:
    norm = LocalNumber(42, "planreglementet § 4")
    found = asked("R06", "thematic_plan", *DECK, hearing_norm=norm)

    assert (found.verdict, found.colour, found.severity) == ("broken", "amber", "practice")
    assert found.message.startswith("Høringen bør vare i minst 42 dager.")
    assert found.message.endswith("Kommunens egen norm er 42 dager (planreglementet § 4).")


@pytest.mark.django_db
@pytest.mark.usefixtures("server_zone")
@pytest.mark.parametrize(
    ("moment", "verdict"),
    [
        # Midnight in Norway, summer time: 22:00 UTC ends 30 April 2027.
        (datetime(2027, 4, 30, 21, 59, tzinfo=UTC), "not_yet"),
        (datetime(2027, 4, 30, 22, 1, tzinfo=UTC), "broken"),
    ],
)
def test_day_is_over_at_midnight_in_norway(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, moment: datetime, verdict: str
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)
    plan.as_of = None
    Milestone.objects.create(
        plan=plan, slug="h", title="Høring", step="hearing", date=date(2027, 4, 30)
    )

    assert judged_by(RULE["R11"], facts_of(plan)).verdict == verdict
