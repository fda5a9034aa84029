"""Each rule × every verdict that it can give now, with who answers and until when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from temaplan.workbench.overview.rule_engine.catalogue import RULE, RULES
from temaplan.workbench.overview.rule_engine.engine import Result, judge, judged_by, red_first
from temaplan.workbench.overview.rule_engine.facts import (
    ConfirmationFact,
    LocalNumber,
    PlanFacts,
    StepFact,
)

AS_OF = date(2026, 10, 1)  # after the texts were read, so no verdict speaks of older law
TYPES = {"T": "thematic_plan", "K": "municipal_sub_plan", "S": "societal_plan", "H": "action_part"}
BY_PERSON = ["R08", "R09", "R10", "R11", "R15", "R22", "R36", "R37"]


@pytest.fixture(autouse=True)
def bokmal() -> Iterator[None]:
    with translation.override("nb"):
        yield


def step(code: str, day: str, **more: Any) -> StepFact:
    """Make a milestone; «2027-05» is a month."""
    exact = day if day.count("-") > 1 else f"{day}-01"
    precision = "day" if exact == day else "month"
    values = {"title": code, "slug": f"{code}-{day}", **more}
    return StepFact(step=code, day=date.fromisoformat(exact), precision=precision, **values)


def facts(plan_type: str = "K", *steps: StepFact, **more: Any) -> PlanFacts:
    values = {"plan": "p", "as_of": AS_OF, **more}
    return PlanFacts(plan_type=TYPES[plan_type], steps=steps, **values)


def confirmation(rule: str, version: str = "") -> dict[str, ConfirmationFact]:
    of = version or RULE[rule].newest.version
    return {rule: ConfirmationFact(of, "Planlegger, Prøve kommune", date(2026, 9, 1), "Sett selv.")}


AHEAD = (step("hearing", "2027-03-01"), step("treatment", "2027-05-04"))
BEHIND = (
    step("hearing", "2026-03-01"),
    step("treatment", "2026-05-04"),
    step("adoption", "2026-06-16"),
)
SHORT = (step("hearing", "2027-04-01"), step("treatment", "2027-05-04"))
PROGRAMME = (step("programme_hearing", "2027-01-04"), step("programme_deadline", "2027-02-15"))
TOO_QUICK = (step("programme_hearing", "2027-01-04"), step("programme_deadline", "2027-02-14"))

# rule → verdict → facts that give it, beside the plan types that it is not for and the
# confirmations, which have their own tests. Rules that are missing here can only wait.
GIVEN: dict[str, dict[str, PlanFacts]] = {
    "R01": {"ok": facts("T", plan_type_reason="Fordi."), "broken": facts("T")},
    "R04": {"ok": facts("K", *PROGRAMME), "broken": facts("K", *TOO_QUICK), "not_yet": facts("K")},
    "R05": {"ok": facts("K", *AHEAD), "broken": facts("K", *SHORT), "not_yet": facts("K")},
    "R06": {
        "ok": facts("T", *SHORT),
        "broken": facts("T", *SHORT, hearing_norm=LocalNumber(42, "reglement § 4")),
        "not_yet": facts("T"),
    },
    "R23": {
        "broken": facts("S", adopting_body="formannskapet"),
        "not_yet": facts("S", adopting_body="kommunestyret"),
    },
    "R25": {
        "broken": facts("H", period_start=2027, period_end=2029),
        "not_yet": facts("H", period_start=2027, period_end=2030),
    },
    "R32": {"ok": facts(events=3), "broken": facts(events=2, log_is_whole=False)},
}
CASES = [
    (rule, verdict, known) for rule, cases in GIVEN.items() for verdict, known in cases.items()
]


def answer(rule: str, known: PlanFacts) -> Result:
    return judged_by(RULE[rule], known)


@pytest.mark.parametrize(
    ("rule", "verdict", "known"), [pytest.param(*case, id=f"{case[0]}-{case[1]}") for case in CASES]
)
def test_rule_gives_each_verdict_that_it_can(rule: str, verdict: str, known: PlanFacts) -> None:
    assert answer(rule, known).verdict == verdict


@pytest.mark.parametrize("rule", BY_PERSON)
def test_confirmed_rule_names_who_and_when(rule: str) -> None:
    found = answer(rule, facts("K", *AHEAD, confirmations=confirmation(rule)))

    assert (found.verdict, found.colour) == ("confirmed", "green")
    assert found.message.startswith(
        "Bekreftet av Planlegger, Prøve kommune 1. september 2026: Sett selv."
    )


@pytest.mark.parametrize("rule", BY_PERSON)
def test_confirmation_of_an_earlier_text_does_not_count(rule: str) -> None:
    found = answer(rule, facts("K", *AHEAD, confirmations=confirmation(rule, "2020-01-01")))

    assert found.verdict == "not_yet"
    assert found.message.startswith("Planlegger, Prøve kommune bekreftet dette 1. september 2026,")


@pytest.mark.parametrize("rule", BY_PERSON)
def test_unconfirmed_rule_waits_until_its_day(rule: str) -> None:
    assert answer(rule, facts("K", *AHEAD)).verdict == "not_yet"


@pytest.mark.parametrize("rule", [each for each in BY_PERSON if each != "R36"])
def test_unconfirmed_rule_is_broken_after_its_day(rule: str) -> None:
    found = answer(rule, facts("K", *BEHIND))

    assert found.verdict == "broken"
    assert found.colour == ("amber" if rule == "R15" else "red")
    assert "Ingen har bekreftet det" in found.message


def test_accessible_workbench_has_no_day_of_its_own() -> None:
    # R36 is a duty every day, not one of this plan; it waits and is never green by itself.
    found = answer("R36", facts("K", *BEHIND))

    assert (found.verdict, found.latest) == ("not_yet", None)


@pytest.mark.parametrize("rule", ["R10", "R13", "R27"])
def test_what_binds_a_kommunedelplan_is_advice_to_a_temaplan(rule: str) -> None:
    assert answer(rule, facts("K")).severity == "law"
    assert answer(rule, facts("T")).severity == "practice"


def test_same_omission_is_red_for_one_type_and_amber_for_the_other() -> None:
    colours = {kind: answer("R10", facts(kind, *BEHIND)).colour for kind in ("K", "T")}

    assert colours == {"K": "red", "T": "amber"}


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_rule_that_is_not_for_the_type_says_so(rule: str, kind: str) -> None:
    found = answer(rule, facts(kind, *AHEAD))
    applies = TYPES[kind] in RULE[rule].newest.severities

    assert (found.verdict == "not_applicable") is not applies
    if not applies:
        assert (found.severity, found.colour) == ("", "grey")
        assert found.message.startswith(("Gjelder ikke for", "Ikke et krav for"))


@pytest.mark.parametrize("kind", TYPES)
def test_rule_about_what_is_not_there_says_when_and_is_never_green(kind: str) -> None:
    only_wait = [each for each in RULES if each.id not in {*GIVEN, *BY_PERSON}]
    known = facts(
        kind, *AHEAD, plan_type_reason="Fordi.", adopting_body="kommunestyret", owner="planavdeling"
    )
    waiting = [judged_by(rule, known) for rule in only_wait]
    applying = [each for each in waiting if each.verdict != "not_applicable"]

    assert {each.verdict for each in applying} == {"not_yet"}
    assert {each.colour for each in applying} == {"grey"}
    assert [each.rule.id for each in applying if "ontrolleres når" not in each.message] == []


@pytest.mark.parametrize("kind", TYPES)
def test_every_answer_is_a_sentence_and_every_open_one_names_somebody(kind: str) -> None:
    for known in (facts(kind), facts(kind, *AHEAD), facts(kind, *BEHIND)):
        for each in judge(known):
            assert each.message.endswith(".")
            assert each.message[0].isupper()
            if each.verdict in {"broken", "not_yet"}:
                assert each.judgement.responsible == "kommunedirektøren"


def test_responsible_is_the_step_then_the_plan_then_the_administration() -> None:
    named = (step("hearing", "2027-04-01", responsible="prosjektleder"), SHORT[1])
    who = [
        answer("R05", known).judgement.responsible
        for known in (facts("K", *named), facts("K", *SHORT, owner="næring"), facts("K", *SHORT))
    ]

    assert who == ["prosjektleder", "næring", "kommunedirektøren"]


def test_papers_wait_for_the_meeting_and_know_their_last_day() -> None:
    known = facts("T", *AHEAD, paper_days=LocalNumber(7, "reglement § 6"))
    found = answer("R17", known)

    assert (found.verdict, found.severity, found.latest) == ("not_yet", "local", date(2027, 4, 27))
    assert found.message.startswith("Sakspapirene skal ut senest 7 dager før møtet (reglement § 6)")


def test_papers_without_a_number_of_the_municipality_point_to_its_settings() -> None:
    found = answer("R17", facts("T", *AHEAD))

    assert found.place.kind == "municipality"


def test_temaplan_is_told_to_consider_councillors_who_prepared_the_case() -> None:
    assert "nevner ikke temaplaner" in answer("R22", facts("T")).message
    assert "nevner ikke temaplaner" not in answer("R22", facts("K")).message


def test_advisers_are_named_among_those_who_must_be_impartial() -> None:
    told = "Planen har 2 eksterne rådgivere, som også må vurderes."

    assert told in answer("R22", facts("K", advisers=2)).message
    assert "rådgiver" not in answer("R22", facts("K")).message


def test_members_without_a_declaration_are_told_of() -> None:
    told = "2 medlemmer av gruppene har ikke erklært om de er habile."

    assert told in answer("R22", facts("K", undeclared=2)).message


def test_older_plan_is_judged_by_the_law_of_now_and_every_verdict_says_so() -> None:
    told = [each.message for each in judge(facts("T", *AHEAD, as_of=date(2011, 2, 1)))]

    said = "Vurdert etter dagens regler (lest 28. juli 2026), ikke etter dem som gjaldt "
    assert [message for message in told if not message.endswith(f"{said}1. februar 2011.")] == []


def test_plan_read_today_is_not_told_of_older_law() -> None:
    assert [each for each in judge(facts("T", *AHEAD)) if "dagens regler" in each.message] == []


def test_changed_law_is_a_new_version_and_the_old_one_keeps_its_words() -> None:
    old = RULE["R05"].newest
    ends, begins = date(2027, 12, 31), date(2028, 1, 1)
    new = replace(old, version="2028-01-01", words=("minst åtte uker",), valid_from=begins)
    rule = replace(RULE["R05"], texts=(replace(old, valid_to=ends), new))

    assert judged_by(rule, facts("K", as_of=ends)).text.words == old.words
    assert judged_by(rule, facts("K", as_of=begins)).text.words == ("minst åtte uker",)


def test_what_is_red_stands_first_and_what_does_not_apply_last() -> None:
    order = [each.colour for each in red_first(judge(facts("K", *SHORT)))]
    verdicts = [each.verdict for each in red_first(judge(facts("K", *SHORT)))]

    assert order[0] == "red"
    assert verdicts.index("not_applicable") == len(verdicts) - verdicts.count("not_applicable")
