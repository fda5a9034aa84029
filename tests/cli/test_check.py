"""`check` prints every rule's answer, and answers 1 when something is red."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from temaplan.cli import main
from temaplan.workbench.plan.models import Municipality, Plan
from tests.fixtures.commands import ROOT

pytestmark = pytest.mark.django_db

Captured = pytest.CaptureFixture[str]
SLUG = "drammen-2011"


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    with translation.override("nb"):
        yield


@pytest.fixture(autouse=True)
def drammen(capsys: Captured) -> None:
    assert main(["import", str(ROOT / "examples" / SLUG)]) == 0
    capsys.readouterr()


def as_json(capsys: Captured, status: int = 0) -> dict[str, Any]:
    assert main(["check", SLUG, "--format", "json"]) == status
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def test_json_has_the_shape_that_others_read(capsys: Captured) -> None:
    value = as_json(capsys)

    # interfaces, section 4
    assert list(value) == ["format", "plan", "type", "as_of", "results"]
    assert (value["format"], value["plan"], value["type"], value["as_of"]) == (
        1,
        SLUG,
        "temaplan",
        "2011-02-01",
    )
    keys = (
        *("rule", "verdict", "severity", "colour", "paragraph"),
        *("message", "responsible", "latest", "facts"),
    )
    assert {tuple(each) for each in value["results"]} == {keys}
    assert [each["rule"] for each in value["results"]] == [f"R{n:02}" for n in range(1, 41)]


def test_drammen_as_temaplan_has_no_red_rule(capsys: Captured) -> None:
    value = as_json(capsys)

    assert [each["rule"] for each in value["results"] if each["colour"] == "red"] == []


def test_drammen_as_kommunedelplan_is_red_in_r05_and_answers_1(capsys: Captured) -> None:
    Plan.objects.filter(slug=SLUG).update(plan_type="municipal_sub_plan")
    value = as_json(capsys, status=1)
    results = {each["rule"]: each for each in value["results"]}

    assert value["type"] == "kommunedelplan"
    assert [rule for rule, each in results.items() if each["colour"] == "red"] == ["R05"]
    red = results["R05"]
    assert (red["verdict"], red["severity"], red["latest"]) == ("broken", "law", "2011-04-26")
    assert red["paragraph"] == "plan- og bygningsloven § 11-14"
    assert (red["facts"]["needed_days"], red["facts"]["available_days"]) == (42, 37)


def test_every_verdict_about_drammen_says_that_the_law_is_of_now(capsys: Captured) -> None:
    messages = [each["message"] for each in as_json(capsys)["results"]]

    assert [message for message in messages if "Vurdert etter dagens regler" not in message] == []


def test_later_day_finds_what_should_have_been_done_by_then(capsys: Captured) -> None:
    assert main(["check", SLUG, "--as-of", "2011-08-01", "--format", "json"]) == 1
    results = json.loads(capsys.readouterr().out)["results"]

    assert [each["rule"] for each in results if each["colour"] == "red"] == ["R11", "R22", "R37"]


def test_text_is_for_people_with_what_is_red_first(capsys: Captured) -> None:
    Plan.objects.filter(slug=SLUG).update(plan_type="municipal_sub_plan")
    assert main(["check", SLUG]) == 1
    lines = capsys.readouterr().out.splitlines()

    assert lines[:3] == [
        "Næringsplan for Drammen, kommunedelplan, lest per 2011-02-01",
        "",
        "R05  [brutt, lov, plan- og bygningsloven § 11-14]  Planen er på høring i minst seks uker",
    ]
    assert "Siste dag: 26. april 2011." in lines[4]
    assert lines[-1].startswith("1 rød, 0 gule, ")


def test_invented_plan_says_so(capsys: Captured) -> None:
    Municipality.objects.update(fictional=True)

    assert as_json(capsys)["marking"] == "Oppdiktet eksempel"


def test_unknown_plan_is_status_3(capsys: Captured) -> None:
    assert main(["check", "finnes-ikke"]) == 3
    assert capsys.readouterr().out == ""
