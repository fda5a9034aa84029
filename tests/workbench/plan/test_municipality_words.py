"""The municipality's own words and written form reach every page (deck, S2)."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.overview.public import files
from temaplan.workbench.plan.models import Municipality, Person, Plan
from tests.fixtures.addresses import addresses
from tests.fixtures.cast import person_with
from tests.fixtures.whole_plan import whole_plan

# Words of other municipalities. Quoted orders keep theirs, and so do cited titles.
OTHERS_WORDS = re.compile(r"bystyre\w*|kommunestyre\w*|rådmann\w*|kommunedirektør\w*", re.I)
QUOTED = re.compile(
    r"<blockquote.*?</blockquote>|<q>.*?</q>|«[^»]*»|<del>.*?</del>"
    r"|<textarea.*?</textarea>|<input[^>]*>",
    re.S,
)


@pytest.fixture
def administrator_of_it(db: None, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Administrator of a municipality with a heradsstyre that writes nynorsk."""
    monkeypatch.setattr(files, "LONGEST_WAIT", 0.0)
    plan = whole_plan("herad-plan", "herad")
    # The planner's own sentence in the sample; it is theirs, not ours.
    Plan.objects.filter(pk=plan.pk).update(plan_type_reason="")
    Municipality.objects.update(
        language="nn",
        council_name="heradsstyret",
        executive_committee_name="formannskapet",
        chief_executive_title="rådgjevaren",
    )
    person_with("reader", plan)
    return person_with("administrator", plan, whole_municipality=True)


@pytest.fixture
def pages(administrator_of_it: Person, client: Client) -> dict[str, str]:
    """Every page about the plan that an administrator and everybody reads."""
    plan = Plan.objects.select_related("municipality").get(slug="herad-plan")
    client.force_login(administrator_of_it)
    found: dict[str, str] = {}
    for address in addresses():
        if address.door.kind in {"plan", "public_plan"}:
            answer: Any = client.get(address.path(plan))
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                found[address.path(plan)] = answer.content.decode()
    return found


def our_words(text: str) -> str:
    """Return a page without what is quoted: orders stand with their wording in lists too."""
    plain = one_line(unescape(QUOTED.sub(" ", text)))
    for title, wording in Mandate.objects.values_list("title", "wording"):
        for quoted in (wording, title):
            plain = plain.replace(one_line(quoted), " ")
    return plain


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_no_page_says_what_others_call_their_council(pages: dict[str, str]) -> None:
    said = {
        path: sorted(set(OTHERS_WORDS.findall(our_words(text)))) for path, text in pages.items()
    }
    assert len(said) > 20
    assert {path: words for path, words in said.items() if words} == {}


def test_every_page_says_that_it_is_in_nynorsk(pages: dict[str, str]) -> None:
    assert {path for path, text in pages.items() if '<html lang="nn"' not in text} == set()
