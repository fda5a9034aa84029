"""S12: the plan type chooses the rules; six weeks bind a kommunedelplan and not a temaplan."""

import re

import pytest

from temaplan.workbench.plan.models import Plan
from tests.deck.outsider import Outsider

RULES = "oversikt/regler/"


def page_of(outsider: Outsider, path: str = RULES) -> str:
    """Return a page of the plan's workbench as it came."""
    text: str = outsider.open(path).content.decode()
    return text


def rule(page: str, number: str) -> str:
    """Return what a page of rules says of one of them."""
    item = rf'<li class="rule"><h2><a [^>]*>{number} .*?(?=<li class="rule">|</main>)'
    found = re.search(item, page, re.DOTALL)
    assert found, f"{number} is not on the page"
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


@pytest.fixture
def as_kommunedelplan(drammen: Plan) -> None:
    Plan.objects.filter(pk=drammen.pk).update(plan_type="municipal_sub_plan")


def test_temaplan_has_no_red_rule_and_six_weeks_are_not_required(in_drammen: Outsider) -> None:
    assert 'data-color="danger"' not in page_of(in_drammen)
    assert "Ikke et krav for en temaplan." in rule(page_of(in_drammen), "R05")


def test_reason_for_the_type_is_stored_and_shown(in_drammen: Outsider) -> None:
    assert "sier selv at planen er en temaplan" in page_of(in_drammen, "plan/")


@pytest.mark.usefixtures("as_kommunedelplan")
def test_kommunedelplan_has_exactly_r05_red_among_r04_to_r06(in_drammen: Outsider) -> None:
    page = page_of(in_drammen)
    broken = [number for number in ("R04", "R05", "R06") if " brutt " in rule(page, number)]

    assert broken == ["R05"]
    assert "Planprogrammet mangler." in rule(page, "R04")


@pytest.mark.usefixtures("as_kommunedelplan")
@pytest.mark.parametrize(
    "said",
    [
        "§ 11-14",
        "minst 42 dager",
        "er det 37 dager, når siste dag er regnet med",
        "sendes på høring senest 26. april 2011",
        "ingen dager igjen til å gå gjennom uttalelsene",
        "har bare måneden mai 2011, og er lest som 1. mai 2011. Det er den gunstigste dagen.",
    ],
)
def test_red_rule_names_paragraph_days_and_latest_start(in_drammen: Outsider, said: str) -> None:
    assert said in rule(page_of(in_drammen), "R05")
